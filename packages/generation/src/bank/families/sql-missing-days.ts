import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, dayOf, insert, type Row, shown } from './tables.ts';

const STORIES = [
  { where: 'a weather station', table: 'reading', value: 'degrees' },
  { where: 'a cash desk', table: 'receipt', value: 'amount' },
  { where: 'a training diary', table: 'session', value: 'minutes' },
] as const;

/** The days of a span that have no row: the days themselves must be made first. */
export const sqlMissingDays: SqlFamily = {
  kind: 'sql',
  id: 'sql-missing-days',
  words: 'sql recursive cte calendar dates series generate missing days gaps not exists left join time',
  difficulties: ['HARD'],
  make(random) {
    const { where, table, value } = pick(random, STORIES);
    const start = between(random, 53, 57);
    const length = between(random, 7, 9);
    const [from, to] = [dayOf(2026, start), dayOf(2026, start + length - 1)];
    // The first day and the last one are missing; some before and after the span are there.
    const there = [3, 1, -1, 4, 1, length, length - 3];
    const rows: Row[] = there.map((step, i) => [i + 1, dayOf(2026, start + step), between(random, 1, 40)]);
    const days = Array.from({ length }, (_, i) => dayOf(2026, start + i));
    const answer = days.filter(day => !rows.some(row => row[1] === day)).map((day): Row => [day]);
    const query = (first: string, stop: string, condition: string) => `WITH RECURSIVE calendar(day) AS (
  SELECT '${first}'
  UNION ALL
  SELECT date(day, '+1 day')
  FROM calendar
  WHERE ${stop}
)
SELECT c.day
FROM calendar AS c
WHERE ${condition}
ORDER BY c.day
`;
    const none = `NOT EXISTS (SELECT 1 FROM ${table} AS r WHERE r.day = c.day)`;
    const stop = `day < '${to}'`;
    return {
      title: `Days without a ${table}`,
      statement: `The table \`${table}(id, day, ${value})\` is that of ${where}; \`day\` is a text like \`${from}\`. There may be several rows of one day, and rows outside of the span below.

Return every \`day\` **from ${from} to ${to}** (both included) that has **no** ${table}, the earliest first. The days are all real ones: mind the end of the month.

With the first rows the answer is

${shown(['day'], answer)}
`,
      objectives: ['Make rows that no table holds with a recursive query'],
      tags: ['recursive query', 'dates', 'not exists'],
      hints: [
        'You look for days that are in no table. Where could a query get them from?',
        'WITH RECURSIVE can count: start with one day, and add a day to the one before while the end is not reached.',
        `Make all days of the span with date(day, '+1 day'), stop in time so that the last one is in, and keep those for which no row EXISTS.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, day TEXT NOT NULL, ${value} INTEGER NOT NULL);
${insert(table, rows)}`,
      solution: query(from, stop, none),
      ordered: true,
      mistakes: [
        { why: 'goes a day too far', source: query(from, stop.replace('<', '<='), none) },
        {
          why: 'leaves out the last day',
          source: query(from, `day < '${dayOf(2026, start + length - 2)}'`, none),
        },
        { why: 'leaves out the first day', source: query(dayOf(2026, start + 1), stop, none) },
        { why: 'days that have one', source: query(from, stop, none.replace('NOT ', '')) },
        { why: 'all days', source: query(from, stop, '1 = 1') },
        {
          why: 'finds gaps only between rows',
          source: `SELECT date(day, '+1 day') AS missing FROM ${table} WHERE date(day, '+1 day') NOT IN (SELECT day FROM ${table}) AND day >= '${from}' AND day < '${to}' ORDER BY missing\n`,
        },
      ],
      cases: databases(['nothing at all', `DELETE FROM ${table};`], {
        'no day is missing': insert(
          table,
          days.map((day, i) => [30 + i, day, 1]),
        ),
        'only the first is there': `DELETE FROM ${table}; ${insert(table, [[1, from, 5]])}`,
        'only the last is there': `DELETE FROM ${table}; ${insert(table, [[1, to, 5]])}`,
        'only other years': `UPDATE ${table} SET day = date(day, '+1 year');`,
        'a day later': `UPDATE ${table} SET day = date(day, '+1 day');`,
        'a day earlier': `UPDATE ${table} SET day = date(day, '-1 day');`,
        'all on one day': `UPDATE ${table} SET day = '${days[2]}';`,
        'around the end of the month': insert(table, [
          [50, '2026-02-28', 0],
          [51, '2026-03-01', 0],
        ]),
        'just outside': `DELETE FROM ${table}; ${insert(table, [
          [1, dayOf(2026, start - 1), 5],
          [2, dayOf(2026, start + length), 5],
        ])}`,
      }),
    };
  },
};
