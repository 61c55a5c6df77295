import type { QueryStatus } from '@devcapsules/capsule/execution';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { LIMITS, run } from './run.ts';

/** Counts up to a number of rows, or without end. */
const count = (rows?: number) =>
  `WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c${rows ? ` LIMIT ${rows}` : ''})`;

const repeat = (text: string, times: number) => text.repeat(times);

type Stopped = [guarantee: string, sql: string, status: QueryStatus, message: RegExp];

const OPERATIONS: Stopped[] = [
  ['an endless recursion', `${count()} SELECT count(*) FROM c`, 'time_limit', /stopped after \d+ operations/],
  [
    'an endless subquery in a trigger',
    `CREATE TABLE t (x);
     CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET x = (${count()} SELECT max(x) FROM c); END;
     INSERT INTO t VALUES (1)`,
    'time_limit',
    /stopped after/,
  ],
];

const MEMORY: Stopped[] = [
  [
    'a table of 1 GB',
    `CREATE TABLE t (x); ${count(11_000)} INSERT INTO t SELECT randomblob(90000) FROM c`,
    'memory_limit',
    /more memory/,
  ],
  [
    'sorting 1 GB',
    `${count(11_000)} SELECT count(*) FROM (SELECT randomblob(90000) AS b FROM c ORDER BY b LIMIT -1 OFFSET 1)`,
    'memory_limit',
    /more memory/,
  ],
  [
    'views that double their rows forty times',
    `CREATE VIEW v0 AS SELECT 1;
     ${Array.from({ length: 40 }, (_, i) => `CREATE VIEW v${i + 1} AS SELECT * FROM v${i} UNION ALL SELECT * FROM v${i};`).join('')}
     SELECT count(*) FROM v40`,
    'memory_limit',
    /more memory/,
  ],
  ['randomblob(1e9)', 'SELECT randomblob(1e9)', 'error', /at most 100000 bytes/],
  ['zeroblob(1e9)', 'SELECT zeroblob(1e9)', 'error', /at most 100000 bytes/],
  ['a padded number', "SELECT printf('%1000000000d', 1)", 'error', /at most 100000 bytes/],
  [
    'a long concatenation',
    `${count(3_000)} SELECT group_concat(zeroblob(100)) FROM c`,
    'error',
    /at most 100000/,
  ],
];

const OUTPUT: Stopped[] = [
  ['more than 10,000 rows', `${count()} SELECT x FROM c`, 'output_limit', /10000 rows/],
  ['more than 1 MB', `${count(20)} SELECT zeroblob(90000) FROM c`, 'output_limit', /1000000 bytes/],
];

const SHAPE: Stopped[] = [
  ['a statement of more than 100,000 bytes', `SELECT '${repeat('é', 60_000)}'`, 'error', /too big/],
  ['more than 500 columns', `SELECT ${repeat('1,', 500)}1`, 'error', /too many columns/],
  ['an expression 200 deep', `SELECT 1${repeat('+1', 200)}`, 'error', /maximum depth 200/],
  ['40,000 parentheses', `SELECT ${repeat('(', 40_000)}1${repeat(')', 40_000)}`, 'error', /Recursion limit/],
  ['more than 200 compounds', `SELECT 1${repeat(' UNION ALL SELECT 1', 200)}`, 'error', /too many terms/],
  [
    'a pattern of more than 1,000 bytes',
    `SELECT 'a' LIKE '${repeat('%a', 501)}'`,
    'error',
    /pattern too complex/,
  ],
  ['more than 127 arguments', `SELECT max(${repeat('1,', 127)}1)`, 'error', /too many arguments/],
  [
    'JSON nested 20,000 deep',
    `SELECT json('${repeat('[', 20_000)}${repeat(']', 20_000)}')`,
    'error',
    /malformed/,
  ],
  [
    'a chain of more than 100 triggers',
    `${Array.from({ length: 103 }, (_, i) => `CREATE TABLE t${i} (x);`).join('')}
     ${Array.from({ length: 102 }, (_, i) => `CREATE TRIGGER r${i} AFTER INSERT ON t${i} BEGIN INSERT INTO t${i + 1} VALUES (1); END;`).join('')}
     INSERT INTO t0 VALUES (1)`,
    'error',
    /triggers nested too deep/,
  ],
  ['parameters', 'SELECT ?', 'error', /Parameters/],
  ['variables by number', 'SELECT ?101', 'error', /variable number/],
];

describe('limits', () => {
  afterEach(async () => {
    expect(await run('SELECT 1 AS a'), 'the next call').toMatchObject({
      status: 'ok',
      result: { columns: ['a'], rows: [[1]] },
    });
  });

  it.each([...OPERATIONS, ...MEMORY, ...OUTPUT, ...SHAPE])('stop %s', async (_, sql, status, message) => {
    const outcome = await run(sql);
    expect(outcome).toMatchObject({ status, result: null });
    expect(outcome.message).toMatch(message);
  });

  it('stop a cross join of five big tables', async context => {
    const chinook = inject('chinook');
    if (chinook === null) {
      console.warn('SKIPPED: no Chinook script; set DEVCAPSULES_CORPORA to the folder that has chinook/');
      context.skip();
      return;
    }
    const tables = ['Track t', 'InvoiceLine l', 'PlaylistTrack p', 'Invoice i', 'Customer c'];
    const outcome = await run(`SELECT count(*) FROM ${tables.join(', ')} WHERE t.Name <> c.Email`, {
      setup: [chinook],
    });
    expect(outcome).toMatchObject({ status: 'time_limit', result: null });
  });

  it('stop by the clock what takes few operations, where the clock moves', async () => {
    const quadratic = `${count()}, s(a, b) AS (
        SELECT replace(hex(zeroblob(30000)), '0', 'a'), replace(hex(zeroblob(15000)), '0', 'a') || 'b')
      SELECT sum(instr(a || x, b)) FROM c, s`;
    const outcome = await run(quadratic, { limits: { ...LIMITS, timeMs: 1 } });
    expect(outcome).toMatchObject({ status: 'time_limit', result: null });
    expect(outcome.timeMs).toBeGreaterThan(1_000);
  });

  it('follow the time a capsule allows', async () => {
    const sql = `${count(200_000)} SELECT count(*) FROM c`;
    expect(await run(sql, { limits: { ...LIMITS, timeMs: 10 } })).toMatchObject({ status: 'time_limit' });
    expect(await run(sql, { limits: { ...LIMITS, timeMs: 1_000 } })).toMatchObject({ status: 'ok' });
  });

  it('follow the memory a capsule allows', async () => {
    const sql = `CREATE TABLE t (x); ${count(100)} INSERT INTO t SELECT randomblob(90000) FROM c`;
    expect(await run(sql, { limits: { ...LIMITS, memoryMb: 4 } })).toMatchObject({ status: 'memory_limit' });
    const enough = await run(sql, { limits: { ...LIMITS, memoryMb: 32 } });
    expect(enough).toMatchObject({ status: 'ok' });
    expect(enough.memoryKb).toBeGreaterThan(9_000);
  });
});
