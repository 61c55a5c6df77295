import { describe, expect, it } from 'vitest';
import { errorLineOf } from '../../src/results/error-line.ts';
import { tablesOf } from '../../src/results/sql-tables.ts';

const source = 'one\ntwo\nthree\nfour\n';

describe('the line of an error', () => {
  it('is the innermost of a Python traceback, in the learner’s file', () => {
    const message =
      'Traceback …\n  File "solution.py", line 4, in <module>\n  File "solution.py", line 2, in f\nZeroDivisionError';
    expect(errorLineOf('python', message, source)).toBe(2);
    expect(errorLineOf('python', 'File "/usr/lib/python3/json.py", line 3', source)).toBe(null);
  });

  it('is the first that a compiler names', () => {
    expect(errorLineOf('c', 'main.c:3:5: error: expected ‘;’\nmain.c:4:1: error: x', source)).toBe(3);
    expect(errorLineOf('cpp', "main.cpp:2:1: warning: x\nsolution.cpp:4:9: error: 'x'", source)).toBe(4);
    expect(errorLineOf('java', 'Solution.java:2: error: cannot find symbol', source)).toBe(2);
    expect(errorLineOf('javascript', '/box/main.js:3\nthrow x\n    at f (/box/main.js:1:2)', source)).toBe(3);
  });

  it('is where the word stands that SQLite names, if it stands there once', () => {
    const query = 'SELECT a\nFORM t\n';
    expect(errorLineOf('sql', 'near "FORM": syntax error', query)).toBe(2);
    expect(errorLineOf('sql', 'no such column: a', query)).toBe(1);
    expect(errorLineOf('sql', 'near "x": syntax error', 'x\nx')).toBe(null);
  });

  it('is none beyond the source', () => {
    expect(errorLineOf('python', 'File "main.py", line 99', source)).toBe(null);
  });
});

describe('the tables of a script', () => {
  it('are read with their columns, keys and references', () => {
    const script = `-- CREATE TABLE not_this (x);
      CREATE TABLE IF NOT EXISTS "my table" (id INTEGER PRIMARY KEY, price DECIMAL(10, 2) DEFAULT (1, 2), note TEXT DEFAULT 'a,b');
      create table job (a INT, b INT REFERENCES other (id), PRIMARY KEY (a, b), FOREIGN KEY (a) REFERENCES "my table" (id));`;
    expect(tablesOf(script)).toEqual([
      {
        name: 'my table',
        columns: [
          { name: 'id', type: 'INTEGER', isKey: true, references: null },
          { name: 'price', type: 'DECIMAL(10, 2)', isKey: false, references: null },
          { name: 'note', type: 'TEXT', isKey: false, references: null },
        ],
      },
      {
        name: 'job',
        columns: [
          { name: 'a', type: 'INT', isKey: true, references: 'my table' },
          { name: 'b', type: 'INT', isKey: true, references: 'other' },
        ],
      },
    ]);
  });

  it('are none where nothing is plain', () => {
    expect(tablesOf('CREATE TABLE t AS SELECT 1; CREATE TABLE')).toEqual([]);
  });
});
