import { sha256 } from '@devcapsules/capsule/hash';
import { describe, expect, inject, it } from 'vitest';
import { ZodError } from 'zod';
import { parseCall } from '../src/call.ts';
import { callOf, LIMITS, run, send } from './run.ts';

/** A script no other test uses. */
const fresh = (name: string) => `CREATE TABLE ${name} (x); INSERT INTO ${name} VALUES (1);`;

describe('set-up scripts', () => {
  it('are asked for when unknown, and may be left out once they were sent', async () => {
    const whole = await callOf({ source: 'SELECT x FROM left_out', setups: [[fresh('left_out')]] });
    const bare = { ...whole, scripts: {} };
    expect(await send(bare)).toEqual({ missing: Object.keys(whole.scripts) });
    expect(await send(whole)).toMatchObject({ outcomes: [{ status: 'ok' }] });
    expect(await send(bare)).toMatchObject({
      outcomes: [{ status: 'ok', result: { rows: [[1]] } }],
    });
  });

  it('build on what the scripts before them built', async () => {
    const [base, more] = [fresh('base'), 'INSERT INTO base SELECT x + 1 FROM base;'];
    expect(await run('SELECT x FROM base', { setup: [base] })).toMatchObject({ result: { rows: [[1]] } });
    const longer = await callOf({ source: 'SELECT x FROM base', setups: [[base, more]] });
    const onlyNew = { ...longer, scripts: { [await sha256(more)]: more } };
    expect(await send(onlyNew)).toMatchObject({ outcomes: [{ result: { rows: [[1], [2]] } }] });
    expect(await run('SELECT x FROM base', { setup: [base] })).toMatchObject({ result: { rows: [[1]] } });
  });

  it('are refused under a hash that is not theirs', async () => {
    const call = await callOf({ source: 'SELECT 1', setups: [[fresh('other')]] });
    const [hash = ''] = Object.keys(call.scripts);
    await expect(parseCall({ ...call, scripts: { [hash]: 'DROP TABLE t' } })).rejects.toThrow(/another hash/);
  });

  it.each([
    ['a syntax error', 'CREATE TABEL t', /A set-up script failed: near "TABEL"/],
    ['an open transaction', 'BEGIN; CREATE TABLE t (x);', /leaves a transaction open/],
    [
      'a loop without end',
      'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c',
      /stopped after \d+ operations/,
    ],
    [
      'a database of more than 8 MB',
      'CREATE TABLE t (x); WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 100) INSERT INTO t SELECT zeroblob(90000) FROM c',
      /more than 8388608 bytes/,
    ],
    [
      'a database of 1 GB',
      'CREATE TABLE t (x); WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 11000) INSERT INTO t SELECT zeroblob(90000) FROM c',
      /more memory/,
    ],
  ])('that fail by %s are told apart from the source', async (_, script, message) => {
    const outcome = await run('SELECT 1', { setup: [script] });
    expect(outcome).toMatchObject({ status: 'setup_error', result: null });
    expect(outcome.message).toMatch(message);
    expect(await run('SELECT 1')).toMatchObject({ status: 'ok' });
  });

  it('may be empty', async () => {
    expect(await run('SELECT 1', { setup: ['-- nothing'] })).toMatchObject({ status: 'ok' });
    expect(await run('CREATE TABLE t (x); SELECT count(*) FROM t', { setup: ['', ''] })).toMatchObject({
      status: 'ok',
    });
  });

  it('load Chinook whole', async context => {
    const chinook = inject('chinook');
    if (chinook === null) {
      console.warn('SKIPPED: no Chinook script; set DEVCAPSULES_CORPORA to the folder that has chinook/');
      context.skip();
      return;
    }
    const tables = ['Album', 'Artist', 'Customer', 'InvoiceLine', 'PlaylistTrack', 'Track'];
    const counts = tables.map(name => `(SELECT count(*) FROM ${name})`).join(', ');
    const outcome = await run(`SELECT ${counts}`, { setup: [chinook] });
    expect(outcome.result?.rows).toEqual([[347, 275, 59, 2240, 8715, 3503]]);
    const names = await run("SELECT Name FROM Artist WHERE Name LIKE 'Ant%Carlos%' OR ArtistId = 6", {
      setup: [chinook],
    });
    expect(names.result?.rows).toEqual([['Antônio Carlos Jobim']]);
    expect(await run('PRAGMA foreign_key_check', { setup: [chinook] })).toMatchObject({
      result: { rows: [] },
    });
  });
});

describe('a malformed call', () => {
  it.each([
    ['no cases', { cases: [] }],
    ['a hash that is none', { cases: [{ setup: [{ hash: '../x' }] }] }],
    ['no time', { limits: { ...LIMITS, timeMs: 0 } }],
    ['a source of more than 100,000 characters', { source: ' '.repeat(100_001) }],
  ])('is refused: %s', async (_, wrong) => {
    await expect(parseCall({ ...(await callOf({ source: 'SELECT 1' })), ...wrong })).rejects.toThrow(
      ZodError,
    );
  });
});
