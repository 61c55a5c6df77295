import { describe, expect, it } from 'vitest';
import { statementsOf } from '../src/executor/statements.ts';

const split = (source: string) => [...statementsOf(source)].map(text => text.trim());

describe('SQL is split', () => {
  it.each<[string, string[]]>([
    ['SELECT 1; SELECT 2', ['SELECT 1;', 'SELECT 2']],
    ["SELECT ';', '''; '; SELECT 2;", ["SELECT ';', '''; ';", 'SELECT 2;']],
    [
      'SELECT 1 AS "a;b", [c;d], `e;f` FROM t; SELECT 2',
      ['SELECT 1 AS "a;b", [c;d], `e;f` FROM t;', 'SELECT 2'],
    ],
    ['SELECT 1 -- one; two\n; SELECT 2 /* ; */', ['SELECT 1 -- one; two\n;', 'SELECT 2 /* ; */']],
    [' ;; -- nothing\n ; /* ; ', []],
    ['SELECT CASE WHEN 1 THEN 2 END; SELECT 3', ['SELECT CASE WHEN 1 THEN 2 END;', 'SELECT 3']],
    ['BEGIN; SELECT 1; END;', ['BEGIN;', 'SELECT 1;', 'END;']],
    [
      'CREATE TEMP TRIGGER a AFTER INSERT ON t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; DELETE FROM t; END; SELECT 1',
      [
        'CREATE TEMP TRIGGER a AFTER INSERT ON t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; DELETE FROM t; END;',
        'SELECT 1',
      ],
    ],
    ['CREATE TABLE "trigger" (a); SELECT 1', ['CREATE TABLE "trigger" (a);', 'SELECT 1']],
  ])('%s', (source, statements) => {
    expect(split(source)).toEqual(statements);
  });
});
