import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, dayOf, firstNames, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  {
    where: 'a library',
    table: 'loan',
    thing: 'book',
    out: 'lent',
    back: 'returned',
    pool: ['Atlas', 'Fables', 'Herbs', 'Knots', 'Maps', 'Stars'],
  },
  {
    where: 'a ski rental',
    table: 'rental',
    thing: 'item',
    out: 'taken',
    back: 'returned',
    pool: ['boots', 'goggles', 'helmet', 'poles', 'sledge', 'skis'],
  },
  {
    where: 'a toy library',
    table: 'loan',
    thing: 'toy',
    out: 'lent',
    back: 'returned',
    pool: ['blocks', 'crane', 'dice', 'kite', 'puzzle', 'top'],
  },
] as const;

/** What is out for too long on a given day; what came back counts no more. */
export const sqlOverdue: SqlFamily = {
  kind: 'sql',
  id: 'sql-overdue',
  words: 'sql dates julianday difference days overdue late loans library is null not returned interval',
  difficulties: ['MEDIUM'],
  make(random) {
    const { where, table, thing, out, back, pool } = pick(random, STORIES);
    const allowed = pick(random, [14, 21, 28]);
    // The span crosses the end of February: a difference of days is none of numbers within a month.
    const index = between(random, 62, 80);
    const today = dayOf(2026, index);
    const names = firstNames(random, 6);
    const ages = [allowed + 3, allowed, allowed + 1, allowed + 20, 2, allowed + 3];
    const rows: Row[] = ages.map((age, i) => [
      i + 1,
      pool[i] ?? '',
      names[i] ?? '',
      dayOf(2026, index - age),
      i === 3 ? dayOf(2026, index - 1) : null,
    ]);
    const answer = sortedBy(
      rows.flatMap((row, i): [string, string, number][] => {
        const late = (ages[i] ?? 0) - allowed;
        return row[4] === null && late > 0 ? [[String(row[1]), String(row[2]), late]] : [];
      }),
      row => -row[2],
      row => row[0],
    );
    const age = `julianday('${today}') - julianday(${out})`;
    const query = (
      condition: string,
      late = `CAST(${age} AS INTEGER) - ${allowed}`,
    ) => `SELECT ${thing}, person, ${late} AS late
FROM ${table}
WHERE ${condition}
ORDER BY late DESC, ${thing}
`;
    const open = `${back} IS NULL`;
    return {
      title: `Overdue on ${today}`,
      statement: `The table \`${table}(id, ${thing}, person, ${out}, ${back})\` is that of ${where}. \`${out}\` and \`${back}\` are days like \`${today}\`; \`${back}\` is NULL while the ${thing} is still out. A ${thing} may be out for **${allowed} days**: ${out} on the 1st, it must be back on day ${1 + allowed}, and is late the day after.

Today is **${today}**. Return \`${thing}\`, \`person\` and \`late\` (by how many days, a whole number) of all that are still out and **late by at least 1 day**. The latest comes first; equally late ones stand in alphabetical order of \`${thing}\`. What came back does not count, however late it was.

With the first rows the answer is

${shown([thing, 'person', 'late'], answer)}
`,
      objectives: ['Calculate with days', 'Find rows by what they lack'],
      tags: ['dates', 'null', 'where'],
      hints: [
        'Two things make a row count. Which columns tell them?',
        'julianday turns a day into a number, so that two days can be subtracted, over the end of a month, too.',
        `Keep rows with ${back} IS NULL whose days since ${out} are more than allowed; late is that difference minus what is allowed.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, ${thing} TEXT NOT NULL, person TEXT NOT NULL, ${out} TEXT NOT NULL, ${back} TEXT);
${insert(table, rows)}`,
      solution: query(`${open} AND ${age} > ${allowed}`),
      ordered: true,
      mistakes: [
        { why: 'takes what must be back today for late', source: query(`${open} AND ${age} >= ${allowed}`) },
        { why: 'forgets that some came back', source: query(`${age} > ${allowed}`) },
        {
          why: 'compares with NULL by an equals sign',
          source: query(`${back} = NULL AND ${age} > ${allowed}`),
        },
        {
          why: 'counts all days it is out',
          source: query(`${open} AND ${age} > ${allowed}`, `CAST(${age} AS INTEGER)`),
        },
        {
          why: 'subtracts the days of the month only',
          source: query(
            `${open} AND CAST(substr('${today}', 9) AS INTEGER) - CAST(substr(${out}, 9) AS INTEGER) > ${allowed}`,
          ),
        },
      ],
      cases: databases(['all came back', `UPDATE ${table} SET ${back} = '${today}';`], {
        'an empty table': `DELETE FROM ${table};`,
        'all due today': `UPDATE ${table} SET ${out} = '${dayOf(2026, index - allowed)}', ${back} = NULL;`,
        'all due yesterday': `UPDATE ${table} SET ${out} = '${dayOf(2026, index - allowed - 1)}', ${back} = NULL;`,
        'all taken today': `UPDATE ${table} SET ${out} = '${today}', ${back} = NULL;`,
        'since last year': insert(table, [[20, 'Zephyr', 'Zoe', '2025-12-30', null]]),
        'since a leap year': insert(table, [[21, 'Yarn', 'Zoe', '2024-02-28', null]]),
        'none came back': `UPDATE ${table} SET ${back} = NULL;`,
        'a day earlier': `UPDATE ${table} SET ${out} = date(${out}, '-1 day');`,
        'equally late': insert(table, [
          [22, 'Bolt', 'Abel', dayOf(2026, index - allowed - 1), null],
          [23, 'Acorn', 'Abel', dayOf(2026, index - allowed - 1), null],
        ]),
      }),
    };
  },
};
