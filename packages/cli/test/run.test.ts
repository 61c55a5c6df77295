import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judgement } from '@devcapsules/capsule/verdict';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, openLab } from './lab.ts';

let lab: Lab;
const at = (name: string) => join(lab.folder, name);
const answer = (name: string, source: string): string => {
  writeFileSync(at(name), source);
  return at(name);
};

beforeAll(async () => {
  lab = await openLab({ runner: {} });
  await lab.cli('new', at('sum'), '--language', 'python', '--judge', 'stdio');
  await lab.cli('new', at('typed'), '--language', 'c');
  await lab.cli('new', at('query'), '--language', 'sql');
});
afterAll(() => lab.close());

describe('run', () => {
  it('judges the solution if no file is named', async () => {
    const { exit, out, err } = await lab.cli('run', at('sum'));
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(/^accepted +\d+ ms +\d+\.\d MB +hidden +negative$/m);
    expect(out).toMatch(/accepted: 5 of 5 tests passed\n$/);
  });

  it('shows what was expected and what came, of hidden tests too, and ends with 1', async () => {
    const { exit, out } = await lab.cli('run', at('sum'), at('sum/wrong/01.py'));
    expect(exit).toBe(1);
    expect(out).toMatch(/^wrong answer .* equal ones do not count$/m);
    expect(out).toContain(
      'input\n    2\n    2 2\nexpected (-) and what came (+)\n    @@ line 1 @@\n    -0\n    +2\n',
    );
    expect(out).toMatch(/wrong answer: 3 of 5 tests passed\n$/);
  });

  it('judges only the tests that are named', async () => {
    const line = ['run', at('sum'), at('sum/wrong/01.py'), '--test', 'some', '--test', 'negative'];
    const { exit, out } = await lab.cli(...line);
    expect([exit, out]).toEqual([0, expect.stringContaining('accepted: 2 of 2 tests passed')]);
    const unknown = await lab.cli('run', at('sum'), '--test', 'other');
    expect(unknown).toMatchObject({ exit: 2, err: expect.stringContaining('there are "some", "equal ones') });
  });

  it('gives the judgement as JSON', async () => {
    const { exit, out } = await lab.cli('run', at('query'), at('query/wrong/02.sql'), '--json');
    const judgement: Judgement = JSON.parse(out);
    expect(exit).toBe(1);
    expect(judgement).toMatchObject({ verdict: 'wrong_answer', passed: 1, total: 3 });
    expect(judgement.tests[1]).toMatchObject({ name: 'equal length', hidden: true, verdict: 'wrong_answer' });
  });

  it('shows what the compiler says', async () => {
    const { exit, out } = await lab.cli(
      'run',
      at('typed'),
      answer('broken.c', 'long long count_above( {}\n'),
    );
    expect(exit).toBe(1);
    expect(out).toMatch(/solution\.c:1:\d+: error: /);
    expect(out).toMatch(/compile error\n$/);
  });

  it('shows what a program that fails says', async () => {
    const { out } = await lab.cli(
      'run',
      at('sum'),
      answer('zero.py', 'print("so far")\n1 / 0\n'),
      '--test',
      'some',
    );
    expect(out).toMatch(/stderr\n(.*\n)*.*ZeroDivisionError/);
    expect(out).toMatch(/The program ended with exit code 1\./);
  });

  it('ends with 3 if the file is missing', async () => {
    expect(await lab.cli('run', at('sum'), at('none.py'))).toMatchObject({
      exit: 3,
      err: `${at('none.py')}: is missing.\n`,
    });
  });
});

describe('SQL on this machine', () => {
  const run = async (sql: string) => {
    const { out } = await lab.cli(
      'run',
      at('query'),
      answer('query.sql', sql),
      '--json',
      '--test',
      'the library',
    );
    const judgement: Judgement = JSON.parse(out);
    return judgement.tests[0];
  };
  const endless = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)';

  it.each([
    ['an endless query', `${endless} SELECT count(*) FROM c;`, 'time_limit'],
    ['an endless result', `${endless} SELECT x FROM c;`, 'output_limit'],
    ['a mistake', 'SELEC 1;', 'runtime_error'],
    ['nothing', '-- nothing\n', 'runtime_error'],
    ['no result', 'CREATE TABLE x(y);', 'wrong_answer'],
    [
      'the last of several results',
      'SELECT 1; SELECT title FROM book WHERE pages > 300 ORDER BY 1 DESC;',
      'accepted',
    ],
  ])('ends well with %s', async (_, sql, verdict) => {
    expect(await run(sql)).toMatchObject({ verdict });
  });

  it('goes on after an endless query', async () => {
    const file = answer(
      'sometimes.sql',
      `SELECT CASE (SELECT count(*) FROM book) WHEN 7 THEN (${endless} SELECT count(*) FROM c) END;`,
    );
    const { out } = await lab.cli('run', at('query'), file, '--json');
    const judgement: Judgement = JSON.parse(out);
    expect(judgement.tests.map(test => test.verdict)).toEqual(['wrong_answer', 'time_limit', 'wrong_answer']);
  });

  it.each([
    ["ATTACH '%' AS other; CREATE TABLE other.x(y); SELECT 1;"],
    ["VACUUM INTO '%';"],
    ["SELECT writefile('%', 'x');"],
    ["SELECT load_extension('%');"],
  ])('reaches no file by %s', async sql => {
    expect(await run(sql.replace('%', at('reached')))).toMatchObject({ verdict: 'runtime_error' });
    expect(existsSync(at('reached'))).toBe(false);
  });

  it('carries every kind of value', async () => {
    const sql = "SELECT NULL, 1, 1.5, 9223372036854775807, 9e999, x'00ff', 'é';";
    const shown = (await run(sql))?.actual;
    expect(shown).toMatchObject({
      table: {
        rows: [
          [null, 1, 1.5, { integer: '9223372036854775807' }, { real: 'Infinity' }, { blob: '00ff' }, 'é'],
        ],
      },
    });
  });
});
