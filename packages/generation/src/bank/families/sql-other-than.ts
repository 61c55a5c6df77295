import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, firstNames, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  {
    where: 'a school',
    table: 'pupil',
    column: 'club',
    none: 'is in no club',
    values: ['chess', 'choir', 'robots'],
  },
  {
    where: 'a sports camp',
    table: 'child',
    column: 'team',
    none: 'has no team yet',
    values: ['blue', 'green', 'red'],
  },
  {
    where: 'an office',
    table: 'worker',
    column: 'diet',
    none: 'named no diet',
    values: ['gluten-free', 'vegan', 'halal'],
  },
] as const;

/** All but one value, NULL among them: what `<>` leaves out. */
export const sqlOtherThan: SqlFamily = {
  kind: 'sql',
  id: 'sql-other-than',
  words:
    'sql null is null not equal unequal where three-valued logic unknown trap missing value school pupils',
  difficulties: ['EASY'],
  make(random) {
    const { where, table, column, none, values } = pick(random, STORIES);
    const excluded = pick(random, values);
    const others = values.filter(value => value !== excluded);
    const names = firstNames(random, 6);
    const kinds = [
      excluded,
      null,
      pick(random, others),
      excluded,
      others[between(random, 0, 1)] ?? null,
      null,
    ];
    const rows: Row[] = names.map((name, i) => [i + 1, name, kinds[i] ?? null]);
    const answer = sortedBy(
      rows.filter(row => row[2] !== excluded),
      row => String(row[1]),
    ).map(row => [row[1] ?? null]);
    const query = (condition: string) => `SELECT name\nFROM ${table}\nWHERE ${condition}\nORDER BY name\n`;
    return {
      title: `Everybody but ${excluded}`,
      statement: `The table \`${table}(id, name, ${column})\` is that of ${where}. Who ${none} has NULL in \`${column}\`.

Return the \`name\` of every ${table} whose \`${column}\` is **not** \`'${excluded}'\`, in alphabetical order. Who ${none} is among them.

With the first rows the answer is

${shown(['name'], answer)}
`,
      objectives: ['Know that a comparison with NULL is neither true nor false'],
      tags: ['where', 'null'],
      hints: [
        'Try the plain comparison first. Who is missing?',
        'NULL <> anything is not true, it is unknown, and WHERE keeps only what is true.',
        `Ask for NULL apart with IS NULL and join both conditions by OR; or look up what IS NOT does with a value.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, name TEXT NOT NULL, ${column} TEXT);
${insert(table, rows)}`,
      solution: query(`${column} <> '${excluded}' OR ${column} IS NULL`),
      ordered: true,
      mistakes: [
        { why: 'loses those with NULL', source: query(`${column} <> '${excluded}'`) },
        {
          why: 'compares with NULL by an equals sign',
          source: query(`${column} <> '${excluded}' OR ${column} = NULL`),
        },
        { why: 'only those with NULL', source: query(`${column} IS NULL`) },
        { why: 'takes everybody', source: query(`${column} IS NOT NULL OR ${column} IS NULL`) },
      ],
      cases: databases(['nobody has a value', `UPDATE ${table} SET ${column} = NULL;`], {
        'an empty table': `DELETE FROM ${table};`,
        'nobody has NULL': `UPDATE ${table} SET ${column} = '${others[0]}' WHERE ${column} IS NULL;`,
        'all have the value left out': `UPDATE ${table} SET ${column} = '${excluded}';`,
        'an empty text is no NULL': insert(table, [[10, 'Zoe', '']]),
        'almost the same value': insert(table, [[11, 'Abel', `${excluded}s`]]),
        'two of the same name': insert(table, [
          [12, names[0] ?? '', null],
          [13, names[0] ?? '', others[1] ?? null],
        ]),
        'one more of each': insert(table, [
          [14, 'Yann', excluded],
          [15, 'Xenia', others[0] ?? null],
          [16, 'Wim', null],
        ]),
        'values exchanged': `UPDATE ${table} SET ${column} = CASE WHEN ${column} IS NULL THEN '${excluded}' END;`,
      }),
    };
  },
};
