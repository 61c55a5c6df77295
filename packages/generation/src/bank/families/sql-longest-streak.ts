import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, dayOf, firstNames, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  { where: 'a language app', table: 'lesson', who: 'learner' },
  { where: 'a running group', table: 'run', who: 'runner' },
  { where: 'a bird watchers’ diary', table: 'sighting', who: 'watcher' },
] as const;

/** The longest run of days in a row, of each person: gaps and islands. */
export const sqlLongestStreak: SqlFamily = {
  kind: 'sql',
  id: 'sql-longest-streak',
  words:
    'sql gaps and islands streak consecutive days longest run window function row_number dense_rank dates cte',
  difficulties: ['HARD'],
  make(random) {
    const { where, table, who } = pick(random, STORIES);
    const least = between(random, 2, 3);
    // Over the end of February.
    const start = between(random, 54, 57);
    const [first = '', second = '', third = ''] = firstNames(random, 3);
    const plan: [string, number[]][] = [
      [first, [6, 0, 1, 2, 2, 7, 3]],
      [second, [5, 1, 3, 1]],
      [third, [9, 10, 3, 4, 8, 4]],
    ];
    const entries = plan.flatMap(([name, steps]) => steps.map(step => ({ name, step })));
    const rows: Row[] = sortedBy(entries, ({ step, name }) => ((step * 7) % 5) + name.length / 100).map(
      ({ name, step }, i) => [i + 1, name, dayOf(2026, start + step)],
    );
    const streakOf = (steps: number[]) => {
      const days = new Set(steps);
      const lengthFrom = (day: number): number => (days.has(day) ? 1 + lengthFrom(day + 1) : 0);
      return Math.max(...steps.map(lengthFrom));
    };
    const answer = sortedBy(
      plan
        .map(([name, steps]): [string, number] => [name, streakOf(steps)])
        .filter(([, days]) => days >= least),
      ([, days]) => -days,
      ([name]) => name,
    );
    const query = (
      source: string,
      island: string,
      most = 'MAX',
      enough = `WHERE days >= ${least}\n`,
    ) => `WITH numbered AS (
  SELECT ${who}, day, ${island} AS island
  FROM ${source}
), streak AS (
  SELECT ${who}, COUNT(*) AS days
  FROM numbered
  GROUP BY ${who}, island
)
SELECT ${who}, ${most}(days) AS days
FROM streak
${enough}GROUP BY ${who}
ORDER BY days DESC, ${who}
`;
    const different = `(SELECT DISTINCT ${who}, day FROM ${table})`;
    const island = `julianday(day) - ROW_NUMBER() OVER (PARTITION BY ${who} ORDER BY day)`;
    return {
      title: 'The longest streak',
      statement: `The table \`${table}(id, ${who}, day)\` is that of ${where}: one row for each ${table}, in no order; there may be several on a day.

A **streak** is a number of days in a row, each with at least one ${table} of that ${who}. Return each \`${who}\` with the length of their **longest** streak as \`days\`, but only who has one of **at least ${least}** days. The longest comes first; equal ones stand in alphabetical order. Streaks go on over the end of a month or year.

With the first rows the answer is

${shown([who, 'days'], answer)}
`,
      objectives: ['Find runs of rows by what stays the same within a run'],
      tags: ['window functions', 'dates', 'gaps and islands'],
      hints: [
        `Write the days of one ${who} down in order and number them 1, 2, 3, … What happens to "day minus number" while the streak goes on?`,
        'Within a streak, day and number both go up by one, so their difference stays the same: it names the streak. Two rows of one day would spoil that.',
        `Take each day once, number them per ${who} with ROW_NUMBER, group by ${who} and the difference to julianday, count, then take the largest count.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, ${who} TEXT NOT NULL, day TEXT NOT NULL);
${insert(table, rows)}`,
      solution: query(different, island),
      ordered: true,
      mistakes: [
        { why: 'several on a day break or lengthen the streak', source: query(table, island) },
        { why: 'numbers all together', source: query(different, island.replace(`PARTITION BY ${who} `, '')) },
        { why: 'counts all days', source: query(different, '0') },
        { why: 'the shortest streak', source: query(different, island, 'MIN') },
        { why: 'wants a day more', source: query(different, island, 'MAX', `WHERE days > ${least}\n`) },
        {
          why: 'starts anew each month',
          source: query(different, island.replace('julianday(day)', 'CAST(substr(day, 9) AS INTEGER)')),
        },
      ],
      cases: databases(
        [
          'over the end of the year',
          insert(table, [
            [50, 'Zoe', '2026-01-01'],
            [51, 'Zoe', '2025-12-31'],
            [52, 'Zoe', '2026-01-02'],
            [53, 'Zoe', '2025-12-29'],
          ]),
        ],
        {
          'an empty table': `DELETE FROM ${table};`,
          'one day each': `DELETE FROM ${table} WHERE id NOT IN (SELECT MIN(id) FROM ${table} GROUP BY ${who});`,
          'many on one day': `UPDATE ${table} SET day = '2026-03-01';`,
          'a leap day': insert(table, [
            [54, 'Abel', '2028-02-28'],
            [55, 'Abel', '2028-02-29'],
            [56, 'Abel', '2028-03-01'],
          ]),
          'no leap day': insert(table, [
            [57, 'Abel', '2027-02-27'],
            [58, 'Abel', '2027-02-28'],
            [59, 'Abel', '2027-03-01'],
          ]),
          'all of one person': `UPDATE ${table} SET ${who} = '${second}';`,
          'exactly long enough': `DELETE FROM ${table}; ${insert(table, [
            [1, 'B', '2026-05-01'],
            [2, 'B', '2026-05-02'],
            [3, 'A', '2026-05-02'],
            [4, 'A', '2026-05-03'],
            [5, 'A', '2026-05-04'],
            [6, 'A', '2026-05-06'],
            [7, 'A', '2026-05-07'],
          ])}`,
          'every other day': `DELETE FROM ${table}; ${insert(table, [
            [1, 'B', '2026-05-01'],
            [2, 'B', '2026-05-03'],
            [3, 'B', '2026-05-05'],
          ])}`,
          'two long ones': insert(
            table,
            [1, 2, 3, 4, 10, 11, 12, 14].map((step, i) => [70 + i, third, dayOf(2026, 200 + step)]),
          ),
          'a gap is closed': insert(table, [
            [60, first, dayOf(2026, start + 4)],
            [61, first, dayOf(2026, start + 5)],
            [62, second, dayOf(2026, start + 2)],
          ]),
        },
      ),
    };
  },
};
