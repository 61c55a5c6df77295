import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, firstNames, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  {
    where: 'a school sports day',
    table: 'result',
    group: 'event',
    value: 'points',
    values: ['jumping', 'rowing', 'running'],
  },
  {
    where: 'a pumpkin show',
    table: 'entry',
    group: 'village',
    value: 'kilos',
    values: ['Ashby', 'Brook', 'Coombe'],
  },
  {
    where: 'a spelling bee',
    table: 'score',
    group: 'round',
    value: 'words',
    values: ['final', 'first', 'second'],
  },
] as const;

/** The best of each group, equals all of them (MEDIUM); with the place, the first few (HARD). */
export const sqlBestInGroup: SqlFamily = {
  kind: 'sql',
  id: 'sql-best-in-group',
  words:
    'sql window function rank dense_rank over partition by maximum per group best top subquery correlated ties school marks',
  difficulties: ['MEDIUM', 'HARD'],
  make(random, difficulty) {
    const { where, table, group, value, values } = pick(random, STORIES);
    const places = difficulty === 'MEDIUM' ? 1 : 2;
    const top = between(random, 30, 60);
    const names = firstNames(random, 8);
    const shape: [number, number][] = [
      [1, 4],
      [0, 7],
      [1, 0],
      [0, 7],
      [0, 5],
      [1, 4],
      [2, -9],
      [0, 2],
    ];
    const rows: Row[] = names.map((name, i) => {
      const [of = 0, offset = 0] = shape[i] ?? [];
      return [i + 1, name, values[of] ?? null, top + offset];
    });
    const placeOf = (row: Row) =>
      1 + rows.filter(other => other[2] === row[2] && Number(other[3]) > Number(row[3])).length;
    const best = rows.filter(row => placeOf(row) <= places);
    const sorted = sortedBy(
      best,
      row => String(row[2]),
      row => placeOf(row),
      row => String(row[1]),
    );
    const isHard = places > 1;
    const answer = sorted.map(
      (row): Row => [row[2] ?? null, ...(isHard ? [placeOf(row)] : []), row[1] ?? null, row[3] ?? null],
    );
    const columns = isHard ? [group, 'place', 'name', value] : [group, 'name', value];
    const ranked = (rank: string, most = places, partition = `PARTITION BY ${group} `) => `WITH ranked AS (
  SELECT name, ${group}, ${value}, ${rank} OVER (${partition}ORDER BY ${value} DESC) AS place
  FROM ${table}
)
SELECT ${columns.join(', ')}
FROM ranked
WHERE place <= ${most}
ORDER BY ${group}, place, name
`;
    const largest = (inner: string, compare = '=') => `SELECT r.${group}, r.name, r.${value}
FROM ${table} AS r
WHERE r.${value} ${compare} (${inner})
ORDER BY r.${group}, r.name
`;
    const own = `SELECT MAX(o.${value}) FROM ${table} AS o WHERE o.${group} = r.${group}`;
    return {
      title: isHard ? `The first ${places} places of each ${group}` : `The best of each ${group}`,
      statement: `The table \`${table}(id, name, ${group}, ${value})\` is that of ${where}.

Return ${columns.map(column => `\`${column}\``).join(', ')} of ${
        isHard
          ? `everybody on place 1 or 2 of their \`${group}\`. The place is 1 more than the number of those of the same ${group} with **more** ${value}: two with equally many share a place, and the next one is free (1, 1, 3)`
          : `everybody who has the **most** ${value} of their \`${group}\`. If several have equally many, return all of them`
      }. Sort by \`${group}\`${isHard ? ', then by `place`' : ''}, then by \`name\`.

With the first rows the answer is

${shown(columns, answer)}
`,
      objectives: isHard
        ? ['Rank rows within groups by a window function']
        : ['Find the rows that hold the largest value of their group'],
      tags: isHard ? ['window functions', 'rank'] : ['subquery', 'max'],
      hints: [
        `What do you have to know about the others of the same ${group}?`,
        isHard
          ? 'RANK() OVER (…) gives places; PARTITION BY starts anew for each group. Which rank leaves a place free after a tie?'
          : `A query in brackets can find the largest ${value} of the ${group} of the row that is being looked at.`,
        isHard
          ? 'WHERE comes before window functions: rank in a WITH query, then keep the places you want in a second one.'
          : `Keep a row if its ${value} equals the MAX over all rows of the same ${group}; grouping alone would lose the equals.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, name TEXT NOT NULL, ${group} TEXT NOT NULL, ${value} INTEGER NOT NULL);
${insert(table, rows)}`,
      solution: isHard ? ranked('RANK()') : largest(own),
      ordered: true,
      mistakes: isHard
        ? [
            { why: 'numbers equals one after the other', source: ranked('ROW_NUMBER()') },
            { why: 'leaves no place free after equals', source: ranked('DENSE_RANK()') },
            { why: 'ranks over all groups', source: ranked('RANK()', places, '') },
            { why: 'a place too few', source: ranked('RANK()', places - 1) },
            { why: 'the last instead of the first', source: ranked('RANK()').replace('DESC', 'ASC') },
          ]
        : [
            { why: 'the most of all groups', source: largest(`SELECT MAX(${value}) FROM ${table}`) },
            { why: 'the least', source: largest(own.replace('MAX', 'MIN')) },
            {
              why: 'one of several equals',
              source: `SELECT ${group}, name, MAX(${value}) FROM ${table} GROUP BY ${group} ORDER BY ${group}, name\n`,
            },
            {
              why: 'whatever equals the most of any group',
              source: largest(`SELECT MAX(${value}) FROM ${table} GROUP BY ${group}`, 'IN'),
            },
          ],
      cases: databases(['all equal', `UPDATE ${table} SET ${value} = ${top};`], {
        'an empty table': `DELETE FROM ${table};`,
        'one group': `UPDATE ${table} SET ${group} = '${values[1]}';`,
        'each a group of its own': `UPDATE ${table} SET ${group} = name;`,
        'two share the second place': insert(table, [
          [20, 'Zoe', values[2], top - 20],
          [21, 'Abel', values[2], top - 20],
          [22, 'Yann', values[2], top - 25],
        ]),
        'three share the first place': insert(table, [
          [23, 'Zoe', values[1], top + 4],
          [24, 'Abel', values[0], top + 7],
        ]),
        'below zero': `UPDATE ${table} SET ${value} = ${value} - ${2 * top};`,
        'the other way round': `UPDATE ${table} SET ${value} = 200 - ${value};`,
        'the best of one is poor in another': insert(table, [[25, 'Wim', values[0], top + 4]]),
        'a new best': insert(table, [[26, 'Zack', values[0], 500]]),
      }),
    };
  },
};
