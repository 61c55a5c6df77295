import type { SqlFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { databases, insert, type Row, shown, sum } from './tables.ts';

const STORIES = [
  { where: 'a library', table: 'loan', value: 'days', what: 'loans' },
  { where: 'a boat rental', table: 'trip', value: 'hours', what: 'trips' },
  { where: 'a repair café', table: 'repair', value: 'minutes', what: 'repairs' },
] as const;

/** Rows of one year, grouped by month. */
export const sqlPerMonth: SqlFamily = {
  kind: 'sql',
  id: 'sql-per-month',
  words: 'sql date month year strftime substr group by count sum time calendar monthly report',
  difficulties: ['MEDIUM'],
  make(random) {
    const { where, table, value, what } = pick(random, STORIES);
    const year = between(random, 2021, 2026);
    const month = (number: number) => String(number).padStart(2, '0');
    const [first, second] = [between(random, 2, 5), between(random, 7, 9)];
    const days = [
      `${year - 1}-12-31`,
      `${year}-01-01`,
      `${year}-${month(second)}-30`,
      `${year}-${month(first)}-01`,
      `${year}-${month(first)}-28`,
      `${year}-${month(second)}-02`,
      `${year - 1}-${month(first)}-10`,
      `${year}-${month(first)}-17`,
      `${year + 1}-01-01`,
    ];
    const rows: Row[] = listOf(days.length, i => [i + 1, days[i] ?? '', between(random, 1, 20)]);
    const ofYear = rows.filter(row => String(row[1]).startsWith(`${year}-`));
    const answer = [...new Set(ofYear.map(row => String(row[1]).slice(0, 7)))].toSorted().map((name): Row => {
      const own = ofYear.filter(row => String(row[1]).startsWith(name)).map(row => Number(row[2]));
      return [name, own.length, sum(own)];
    });
    const query = (
      format: string,
      condition: string,
    ) => `SELECT strftime('${format}', day) AS month, COUNT(*) AS number, SUM(${value}) AS total
FROM ${table}
${condition}GROUP BY month
ORDER BY month
`;
    const inYear = (from: string, operator: string, to: string) =>
      `WHERE day >= '${from}' AND day ${operator} '${to}'\n`;
    const right = inYear(`${year}-01-01`, '<', `${year + 1}-01-01`);
    return {
      title: `The ${what} of ${year}, month by month`,
      statement: `The table \`${table}(id, day, ${value})\` is that of ${where}; \`day\` is a text like \`${year}-01-31\`.

Return for every month of **${year}** that has ${what}: the \`month\` as a text like \`${year}-01\`, the \`number\` of its ${what} and the \`total\` of \`${value}\`, the earliest month first. Months without any do not appear, and other years do not count.

With the first rows the answer is

${shown(['month', 'number', 'total'], answer)}
`,
      objectives: ['Group rows by a part of a date', 'Filter by a span of time'],
      tags: ['dates', 'group by'],
      hints: [
        'Which part of the day do two rows of the same month have in common?',
        'strftime with %Y-%m, or the first seven characters, give the month. Days written like this compare in the order of time.',
        `Keep days from the first one of ${year} up to, but without, the first one of the next year; group by the month, not forgetting its year.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, day TEXT NOT NULL, ${value} INTEGER NOT NULL);
${insert(table, rows)}`,
      solution: query('%Y-%m', right),
      ordered: true,
      mistakes: [
        { why: 'forgets the year', source: query('%Y-%m', '') },
        { why: 'leaves out the first of January', source: query('%Y-%m', right.replace('>=', '>')) },
        {
          why: 'takes the first day of the next year, too',
          source: query('%Y-%m', right.replace('<', '<=')),
        },
        {
          why: 'ends a day early',
          source: query('%Y-%m', inYear(`${year}-01-01`, '<', `${year}-12-31`)),
        },
        { why: 'the month without its year', source: query('%m', right) },
        { why: 'groups by day', source: query('%Y-%m-%d', right) },
      ],
      cases: databases(
        [
          'the last day of the year',
          insert(table, [
            [20, `${year}-12-31`, 7],
            [21, `${year}-12-01`, 2],
          ]),
        ],
        {
          'an empty table': `DELETE FROM ${table};`,
          'nothing in that year': `DELETE FROM ${table} WHERE day LIKE '${year}-%';`,
          'every month': insert(
            table,
            listOf(12, i => [30 + i, `${year}-${month(12 - i)}-15`, between(random, 1, 9)]),
          ),
          'all on one day': `UPDATE ${table} SET day = '${year}-${month(second)}-11';`,
          'a year later': `UPDATE ${table} SET day = date(day, '+1 year');`,
          'a year earlier': `UPDATE ${table} SET day = date(day, '-1 year');`,
          'nothing used': `UPDATE ${table} SET ${value} = 0;`,
          'a day later': `UPDATE ${table} SET day = date(day, '+1 day');`,
          'long ago': insert(table, [
            [50, '1999-05-05', 3],
            [51, `${year}-05-05`, 4],
          ]),
        },
      ),
    };
  },
};
