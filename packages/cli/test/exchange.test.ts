import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFolder } from '@devcapsules/capsule/export/folder';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCapsule } from '../src/files/read.ts';
import { type Lab, openLab } from './lab.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples');

let lab: Lab;
const at = (name: string) => join(lab.folder, name);
const write = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};

beforeAll(async () => {
  lab = await openLab({ runner: {} });
  await lab.cli('new', at('stdio'), '--language', 'python', '--judge', 'stdio');
  await lab.cli('new', at('program'), '--language', 'python', '--judge', 'program');
  await lab.cli('new', at('query'), '--language', 'sql');
});
afterAll(() => lab.close());

describe('on disk', () => {
  it('a capsule comes back whole from a folder and from JSON', async () => {
    const files = ['python', 'javascript', 'store'].flatMap(folder =>
      readdirSync(join(EXAMPLES, folder))
        .filter(name => name.endsWith('.json'))
        .slice(0, 5)
        .map(name => join(EXAMPLES, folder, name)),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const [index, file] of files.entries()) {
      const { capsule, wrong } = JSON.parse(readFileSync(file, 'utf8'));
      const parsed = parseCapsule({ ...capsule, wrongSolutions: wrong });
      if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
      write(`json/${index}.json`, JSON.stringify(parsed.capsule));
      const [there, back] = [at(`there/${index}`), at(`back/${index}.json`)];
      expect(await lab.cli('import', at(`json/${index}.json`), there)).toMatchObject({ exit: 0, err: '' });
      expect(await lab.cli('export', there, back, '--to', 'json')).toMatchObject({ exit: 0, err: '' });
      expect(JSON.parse(readFileSync(back, 'utf8')), file).toEqual(parsed.capsule);
    }
  });

  it('a Kattis package goes out and comes back with the same judgement, and notes on what stays behind', async () => {
    const out = await lab.cli('export', at('stdio'), at('kattis'), '--to', 'kattis');
    expect(out.exit).toBe(0);
    expect(out.err).toBe(
      ['hints: left behind', 'starter: left behind', 'wrongSolutions: why each is wrong is left behind']
        .concat('judge.comparer: not lines but tokens are compared there')
        .map(note => `${at('kattis')}: ${note}\n`)
        .join(''),
    );
    expect(await lab.cli('import', at('kattis'), at('from-kattis'))).toMatchObject({ exit: 0, err: '' });
    expect(await lab.cli('run', at('from-kattis'))).toMatchObject({ exit: 0 });
    expect(await lab.cli('run', at('from-kattis'), at('from-kattis/wrong/01.py'))).toMatchObject({ exit: 1 });
    // A package can be judged where it lies.
    expect(await lab.cli('run', at('kattis'))).toMatchObject({ exit: 0 });
  });

  it('HumanEval lines go out and come back with the same judgement', async () => {
    const line = at('lines.jsonl');
    const out = await lab.cli('export', at('program'), line, '--to', 'humaneval');
    expect([out.exit, out.err]).toEqual([0, expect.stringContaining('tests: they become one')]);
    expect(await lab.cli('import', line, at('from-line'))).toMatchObject({ exit: 0 });
    expect(await lab.cli('run', at('from-line'))).toMatchObject({ exit: 0 });
    expect(await lab.cli('run', at('from-line'), at('program/wrong/01.py'))).toMatchObject({ exit: 1 });

    const text = readFileSync(line, 'utf8');
    write(
      'many.jsonl',
      text.replace(/"task_id":"[^"]*"/, '"task_id":"A/1"') +
        text.replace(/"task_id":"[^"]*"/, '"task_id":"A/2"'),
    );
    expect(await lab.cli('import', at('many.jsonl'), at('many'))).toMatchObject({ exit: 0 });
    expect(readdirSync(at('many')).sort()).toEqual(['A-1', 'A-2']);
    expect(await lab.cli('run', at('many.jsonl'))).toMatchObject({
      exit: 3,
      err: expect.stringContaining('holds several capsules'),
    });
  });

  it('an Exercism exercise is read, and judged by its own tests', async () => {
    write(
      'leap/.meta/config.json',
      JSON.stringify({
        files: { solution: ['leap.py'], test: ['leap_test.py'], example: ['.meta/example.py'] },
      }),
    );
    write(
      'leap/.meta/example.py',
      'def leap(year):\n    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)\n',
    );
    write('leap/.docs/instructions.md', '# Instructions\n\nIs it a leap year?\n');
    write('leap/leap.py', 'def leap(year):\n    pass\n');
    write(
      'leap/leap_test.py',
      'import unittest\nfrom leap import leap\n\n\nclass LeapTest(unittest.TestCase):\n    def test_century(self):\n        self.assertIs(leap(1900), False)\n\n    def test_four(self):\n        self.assertIs(leap(1996), True)\n',
    );
    write('leap/picture.png', new Uint8Array([0x89, 0xff, 0xfe]));
    expect(await lab.cli('import', at('leap'), at('from-exercism'))).toMatchObject({
      exit: 0,
      out: `${at('from-exercism')}: “Leap”, 2 tests\n`,
    });
    expect(await lab.cli('run', at('from-exercism'))).toMatchObject({ exit: 0 });
    expect(await lab.cli('run', at('from-exercism'), at('leap/leap.py'))).toMatchObject({ exit: 1 });
  });

  it('nothing is written over without --force, and with it nothing of the old one is left', async () => {
    for (const [to, target] of [
      ['folder', 'f'],
      ['kattis', 'k'],
      ['json', 'j.json'],
    ] as const) {
      const line = ['export', at('stdio'), at(`over/${target}`), '--to', to];
      expect(await lab.cli(...line)).toMatchObject({ exit: 0 });
      expect(await lab.cli(...line)).toMatchObject({
        exit: 3,
        err: expect.stringContaining('exists already'),
      });
      expect(await lab.cli(...line, '--force')).toMatchObject({ exit: 0 });
    }
    write('over/k/data/secret/old.in', '1\n');
    write('over/k/README.md', 'mine');
    await lab.cli('export', at('stdio'), at('over/k'), '--to', 'kattis', '--force');
    expect(readdirSync(at('over/k/data/secret'))).not.toContain('old.in');
    expect(readFileSync(at('over/k/README.md'), 'utf8')).toBe('mine');

    const before = readFileSync(at('query/capsule.md'), 'utf8');
    expect(await lab.cli('import', at('kattis'), at('query'))).toMatchObject({ exit: 3 });
    expect(readFileSync(at('query/capsule.md'), 'utf8')).toBe(before);
  });

  it('a form that can’t hold the capsule is refused by name', async () => {
    for (const [from, to, reason] of [
      ['query', 'kattis', 'stdio judge'],
      ['stdio', 'humaneval', 'program judge'],
    ] as const) {
      const { exit, err } = await lab.cli('export', at(from), at('never'), '--to', to);
      expect([exit, err]).toEqual([3, expect.stringContaining(reason)]);
    }
  });
});

describe('a folder that can’t be read', () => {
  const folderWith = async (name: string, changes: Record<string, string | Uint8Array | null>) => {
    const { capsule } = await readCapsule(at('query'));
    const files = new Map<string, string | Uint8Array | null>([
      ...writeFolder(capsule),
      ...Object.entries(changes),
    ]);
    for (const [file, text] of files) if (text !== null) write(`${name}/${file}`, text);
  };

  it.each<[string, Record<string, string | Uint8Array | null>, string]>([
    ['no-solution', { 'solution.sql': null }, 'solution.sql: is missing'],
    ['no-tests', { 'tests.json': '[{' }, 'tests.json: is not JSON'],
    ['bad-test', { 'tests.json': '[{"name": ""}]' }, 'tests.json: tests.0.name: '],
    ['bad-head', { 'capsule.md': '---\na: [\n---\n' }, 'capsule.md: the front matter is not YAML'],
    ['no-head', { 'capsule.md': '# Hello\n' }, 'capsule.md: must begin with front matter'],
    ['empty-solution', { 'solution.sql': '\n' }, 'solution.sql: solution: must not be empty'],
    ['long-setup', { 'setup.sql': `-- ${'x'.repeat(1_000_000)}` }, 'setup.sql: judge.setup: '],
    ['latin-1', { 'solution.sql': new Uint8Array([0x2d, 0x2d, 0xe9]) }, 'solution.sql: is no UTF-8 text'],
    ['no-capsule', { 'capsule.md': null }, ': is no capsule (it has no capsule.md'],
  ])('%s names the file, with 3', async (name, changes, message) => {
    await folderWith(`bad/${name}`, changes);
    for (const command of ['verify', 'run']) {
      const { exit, out, err } = await lab.cli(command, at(`bad/${name}`));
      expect([exit, out]).toEqual([3, '']);
      expect(err).toContain(`${at(`bad/${name}`)}${message.startsWith(':') ? '' : '/'}${message}`);
    }
  });

  it('of another form names the file too', async () => {
    write('bad.json', '{"judge": {}}');
    expect(await lab.cli('run', at('bad.json'))).toMatchObject({
      exit: 3,
      err: expect.stringMatching(/^.*bad\.json: judge\.kind: /),
    });
    write('bad.jsonl', '{}\n');
    expect(await lab.cli('run', at('bad.jsonl'))).toMatchObject({
      exit: 3,
      err: expect.stringContaining('bad.jsonl: line 1'),
    });
    write('package/problem.yaml', 'name: X\n');
    expect(await lab.cli('run', at('package'))).toMatchObject({
      exit: 3,
      err: expect.stringContaining('package: problem_statement: '),
    });
    expect(await lab.cli('import', at('bad.json'), at('x'), '--from', 'kattis')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('is no folder'),
    });
  });
});
