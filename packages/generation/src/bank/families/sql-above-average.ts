import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, insert, type Row, shown, sortedBy, sum } from './tables.ts';

const STORIES = [
  {
    where: 'a library',
    table: 'book',
    group: 'shelf',
    value: 'pages',
    groups: ['poetry', 'travel'],
    names: ['Bright Water', 'Cold Bread', 'Far Hills', 'Green Ink', 'Last Ferry', 'Paper Moon', 'Slow Train'],
  },
  {
    where: 'a cinema',
    table: 'film',
    group: 'genre',
    value: 'minutes',
    groups: ['comedy', 'western'],
    names: ['A Long Day', 'Blue Door', 'Dust', 'Echo Park', 'Hide and Seek', 'Night Bus', 'The Well'],
  },
  {
    where: 'a cookery school',
    table: 'dish',
    group: 'kind',
    value: 'calories',
    groups: ['main', 'soup'],
    names: ['barley pot', 'bean stew', 'carrot cream', 'dumplings', 'leek pie', 'onion broth', 'pea mash'],
  },
] as const;

/** Rows above the average of all (MEDIUM), or of their own group (HARD). */
export const sqlAboveAverage: SqlFamily = {
  kind: 'sql',
  id: 'sql-above-average',
  words:
    'sql subquery average avg correlated nested select scalar compare above greater than group library cinema',
  difficulties: ['MEDIUM', 'HARD'],
  make(random, difficulty) {
    const { where, table, group, value, groups, names } = pick(random, STORIES);
    const isHard = difficulty === 'HARD';
    const base = between(random, 80, 160);
    // The first group lies high, the second low: the average of all is another than that of a group.
    const offsets = [60, -50, 40, -70, 80, -62, -58];
    const rows: Row[] = names
      .toReversed()
      .map((name, i) => [
        i + 1,
        name,
        groups[(offsets[i] ?? 0) > 0 ? 0 : 1],
        base + (offsets[i] ?? 0) + between(random, 0, 3),
      ]);
    const average = (of: Row[]) => sum(of.map(row => Number(row[3]))) / of.length;
    const answer = sortedBy(
      rows.filter(row => Number(row[3]) > average(isHard ? rows.filter(other => other[2] === row[2]) : rows)),
      row => String(row[1]),
    ).map(row => [row[1] ?? null, row[3] ?? null]);
    const query = (compare: string, inner: string) =>
      `SELECT name, ${value}\nFROM ${table} AS a\nWHERE ${value} ${compare} (${inner})\nORDER BY name\n`;
    const all = `SELECT AVG(${value}) FROM ${table}`;
    const own = `SELECT AVG(b.${value}) FROM ${table} AS b WHERE b.${group} = a.${group}`;
    const right = isHard ? own : all;
    return {
      title: isHard ? `More ${value} than usual for the ${group}` : `More ${value} than the average ${table}`,
      statement: `The table \`${table}(id, name, ${group}, ${value})\` is that of ${where}.

Return \`name\` and \`${value}\` of every ${table} with **more** ${value} than the average ${isHard ? `of all with the **same ${group}** (itself included)` : `of **all** rows`}, in alphabetical order. One that has exactly the average does not count; so a ${table} that is the only one ${isHard ? `of its ${group}` : 'in the table'} is never among them.

With the first rows the answer is

${shown(['name', value], answer)}
`,
      objectives: isHard
        ? ['Compare a row with an aggregate of its own group by a correlated subquery']
        : ['Compare rows with an aggregate from a subquery'],
      tags: ['subquery', 'avg'],
      hints: [
        'How would you find the average alone, in a query of its own?',
        'WHERE can compare with the value of a query in brackets. AVG itself must not stand in WHERE.',
        isHard
          ? `The inner query must know which row is being looked at: give the outer table an alias and compare its ${group} inside.`
          : `Compare ${value} with a query in brackets that has a single value: the average over the whole table.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, name TEXT NOT NULL, ${group} TEXT NOT NULL, ${value} INTEGER NOT NULL);
${insert(table, rows)}`,
      solution: query('>', right),
      ordered: true,
      mistakes: [
        { why: 'takes those with exactly the average, too', source: query('>=', right) },
        { why: 'those below the average', source: query('<', right) },
        isHard
          ? { why: 'compares with the average of all', source: query('>', all) }
          : { why: 'compares with the average of each group', source: query('>', own) },
        {
          why: 'compares with the middle between least and most',
          source: query('>', right.replace(/AVG\((.*?)\)/, '(MIN($1) + MAX($1)) / 2.0')),
        },
      ],
      cases: databases([`only one ${table}`, `DELETE FROM ${table} WHERE id > 1;`], {
        'an empty table': `DELETE FROM ${table};`,
        'all equal': `UPDATE ${table} SET ${value} = ${base};`,
        'one far above': insert(table, [[20, 'Zenith', groups[1], base * 20]]),
        'one far below': insert(table, [[21, 'Abyss', groups[0], 1]]),
        'exactly the average': `DELETE FROM ${table}; ${insert(table, [
          [1, 'C', groups[0], base],
          [2, 'B', groups[0], base - 10],
          [3, 'A', groups[0], base + 10],
        ])}`,
        'a group of its own': insert(table, [
          [22, 'Quiet', 'other', base * 3],
          [23, 'Loud', 'rare', 2],
        ]),
        'an average with a fraction': `DELETE FROM ${table}; ${insert(table, [
          [1, 'C', groups[0], base],
          [2, 'B', groups[0], base + 1],
          [3, 'A', groups[1], base],
          [4, 'D', groups[1], base],
          [5, 'E', groups[1], base + 1],
        ])}`,
        'between the middle and the average': `DELETE FROM ${table}; ${insert(table, [
          [1, 'C', groups[0], 10],
          [2, 'B', groups[0], 100],
          [3, 'A', groups[0], 60],
          [4, 'D', groups[0], 90],
        ])}`,
        'without the first group': `DELETE FROM ${table} WHERE ${group} = '${groups[0]}';`,
        'groups exchanged': `UPDATE ${table} SET ${group} = '${groups[0]}' WHERE id % 2 = 0;`,
      }),
    };
  },
};
