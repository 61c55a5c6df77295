import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM_LANGUAGES } from '@devcapsules/capsule/execution';
import { EXTENSION } from '@devcapsules/capsule/export/languages';
import { starterFor } from '@devcapsules/capsule/starter/starter';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCapsule } from '../src/files/read.ts';
import { type Lab, openLab } from './lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({ runner: { RUNNER_COMPILE_CACHE_MEMORY_MB: '64' } });
});
afterAll(() => lab.close());
const at = (name: string) => join(lab.folder, name);

const SUITABLE = [
  ...PROGRAM_LANGUAGES.flatMap(language =>
    ['function', 'stdio', 'program'].map((judge): [string, string] => [language, judge]),
  ),
  ['sql', 'query'] as [string, string],
];

describe('a new capsule', () => {
  it.each(SUITABLE)('in %s with the judge %s proves, without a warning', async (language, judge) => {
    const folder = at(`${language}-${judge}`);
    expect(await lab.cli('new', folder, '--language', language, '--judge', judge)).toMatchObject({ exit: 0 });
    const { exit, out, err } = await lab.cli('verify', '--strict', folder);
    expect([exit, out], err).toEqual([0, expect.stringContaining('Proven: this capsule may be published.')]);
    // They run, and are wrong: what does not compile shows nothing.
    const wrong = out.split('3 wrong solutions are rejected.')[1]?.split('##')[0] ?? '';
    expect(wrong.match(/^- .*$/gm)).toEqual(
      Array(3).fill(expect.stringMatching(/^- Rejected \((wrong_answer|runtime_error), /)),
    );
    expect(out).not.toMatch(/compile_error.*: the starter\./);
    expect(out).toContain('quality 100 of 100');
  });

  it.each(PROGRAM_LANGUAGES)(
    'about a function of one’s own has its starter in %s, and is judged',
    async language => {
      const folder = at(`own-${language}`);
      const signature = 'join_all( names:list<string>, by : map<string,list<int>>) -> optional<string>';
      const made = await lab.cli(
        'new',
        folder,
        '--language',
        language,
        '--function',
        signature,
        '--title',
        'Join',
      );
      expect(made).toMatchObject({ exit: 0, err: '' });
      const { capsule } = await readCapsule(folder);
      const judge = {
        functionName: 'join_all',
        params: [
          { name: 'names', type: 'list<string>' },
          { name: 'by', type: 'map<string, list<int>>' },
        ],
        returns: 'optional<string>',
      };
      expect(capsule).toMatchObject({ title: 'Join', language, judge });
      expect(readFileSync(join(folder, `starter.${EXTENSION[language]}`), 'utf8')).toBe(
        starterFor(language, judge),
      );
      // Its solution is not written yet: whatever the starter does, no proof comes of it.
      expect(await lab.cli('verify', folder)).toMatchObject({
        exit: 1,
        out: expect.stringContaining('Not proven'),
      });
    },
  );

  it('takes no parameter for what it is', async () => {
    await lab.cli('new', at('none'), '--language', 'python', '--function', 'now() -> int');
    expect((await readCapsule(at('none'))).capsule.judge).toMatchObject({ params: [], returns: 'int' });
  });

  it('never writes over another, and with --force leaves nothing of it', async () => {
    const folder = at('twice');
    await lab.cli('new', folder, '--language', 'sql');
    writeFileSync(join(folder, 'NOTES.md'), 'mine');
    const refused = await lab.cli('new', folder, '--language', 'c');
    expect(refused).toMatchObject({
      exit: 3,
      err: expect.stringContaining(`${folder}/capsule.md: exists already`),
    });
    expect((await readCapsule(folder)).capsule.language).toBe('sql');
    expect(await lab.cli('new', folder, '--language', 'c', '--force')).toMatchObject({ exit: 0 });
    expect((await readCapsule(folder)).capsule.language).toBe('c');
    expect(readdirSync(folder).sort()).toEqual([
      ...['NOTES.md', 'capsule.md', 'solution.c', 'starter.c', 'tests.json', 'wrong'],
    ]);
    expect(readdirSync(join(folder, 'wrong'))).toEqual(['01.c', '02.c', '03.c']);
  });
});
