import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, firstNames, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  {
    where: 'a car pool',
    table: 'driver',
    group: 'town',
    value: 'start',
    unit: 'minutes',
    values: ['Elm', 'Ford', 'Glen'],
  },
  {
    where: 'a tennis club',
    table: 'player',
    group: 'league',
    value: 'strength',
    unit: 'points',
    values: ['A', 'B', 'C'],
  },
  {
    where: 'a language exchange',
    table: 'learner',
    group: 'language',
    value: 'level',
    unit: 'levels',
    values: ['Dutch', 'Greek', 'Hindi'],
  },
] as const;

/** Pairs of rows of the same table, each once. */
export const sqlPairs: SqlFamily = {
  kind: 'sql',
  id: 'sql-pairs',
  words:
    'sql self join same table twice pairs alias combinations inequality join matches players difference abs',
  difficulties: ['MEDIUM'],
  make(random) {
    const { where, table, group, value, unit, values } = pick(random, STORIES);
    const most = between(random, 3, 6);
    const base = between(random, 20, 40);
    const names = firstNames(random, 6);
    const offsets = [0, most, most + 1, 1, -most, 2];
    const groups = [0, 0, 0, 1, 0, 1];
    const rows: Row[] = names.map((name, i) => [
      i + 1,
      name,
      values[groups[i] ?? 0] ?? null,
      base + (offsets[i] ?? 0),
    ]);
    const answer = sortedBy(
      rows.flatMap(left =>
        rows
          .filter(right => String(left[1]) < String(right[1]) && left[2] === right[2])
          .filter(right => Math.abs(Number(left[3]) - Number(right[3])) <= most)
          .map((right): [string, string] => [String(left[1]), String(right[1])]),
      ),
      ([first]) => first,
      ([, second]) => second,
    );
    const query = (join: string, rest: string) => `SELECT a.name AS first, b.name AS second
FROM ${table} AS a
JOIN ${table} AS b ON ${join}
WHERE ${rest}
ORDER BY a.name, b.name
`;
    const [once, same] = ['a.name < b.name', `a.${group} = b.${group}`];
    const close = `abs(a.${value} - b.${value}) <= ${most}`;
    return {
      title: `Who fits together in ${where}`,
      statement: `The table \`${table}(id, name, ${group}, ${value})\` is that of ${where}. Names are unique.

Two fit together if they have the same \`${group}\` and their \`${value}\` differs by **at most ${most}** ${unit}, whichever is larger. Return every pair that fits **once**, as \`first\` and \`second\`, with the name that comes first in the alphabet as \`first\`. Nobody is paired with themselves. Sort by \`first\`, then by \`second\`.

With the first rows the answer is

${shown(['first', 'second'], answer)}
`,
      objectives: ['Join a table with itself', 'List each pair once'],
      tags: ['self join', 'join'],
      hints: [
        'Lay two copies of the table side by side. When is a row of the left one the partner of a row of the right one?',
        'Give the same table two aliases. Without more, each pair appears twice, and everybody beside themselves.',
        `Join on the same ${group} and on one name being smaller than the other; abs tells how far two numbers are apart.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, ${group} TEXT NOT NULL, ${value} INTEGER NOT NULL);
${insert(table, rows)}`,
      solution: query(`${same} AND ${once}`, close),
      ordered: true,
      mistakes: [
        { why: 'every pair twice', source: query(`${same} AND a.name <> b.name`, close) },
        { why: 'everybody with themselves', source: query(`${same} AND a.name <= b.name`, close) },
        { why: `forgets the ${group}`, source: query(once, close) },
        {
          why: 'leaves out the largest difference allowed',
          source: query(`${same} AND ${once}`, close.replace('<=', '<')),
        },
        {
          why: 'looks at one direction only',
          source: query(`${same} AND ${once}`, `a.${value} - b.${value} <= ${most}`),
        },
        { why: 'orders pairs by id', source: query(`${same} AND a.id < b.id`, close) },
      ],
      cases: databases(['one each', `UPDATE ${table} SET ${group} = name;`], {
        'an empty table': `DELETE FROM ${table};`,
        'a single row': `DELETE FROM ${table} WHERE id > 1;`,
        'all alike': `UPDATE ${table} SET ${group} = '${values[2]}', ${value} = ${base};`,
        'all in one, apart as they are': `UPDATE ${table} SET ${group} = '${values[2]}';`,
        'exactly as far as allowed': `UPDATE ${table} SET ${value} = id * ${most};`,
        'one too far': `UPDATE ${table} SET ${value} = id * ${most + 1};`,
        'below zero': `UPDATE ${table} SET ${value} = -${value};`,
        'the later names first': insert(table, [
          [20, 'Zora', values[2], base],
          [21, 'Yann', values[2], base + most],
          [22, 'Abel', values[2], base - 1],
        ]),
        'one fits all': insert(table, [[23, 'Moss', values[0], base + 1]]),
      }),
    };
  },
};
