import type { ErrorKind } from './kinds.ts';

export const SQL: readonly ErrorKind[] = [
  {
    pattern: /no such table: (\S+)/,
    meaning: 'The database has no table `$1`.',
    look: 'Compare the spelling with the schema.',
  },
  {
    pattern: /no such column: (\S+)/,
    meaning: 'None of the tables in FROM has a column `$1`.',
    look: 'Check the spelling, and that the table is joined. Texts stand in single quotes: double ones mean a column.',
  },
  {
    pattern: /ambiguous column name: (\S+)/,
    meaning: 'Several tables have a column `$1`.',
    look: 'Write the table or its short name before it, as in `c.name`.',
  },
  {
    pattern: /misuse of aggregate(?: function)?:? ?(\w*)/,
    meaning: 'Functions such as $1 work on groups; WHERE looks at single rows, before there are groups.',
    look: 'Move the condition to HAVING.',
  },
  {
    pattern: /no such function: (\w+)/,
    meaning: 'SQLite knows no function `$1`.',
    look: 'Other databases have other functions; SQLite’s dates are made by `date`, `strftime` and `julianday`.',
  },
  {
    pattern: /near "(.+?)": syntax error/,
    meaning: 'SQLite can’t read the query at `$1`.',
    look: 'Look just before it. The order is SELECT, FROM, JOIN, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.',
  },
  {
    pattern: /incomplete input/,
    meaning: 'The query ends too early.',
    look: 'A bracket or a quotation mark may still be open.',
  },
  {
    pattern: /SELECTs to the left and right of (\w+(?: ALL)?) do not have the same number of result columns/,
    meaning: 'Both sides of $1 must have equally many columns.',
    look: 'Count the columns of both.',
  },
  {
    pattern: /(UNIQUE|NOT NULL|FOREIGN KEY|CHECK) constraint failed:? ?(\S*)/,
    meaning: 'A rule of the table ($1) does not allow this row. $2',
    look: 'Look at the schema for that column.',
  },
  {
    pattern: /sub-select returns \d+ columns|row value misused/,
    meaning: 'A query in brackets stands for one value, and this one has several columns.',
    look: 'Select one column in it.',
  },
];
