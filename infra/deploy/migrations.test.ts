import { describe, expect, test } from 'vitest';
import { readMigrations, releasesOf } from './check-migrations.ts';
import { findBreaking, statementsOf } from './migrations.ts';

const check = (sql: string, releases: string[] = ['0.2.0']) =>
  findBreaking([{ file: '0099_x.sql', sql }], releases).map(({ line, why }) => `${line}: ${why}`);

describe('expand and contract', () => {
  test.each([
    ['a new table', 'CREATE TABLE a (id TEXT PRIMARY KEY, b TEXT NOT NULL);'],
    ['a column that may be empty', 'ALTER TABLE a ADD COLUMN b TEXT;'],
    ['a column with a default', "ALTER TABLE a ADD COLUMN b TEXT NOT NULL DEFAULT '';"],
    ['an index less', 'DROP INDEX a_by_b;'],
    [
      'words in a text or comment',
      "-- DROP TABLE a;\nINSERT INTO a VALUES ('x; DROP TABLE a;'); /* ; DROP TABLE b */",
    ],
    [
      'a trigger that deletes',
      'CREATE TRIGGER t AFTER DELETE ON a\nBEGIN\n  DELETE FROM b;\n  SELECT CASE WHEN 1 THEN 2 END;\nEND;',
    ],
  ])('%s passes', (_, sql) => {
    expect(check(sql)).toEqual([]);
  });

  test.each([
    ['DROP TABLE a;', 'drops what'],
    ['drop view v;', 'drops what'],
    ['DROP TRIGGER t;', 'drops what'],
    ['ALTER TABLE a DROP COLUMN b;', 'drops a column'],
    ['ALTER TABLE "a" RENAME TO b;', 'renames'],
    ['ALTER TABLE a RENAME COLUMN b TO c;', 'renames'],
    ['ALTER TABLE a ADD COLUMN b TEXT\n  NOT NULL;', 'adds a column'],
  ])('%s needs a release that stopped using it', (sql, why) => {
    expect(check(sql)).toEqual([expect.stringContaining(`1: ${why}`)]);
    expect(check(`-- contract: unused since 0.2.0\n${sql}`)).toEqual([]);
    expect(check(`-- contract: unused since 0.3.0\n${sql}`)).toEqual([
      expect.stringContaining('0.3.0 is not out'),
    ]);
  });

  test('a marker counts for one statement alone, and the line is told', () => {
    const sql = '-- contract: unused since 0.2.0\nDROP TABLE a;\n\nDROP TABLE b;\n';
    expect(check(sql)).toEqual([expect.stringContaining('4: drops what')]);
  });

  test('statements are split as SQLite does', () => {
    const sql = "SELECT ';';\nCREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END;\nSELECT 3";
    expect(statementsOf(sql).map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  test('what is in the repository holds it', () => {
    const migrations = readMigrations();
    expect(migrations.length).toBeGreaterThan(9);
    expect(findBreaking(migrations, releasesOf('# Changelog\n\n## 0.1.0, 2026-12-01\n'))).toEqual([]);
  });
});
