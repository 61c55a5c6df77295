import type { SqlFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { databases, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  { where: 'a flea market', table: 'item', value: 'price', classes: ['cheap', 'fair', 'dear'] },
  { where: 'a weather station', table: 'reading', value: 'degrees', classes: ['cold', 'mild', 'hot'] },
  { where: 'a parcel service', table: 'parcel', value: 'weight', classes: ['light', 'medium', 'heavy'] },
] as const;

/** CASE sorts values into three classes; EASY shows each row, MEDIUM counts each class. */
export const sqlPriceClasses: SqlFamily = {
  kind: 'sql',
  id: 'sql-price-classes',
  words:
    'sql case when then else classes categories buckets ranges label conditional group by count bands price temperature',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { where, table, value, classes } = pick(random, STORIES);
    const isEasy = difficulty === 'EASY';
    const low = between(random, 8, 14);
    const high = low + between(random, 6, 15);
    const values = [high + 3, low, low - 1, high, high - 1, low - 4, low + 1];
    const rows: Row[] = listOf(values.length, i => [i + 1, values[i] ?? 0]);
    const classOf = (number: number) => classes[number < low ? 0 : number < high ? 1 : 2];
    const labels = values.map(classOf);
    const answer: Row[] = isEasy
      ? rows.map(([id, number]) => [id ?? null, classOf(Number(number))])
      : sortedBy([...new Set(labels)], label => label).map(label => [
          label,
          labels.filter(other => other === label).length,
        ]);
    const choice = (first: string, second: string) => `CASE
    WHEN ${first} THEN '${classes[0]}'
    WHEN ${second} THEN '${classes[1]}'
    ELSE '${classes[2]}'
  END`;
    const query = (expression: string) =>
      isEasy
        ? `SELECT id,\n  ${expression} AS class\nFROM ${table}\nORDER BY id\n`
        : `SELECT\n  ${expression} AS class,\n  COUNT(*) AS number\nFROM ${table}\nGROUP BY class\nORDER BY class\n`;
    const [below, under] = [`${value} < ${low}`, `${value} < ${high}`];
    return {
      title: `${classes.join(', ')}`.replace(/^./, letter => letter.toUpperCase()),
      statement: `The table \`${table}(id, ${value})\` is that of ${where}. There are three classes:

- \`${classes[0]}\`: \`${value}\` is **less than** ${low},
- \`${classes[1]}\`: from ${low} (included) up to, but **not including**, ${high},
- \`${classes[2]}\`: ${high} or more.

${
  isEasy
    ? `Return \`id\` and \`class\` of every row, in the order of \`id\`.`
    : `Return each \`class\` and the \`number\` of its rows, in alphabetical order of the class. Classes that no row belongs to do not appear.`
}

With the first rows the answer is

${shown(isEasy ? ['id', 'class'] : ['class', 'number'], answer)}
`,
      objectives: isEasy
        ? ['Choose a value by conditions with CASE']
        : ['Choose a value by conditions with CASE', 'Group by an expression'],
      tags: isEasy ? ['case'] : ['case', 'group by'],
      hints: [
        'In which order would you ask, so that each question needs a single comparison?',
        'CASE takes the first WHEN that is true; what is left goes into ELSE.',
        `Ask whether ${value} is less than the lower bound, then whether it is less than the upper one${isEasy ? '' : '; GROUP BY may use the name you gave to the expression'}.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, ${value} INTEGER NOT NULL);
${insert(table, rows)}`,
      solution: query(choice(below, under)),
      ordered: true,
      mistakes: [
        {
          why: 'puts the lower bound into the lowest class',
          source: query(choice(`${value} <= ${low}`, under)),
        },
        {
          why: 'puts the upper bound into the middle class',
          source: query(choice(below, `${value} <= ${high}`)),
        },
        { why: 'asks the wider question first', source: query(choice(under, below)) },
        { why: 'asks the wrong way round', source: query(choice(`${value} > ${low}`, `${value} > ${high}`)) },
      ],
      cases: databases(['all in the middle', `UPDATE ${table} SET ${value} = ${low} + id % ${high - low};`], {
        'an empty table': `DELETE FROM ${table};`,
        'at the lower bound': `UPDATE ${table} SET ${value} = ${low};`,
        'just below the lower bound': `UPDATE ${table} SET ${value} = ${low - 1};`,
        'at the upper bound': `UPDATE ${table} SET ${value} = ${high};`,
        'just below the upper bound': `UPDATE ${table} SET ${value} = ${high - 1};`,
        'below zero': `UPDATE ${table} SET ${value} = -${value};`,
        'one row': `DELETE FROM ${table} WHERE id <> 2;`,
        'more rows': insert(
          table,
          listOf(8, i => [20 + i, between(random, low - 5, high + 5)]),
        ),
        'far apart': insert(table, [
          [40, 0],
          [41, 1_000_000],
        ]),
      }),
    };
  },
};
