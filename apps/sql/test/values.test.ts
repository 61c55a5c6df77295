import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

const VALUES: [sql: string, value: unknown][] = [
  ['NULL', null],
  ['1', 1],
  ['1.5', 1.5],
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', { integer: '9007199254740992' }],
  ['-9223372036854775808', { integer: '-9223372036854775808' }],
  ['9e999', { real: 'Infinity' }],
  ['-9e999', { real: '-Infinity' }],
  ['9e999 - 9e999', null],
  ["''", ''],
  ["'naïve 🦊'", 'naïve 🦊'],
  ["char(65279) || 'a'", '\uFEFFa'],
  ["'a' || char(0) || 'b'", 'a\0b'],
  ["CAST(x'61ff62' AS TEXT)", 'a\uFFFDb'],
  ["x''", { blob: '' }],
  ["x'00ff10'", { blob: '00ff10' }],
];

describe('values', () => {
  it.each(VALUES)('carries %s exactly', async (sql, value) => {
    expect((await run(`SELECT ${sql}`)).result?.rows).toEqual([[value]]);
  });

  it('has no negative zero, which JSON has not either', async () => {
    const outcome = await run('SELECT -0.0, 0.0 * -1');
    expect(outcome.result?.rows).toEqual([[0, 0]]);
  });

  it('keeps columns of the same name', async () => {
    const outcome = await run('SELECT 1 AS a, 2 AS a, 3 AS "b c"');
    expect(outcome.result).toEqual({ columns: ['a', 'a', 'b c'], rows: [[1, 2, 3]] });
  });

  it('keeps the columns of an empty result', async () => {
    expect((await run('SELECT 1 AS a WHERE 0')).result).toEqual({ columns: ['a'], rows: [] });
  });
});
