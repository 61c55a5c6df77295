import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, firstNames, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  { where: 'a chess club', table: 'player', value: 'points' },
  { where: 'a reading contest', table: 'reader', value: 'pages' },
  { where: 'a charity run', table: 'runner', value: 'laps' },
] as const;

/** The first few rows in an order that says what happens to equals. */
export const sqlTopFew: SqlFamily = {
  kind: 'sql',
  id: 'sql-top-few',
  words: 'sql limit order by desc top best first n ranking highest sort descending ties leaderboard',
  difficulties: ['EASY'],
  make(random) {
    const { where, table, value } = pick(random, STORIES);
    const count = between(random, 3, 4);
    const best = between(random, 20, 40);
    const names = sortedBy(firstNames(random, 7), name => name);
    const score = [best - 6, best - 9, best, best - 9, best - 2, best - 12, best - 6];
    // Later names first, so that equals don't come in order by chance.
    const rows: Row[] = names.toReversed().map((name, i) => [i + 1, name, score[i] ?? 0]);
    const answer = sortedBy(
      rows,
      row => -Number(row[2]),
      row => String(row[1]),
    )
      .slice(0, count)
      .map(([, name, points]) => [name ?? null, points ?? null]);
    const query = (order: string, limit: number) =>
      `SELECT name, ${value}\nFROM ${table}\nORDER BY ${order}\nLIMIT ${limit}\n`;
    return {
      title: `The best ${count} of ${where}`,
      statement: `The table \`${table}(id, name, ${value})\` is that of ${where}.

Return \`name\` and \`${value}\` of the **${count}** with the most ${value}, the most first. Of two with equal ${value}, the one whose name comes first in the alphabet comes first (and so may be the last to get a place). When there are fewer than ${count} rows, return all.

With the first rows the answer is

${shown(['name', value], answer)}
`,
      objectives: ['Take the first rows of a sorted result'],
      tags: ['order by', 'limit'],
      hints: [
        'In what order must the rows stand, so that those asked for are on top?',
        'DESC turns the order of one column round; the other column keeps its own. LIMIT cuts off the rest.',
        `Sort by ${value} downwards, then by name upwards, and keep ${count} rows.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, name TEXT NOT NULL, ${value} INTEGER NOT NULL);
${insert(table, rows)}`,
      solution: query(`${value} DESC, name`, count),
      ordered: true,
      mistakes: [
        { why: 'the worst instead of the best', source: query(`${value}, name`, count) },
        { why: 'one too few', source: query(`${value} DESC, name`, count - 1) },
        { why: 'one too many', source: query(`${value} DESC, name`, count + 1) },
        { why: 'leaves the order of equals to chance', source: query(`${value} DESC`, count) },
        { why: 'names downwards, too', source: query(`${value} DESC, name DESC`, count) },
      ],
      cases: databases(['fewer than asked for', `DELETE FROM ${table} WHERE id > 2;`], {
        'an empty table': `DELETE FROM ${table};`,
        'exactly as many as asked for': `DELETE FROM ${table} WHERE id > ${count};`,
        'one more than asked for': `DELETE FROM ${table} WHERE id > ${count + 1};`,
        'all equal': `UPDATE ${table} SET ${value} = ${best};`,
        'a new best': insert(table, [[20, 'Zora', best + 1]]),
        'equals at the last place': insert(table, [
          [21, 'Zoe', best - 2],
          [22, 'Abel', best - 2],
          [23, 'Yara', best - 2],
        ]),
        'below zero': `UPDATE ${table} SET ${value} = ${value} - ${best + 5};`,
        'the other way round': `UPDATE ${table} SET ${value} = 100 - ${value};`,
        'the best leave': `DELETE FROM ${table} WHERE ${value} >= ${best - 2};`,
      }),
    };
  },
};
