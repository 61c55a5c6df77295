import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { proofSchema } from '@devcapsules/capsule/proof/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Lab, openLab } from './lab.ts';

let lab: Lab;
const at = (name: string) => join(lab.folder, name);
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(at(file), change(readFileSync(at(file), 'utf8')));

/** No book of just 300 pages, and no two of equal length. */
const WEAK_SETUP = `CREATE TABLE book (title TEXT NOT NULL, pages INTEGER NOT NULL);
INSERT INTO book VALUES ('Emma', 474), ('Persuasion', 249), ('Middlemarch', 880);
`;
const WEAK_TESTS = [{ name: 'few' }, { name: 'one more', setup: "INSERT INTO book VALUES ('Romola', 500)" }];

beforeAll(async () => {
  lab = await openLab({ runner: {} });
  await lab.cli('new', at('good'), '--language', 'python', '--judge', 'stdio');
  await lab.cli('new', at('query'), '--language', 'sql');
  await lab.cli('new', at('broken'), '--language', 'python', '--judge', 'stdio');
  edit('broken/solution.py', text => text.replace('> limit', '>= limit'));
  await lab.cli('new', at('weak'), '--language', 'sql');
  edit('weak/setup.sql', () => WEAK_SETUP);
  edit('weak/tests.json', () => JSON.stringify(WEAK_TESTS));
  edit('weak/capsule.md', text => text.replace(/^wrong:\n( .*\n)+/m, ''));
});
afterAll(() => lab.close());

describe('verify', () => {
  it('prints the evidence of a proof and ends with 0', async () => {
    const { exit, out, err } = await lab.cli('verify', at('good'));
    expect(exit, err).toBe(0);
    expect(out).toContain('# Proof of “Count above”');
    expect(out).toContain('## ✓ Small faults in the solution');
    expect(out).not.toContain('\u001b');
    const steps = err
      .trim()
      .split('\n')
      .map(line => line.split(': ')[1]);
    expect(steps).toEqual(['stability', 'trivial answers', 'wrong solutions', 'mutants']);
    expect(readdirSync(at('.cache'))).toEqual([]);
  });

  it('ends with 1 if one of several is not proven, and tells of all', async () => {
    const { exit, out } = await lab.cli('verify', at('broken'), at('query'));
    expect(exit).toBe(1);
    expect(out).toContain('## ✗ The solution, again and again');
    expect(out.match(/^# Proof of/gm)).toHaveLength(2);
    expect(out).toContain('Proven: this capsule may be published.');
  });

  it('fails on warnings only if it is strict', async () => {
    const lenient = await lab.cli('verify', at('weak'));
    expect(lenient.out).toContain('## ! Small faults in the solution');
    expect(lenient.exit).toBe(0);
    expect((await lab.cli('verify', '--strict', at('weak'))).exit).toBe(1);
    expect((await lab.cli('verify', '--strict', at('query'))).exit).toBe(0);
  });

  it('gives the evidence as JSON that the schema of proofs reads', async () => {
    const { exit, out } = await lab.cli('verify', '--json', at('query'), at('broken'));
    const all = z
      .array(z.strictObject({ name: z.string(), title: z.string(), proof: proofSchema }))
      .parse(JSON.parse(out));
    expect(exit).toBe(1);
    expect(all.map(({ name, title, proof }) => [name, title, proof.passed])).toEqual([
      [at('query'), 'Long books', true],
      [at('broken'), 'Count above', false],
    ]);
  });

  it('writes the report to a file and prints a line a capsule', async () => {
    const { out } = await lab.cli('verify', at('query'), at('broken'), '--report', at('reports/today.md'));
    expect(out).toBe(`${at('query')}: proven\n${at('broken')}: not proven (stability)\n`);
    expect(readFileSync(at('reports/today.md'), 'utf8').match(/^# Proof of/gm)).toHaveLength(2);
  });

  it('runs nothing if one of several can’t be read', async () => {
    const { exit, out, err } = await lab.cli('verify', at('query'), at('nothing'));
    expect([exit, out, err]).toEqual([3, '', `${at('nothing')}: is missing.\n`]);
    expect(existsSync(at('nothing'))).toBe(false);
  });
});
