import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

describe('a source', () => {
  it('gives the last result set of several statements', async () => {
    const outcome = await run('SELECT 1 AS a; SELECT 2 AS b; CREATE TABLE t (x); INSERT INTO t VALUES (3);');
    expect(outcome).toMatchObject({ status: 'ok', message: null, result: { columns: ['b'], rows: [[2]] } });
  });

  it('gives what RETURNING returns', async () => {
    const outcome = await run('CREATE TABLE t (x); INSERT INTO t VALUES (3) RETURNING x + 1 AS y');
    expect(outcome.result).toEqual({ columns: ['y'], rows: [[4]] });
  });

  it('gives no result set when no statement has one', async () => {
    expect(await run('CREATE TABLE t (x)')).toMatchObject({ status: 'ok', result: null });
  });

  it.each(['', ' \n', ';;', '-- only a comment', '/* only a comment */;'])(
    'is an error without a statement: %j',
    async sql => {
      expect(await run(sql)).toMatchObject({ status: 'error', message: 'no statement', result: null });
    },
  );

  it('may begin with a byte order mark', async () => {
    expect(await run('\uFEFFSELECT 1')).toMatchObject({ status: 'ok' });
  });

  it('is not cut short by a NUL', async () => {
    expect(await run('SELECT 1; \0 nonsense')).toMatchObject({ status: 'error' });
  });

  it("fails with SQLite's own message", async () => {
    expect(await run('SELECT 1; SELEC 2')).toMatchObject({
      status: 'error',
      message: 'near "SELEC": syntax error',
    });
  });

  it('runs with foreign keys on', async () => {
    const setup = ['CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a);'];
    const outcome = await run('INSERT INTO b VALUES (1)', { setup });
    expect(outcome).toMatchObject({ status: 'error', message: 'FOREIGN KEY constraint failed' });
  });

  it('has random numbers and the time', async () => {
    const sql =
      "SELECT random(), hex(randomblob(16)), strftime('%Y', 'now'), strftime('%Y', 'now', 'localtime')";
    const [first, second] = [await run(sql), await run(sql)];
    const year = String(new Date().getUTCFullYear());
    expect(first.result?.rows[0]?.slice(2)).toEqual([year, year]);
    expect(first.result?.rows[0]?.slice(0, 2)).not.toEqual(second.result?.rows[0]?.slice(0, 2));
  });
});

describe('a check', () => {
  const setup = ['CREATE TABLE t (x); INSERT INTO t VALUES (1);'];

  it('sees what the source did, and gives the result in its place', async () => {
    const outcome = await run('UPDATE t SET x = x + 1 RETURNING x AS y', { setup, check: 'SELECT x FROM t' });
    expect(outcome).toMatchObject({
      status: 'ok',
      result: { columns: ['x'], rows: [[2]] },
      sourceResult: { columns: ['y'], rows: [[2]] },
    });
  });

  it('is not asked when the source fails', async () => {
    const outcome = await run('UPDATE u SET x = 2', { setup, check: 'SELECT x FROM t' });
    expect(outcome).toMatchObject({ status: 'error', message: 'no such table: u', result: null });
  });

  it('that fails on what the source left behind is told apart', async () => {
    const outcome = await run('DROP TABLE t', { setup, check: 'SELECT x FROM t' });
    expect(outcome).toMatchObject({ status: 'check_error', message: 'no such table: t' });
  });

  it("without a result set is the author's fault", async () => {
    expect(await run('SELECT 1', { setup, check: '-- nothing' })).toMatchObject({ status: 'setup_error' });
  });

  it('has limits of its own', async () => {
    const check = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c';
    expect(await run('SELECT 1', { setup, check })).toMatchObject({ status: 'time_limit' });
  });
});
