import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { run, runAll } from './run.ts';

describe('isolation', () => {
  it('gives each case of a call a database of its own', async () => {
    const outcomes = await runAll({
      source: 'CREATE TABLE IF NOT EXISTS mine (x); INSERT INTO mine VALUES (1); SELECT count(*) FROM mine',
      setups: [[], [], ['CREATE TABLE mine (x); INSERT INTO mine VALUES (5), (6);']],
    });
    expect(outcomes.map(({ result }) => result?.rows)).toEqual([[[1]], [[1]], [[3]]]);
  });

  it('keeps a set-up as it was, whatever a source did to it', async () => {
    const setup = ['CREATE TABLE t (x); INSERT INTO t VALUES (1);'];
    expect(await run('DELETE FROM t; DROP TABLE t', { setup })).toMatchObject({ status: 'ok' });
    expect(await run('SELECT x FROM t', { setup })).toMatchObject({ result: { rows: [[1]] } });
  });

  it('lets no temporary table, open transaction or counter live on', async () => {
    const source = 'CREATE TEMP TABLE t (x); BEGIN; INSERT INTO t VALUES (7)';
    expect((await runAll({ source, setups: [[], []] })).map(({ status }) => status)).toEqual(['ok', 'ok']);
    expect(await run('SELECT * FROM t')).toMatchObject({ status: 'error', message: 'no such table: t' });
    expect(await run('SELECT total_changes(), last_insert_rowid()')).toMatchObject({
      result: { rows: [[0, 0]] },
    });
  });

  it('goes on with the next case after one met a limit', async () => {
    const outcomes = await runAll({
      source:
        'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT (SELECT n FROM t)) SELECT count(*) FROM c',
      setups: ['3', '-1', '4'].map(n => [`CREATE TABLE t (n); INSERT INTO t VALUES (${n});`]),
    });
    expect(outcomes.map(({ status }) => status)).toEqual(['ok', 'time_limit', 'ok']);
    expect(outcomes[2]?.result?.rows).toEqual([[4]]);
  });

  it('serves nothing over HTTP', async () => {
    expect((await exports.default.fetch('http://sql/')).status).toBe(404);
  });
});
