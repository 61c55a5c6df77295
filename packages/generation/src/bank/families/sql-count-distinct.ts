import type { SqlFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { databases, dayOf, firstNames, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  {
    where: 'a library',
    table: 'loan',
    what: 'book',
    who: 'reader',
    pool: ['Atlas', 'Fables', 'Knots', 'Maps'],
  },
  {
    where: 'a tool rental',
    table: 'rental',
    what: 'tool',
    who: 'tenant',
    pool: ['drill', 'ladder', 'saw', 'tiller'],
  },
  {
    where: 'a board game café',
    table: 'game',
    what: 'title',
    who: 'guest',
    pool: ['Bridge', 'Checkers', 'Go', 'Hex'],
  },
] as const;

/** How many different values each group has; MEDIUM keeps groups with enough of them. */
export const sqlCountDistinct: SqlFamily = {
  kind: 'sql',
  id: 'sql-count-distinct',
  words: 'sql count distinct group by different unique duplicates null having library loans readers books',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { where, table, what, who, pool } = pick(random, STORIES);
    const least = difficulty === 'EASY' ? 0 : 2;
    const names = firstNames(random, 4);
    const people = [0, 1, 0, 2, 0, 0, 1, null, 3].map(i => (i === null ? null : (names[i] ?? null)));
    const things = [0, 0, 0, 1, 1, 2, 2, 2, 0].map(i => pool[(i + 1) % 3]);
    const start = between(random, 0, 250);
    const rows: Row[] = listOf(9, i => [
      i + 1,
      things[i] ?? '',
      people[i] ?? null,
      dayOf(2026, start + 4 * i),
    ]);
    const answer = sortedBy(
      [...new Set(things)]
        .map((thing): [string, number] => [
          thing ?? '',
          new Set(rows.filter(row => row[1] === thing && row[2] !== null).map(row => row[2])).size,
        ])
        .filter(([, number]) => number >= least),
      ([, number]) => -number,
      ([thing]) => thing,
    );
    const query = (count: string, having = least, order = 'number DESC, ') =>
      `SELECT ${what}, ${count} AS number\nFROM ${table}\nGROUP BY ${what}\n${having === 0 ? '' : `HAVING ${count} >= ${having}\n`}ORDER BY ${order}${what}\n`;
    const right = `COUNT(DISTINCT ${who})`;
    return {
      title: `How many different ${who}s`,
      statement: `The table \`${table}(id, ${what}, ${who}, day)\` is that of ${where}. \`${who}\` is NULL where nobody wrote down who it was.

Return for every \`${what}\` in it the \`number\` of **different** ${who}s: who appears twice counts once, NULL does not count${least ? `. Leave out what had fewer than ${least}` : ' (a number may be 0)'}. The largest number comes first; equal ones stand in alphabetical order of \`${what}\`.

With the first rows the answer is

${shown([what, 'number'], answer)}
`,
      objectives: ['Count different values within each group'],
      tags: ['group by', 'count', 'distinct'],
      hints: [
        `For one ${what}, write down the names from its rows. What do you do with a name that is there already?`,
        'COUNT(column) counts values that are not NULL; a word between the bracket and the column makes it count different ones.',
        `Group by ${what} and count DISTINCT ${who}s${least ? '; HAVING compares that count' : ''}; sort by the count downwards, then by ${what}.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, ${what} TEXT NOT NULL, ${who} TEXT, day TEXT NOT NULL);
${insert(table, rows)}`,
      solution: query(right),
      ordered: true,
      mistakes: [
        { why: 'counts rows', source: query('COUNT(*)') },
        { why: 'counts who appears twice twice', source: query(`COUNT(${who})`) },
        { why: 'the smallest number first', source: query(right, least, 'number, ') },
        { why: `sorts by ${what} only`, source: query(right, least, '') },
        ...(least ? [{ why: 'wants one more', source: query(right, least + 1) }] : []),
      ],
      cases: databases(['always the same', `UPDATE ${table} SET ${who} = '${names[0]}';`], {
        'an empty table': `DELETE FROM ${table};`,
        'nobody known': `UPDATE ${table} SET ${who} = NULL;`,
        'a new one, by two': insert(table, [
          [20, pool[3], names[1] ?? '', dayOf(2026, start)],
          [21, pool[3], names[2] ?? '', dayOf(2026, start)],
        ]),
        'a new one, by one, twice': insert(table, [
          [22, pool[3], names[1] ?? '', dayOf(2026, start)],
          [23, pool[3], names[1] ?? '', dayOf(2026, start + 1)],
        ]),
        'a single row': `DELETE FROM ${table} WHERE id > 1;`,
        'everything twice': `INSERT INTO ${table} SELECT id + 100, ${what}, ${who}, day FROM ${table};`,
        'all of one kind': `UPDATE ${table} SET ${what} = '${pool[2]}';`,
        'an alphabet of them': `UPDATE ${table} SET ${who} = 'guest ' || id;`,
        'three more': insert(table, [
          [30, pool[0], 'Zoe', dayOf(2026, start)],
          [31, pool[0], 'Yann', dayOf(2026, start)],
          [32, pool[0], 'Zoe', dayOf(2026, start)],
        ]),
      }),
    };
  },
};
