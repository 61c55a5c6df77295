import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

const DENIED: [sql: string, message: string][] = [
  ["ATTACH 'other.db' AS other", 'ATTACH and VACUUM are not allowed here'],
  ["ATTACH ':memory:' AS other", 'ATTACH and VACUUM are not allowed here'],
  ['VACUUM', 'ATTACH and VACUUM are not allowed here'],
  ["VACUUM INTO 'copy.db'", 'ATTACH and VACUUM are not allowed here'],
  ['DETACH main', 'DETACH is not allowed here'],
  ['PRAGMA writable_schema = 1', 'PRAGMA writable_schema is not allowed here'],
  ['PRAGMA main."writable_schema" = ON', 'PRAGMA writable_schema is not allowed here'],
  ['PRAGMA hard_heap_limit = 0', 'PRAGMA hard_heap_limit is not allowed here'],
  ['PRAGMA soft_heap_limit', 'PRAGMA soft_heap_limit is not allowed here'],
  ['PRAGMA journal_mode = OFF', 'PRAGMA journal_mode is not allowed here'],
  ["PRAGMA temp_store_directory = '/'", 'PRAGMA temp_store_directory is not allowed here'],
  ['SELECT * FROM pragma_journal_mode', 'PRAGMA journal_mode is not allowed here'],
  ['PRAGMA foreign_keys = OFF', "PRAGMA foreign_keys can't be changed here"],
  ['PRAGMA user_version = 5', "PRAGMA user_version can't be changed here"],
  ["SELECT load_extension('x')", 'no such function: load_extension'],
  ["SELECT readfile('/etc/passwd')", 'no such function: readfile'],
  ["SELECT writefile('x', 'y')", 'no such function: writefile'],
  ["SELECT edit('x')", 'no such function: edit'],
  ["SELECT fts3_tokenizer('x')", 'no such function: fts3_tokenizer'],
  ["UPDATE sqlite_schema SET sql = 'x'", 'table sqlite_master may not be modified'],
  ['UPDATE sqlite_dbpage SET data = zeroblob(8192)', 'read-only'],
];

const ALLOWED: string[] = [
  'PRAGMA table_info(t)',
  "SELECT name FROM pragma_table_info('t')",
  'PRAGMA table_list',
  'PRAGMA index_list(t)',
  'PRAGMA foreign_key_list(t)',
  'PRAGMA foreign_key_check',
  'PRAGMA integrity_check',
  'PRAGMA foreign_keys = ON',
  'EXPLAIN QUERY PLAN SELECT * FROM t',
  'CREATE TABLE u (a); INSERT INTO u VALUES (1); UPDATE u SET a = 2; DELETE FROM u; ALTER TABLE u ADD b; DROP TABLE u',
  'BEGIN; SAVEPOINT s; INSERT INTO t VALUES (1); ROLLBACK TO s; COMMIT',
  'CREATE INDEX i ON t (a); REINDEX; ANALYZE',
  "CREATE VIRTUAL TABLE f USING fts5(x); INSERT INTO f VALUES ('hello world'); SELECT * FROM f WHERE f MATCH 'hello'",
];

describe('the authorizer', () => {
  it.each(DENIED)('denies %s', async (sql, message) => {
    expect(await run(sql)).toMatchObject({ status: 'error', message, result: null });
  });

  it.each(ALLOWED)('allows %s', async sql => {
    expect(await run(sql, { setup: ['CREATE TABLE t (a);'] })).toMatchObject({ status: 'ok', message: null });
  });

  it('denies in a later statement and in a trigger too', async () => {
    expect(await run('SELECT 1; PRAGMA cache_size = 1')).toMatchObject({ status: 'error' });
    const trigger =
      "CREATE TABLE t (a); CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT load_extension('x'); END;";
    expect(await run(`${trigger} INSERT INTO t VALUES (1)`)).toMatchObject({ status: 'error' });
  });

  it('denies set-up scripts ATTACH and the heap limit, but not what dumps set', async () => {
    const denied = ["ATTACH ':memory:' AS a", 'PRAGMA hard_heap_limit = 0', 'PRAGMA writable_schema = 1'];
    for (const script of denied) {
      expect(await run('SELECT 1', { setup: [script] }), script).toMatchObject({ status: 'setup_error' });
    }
    const dump =
      'PRAGMA foreign_keys = OFF; BEGIN TRANSACTION; CREATE TABLE t (a); COMMIT; PRAGMA user_version = 3;';
    expect(await run('PRAGMA user_version', { setup: [dump] })).toMatchObject({ result: { rows: [[3]] } });
  });
});
