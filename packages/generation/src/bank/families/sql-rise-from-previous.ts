import type { SqlFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { databases, dayOf, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  { where: 'a river', place: 'gauge', value: 'level', unit: 'cm', places: ['bridge', 'weir'] },
  { where: 'a greenhouse', place: 'sensor', value: 'degrees', unit: 'degrees', places: ['door', 'roof'] },
  { where: 'a solar park', place: 'field', value: 'output', unit: 'kWh', places: ['east', 'west'] },
] as const;

/** How a reading differs from the one before it, of the same place. */
export const sqlRiseFromPrevious: SqlFamily = {
  kind: 'sql',
  id: 'sql-rise-from-previous',
  words:
    'sql window function lag previous row difference change over partition by order by time series sensor readings',
  difficulties: ['MEDIUM', 'HARD'],
  make(random, difficulty) {
    const { where, place, value, unit, places } = pick(random, STORIES);
    const isHard = difficulty === 'HARD';
    const bound = between(random, 4, 9);
    const start = between(random, 20, 300);
    const base = between(random, 30, 50);
    const levels = [0, bound, 2 * bound + 1, bound - 2, 2 * bound + 3];
    // Mixed up, and with a day left out: neither the id nor the day before leads to the previous reading.
    const rows: Row[] = sortedBy(
      listOf(10, i => [i % 2, i >> 1] as const),
      ([, step]) => (step * 3) % 5,
    ).map(([of, step], i) => [
      i + 1,
      places[of] ?? '',
      dayOf(2026, start + step + (step > 2 ? 1 : 0)),
      base + (of === 0 ? (levels[step] ?? 0) : 40 - (levels[4 - step] ?? 0)),
    ]);
    const changes = rows.flatMap((row): [string, string, number][] => {
      const earlier = rows.filter(other => other[1] === row[1] && String(other[2]) < String(row[2]));
      const last = sortedBy(earlier, other => String(other[2])).at(-1);
      return last ? [[String(row[1]), String(row[2]), Number(row[3]) - Number(last[3])]] : [];
    });
    const answer = sortedBy(
      changes.filter(([, , change]) => !isHard || change > bound),
      row => row[0],
      row => row[1],
    );
    const query = (change: string, over: string, condition: string) => `WITH stepped AS (
  SELECT ${place}, day, ${change} OVER (${over}) AS change
  FROM reading
)
SELECT ${place}, day, change
FROM stepped
WHERE ${condition}
ORDER BY ${place}, day
`;
    const over = `PARTITION BY ${place} ORDER BY day`;
    const change = `${value} - LAG(${value})`;
    const condition = isHard ? `change > ${bound}` : 'change IS NOT NULL';
    return {
      title: isHard ? `Jumps of more than ${bound} ${unit}` : `From one reading to the next`,
      statement: `The table \`reading(id, ${place}, day, ${value})\` holds measurements of ${where}: at most one a day for each \`${place}\`, in no order, and days may be missing.

The **change** of a reading is its \`${value}\` minus that of the reading **before it of the same ${place}**, however many days lie between; it is below zero when the ${value} fell. The first reading of a ${place} has none. Return \`${place}\`, \`day\` and \`change\` of ${isHard ? `every reading that rose by **more than ${bound}**` : 'every reading that has one'}, sorted by \`${place}\`, then by \`day\`.

With the first rows the answer is

${shown([place, 'day', 'change'], answer)}
`,
      objectives: ['Look at the row before with a window function'],
      tags: ['window functions', 'lag'],
      hints: [
        `Write the readings of one ${place} down in the order of their days. What do you subtract from what?`,
        'LAG(column) OVER (…) gives the column of the row before; PARTITION BY and ORDER BY in the brackets say which row that is.',
        `Calculate the change in a WITH query, partitioned by ${place} and ordered by day; filter outside, for WHERE does not know windows.`,
      ],
      setup: `CREATE TABLE reading (id INTEGER PRIMARY KEY, ${place} TEXT NOT NULL, day TEXT NOT NULL, ${value} INTEGER NOT NULL, UNIQUE (${place}, day));
${insert('reading', rows)}`,
      solution: query(change, over, condition),
      ordered: true,
      mistakes: [
        { why: 'mixes the places', source: query(change, 'ORDER BY day', condition) },
        { why: 'takes the order of ids', source: query(change, over.replace('BY day', 'BY id'), condition) },
        { why: 'subtracts the next reading', source: query(`${value} - LEAD(${value})`, over, condition) },
        {
          why: 'subtracts the wrong way round',
          source: query(
            `LAG(${value}) OVER (${over}) - MAX(${value})`,
            `PARTITION BY ${place}, day`,
            condition,
          ),
        },
        {
          why: 'wants the previous day',
          source: `SELECT a.${place}, a.day, a.${value} - b.${value} AS change FROM reading AS a JOIN reading AS b ON b.${place} = a.${place} AND b.day = date(a.day, '-1 day') WHERE ${condition} ORDER BY a.${place}, a.day\n`,
        },
        ...(isHard
          ? [{ why: 'takes a rise that equals the bound', source: query(change, over, `change >= ${bound}`) }]
          : []),
      ],
      cases: databases(['one reading each', `DELETE FROM reading WHERE id > 2;`], {
        'no readings': 'DELETE FROM reading;',
        'always the same': `UPDATE reading SET ${value} = ${base};`,
        'a new place': insert('reading', [
          [20, 'attic', dayOf(2026, start + 40), base],
          [21, 'attic', dayOf(2026, start - 10), base - bound - 1],
        ]),
        'exactly the bound': insert('reading', [
          [22, 'attic', dayOf(2026, start), base],
          [23, 'attic', dayOf(2026, start + 1), base + bound],
          [24, 'attic', dayOf(2026, start + 5), base + 2 * bound + 1],
        ]),
        'below zero': `UPDATE reading SET ${value} = ${value} - 100;`,
        'turned round': `UPDATE reading SET ${value} = 2 * (100 - ${value});`,
        'one place': `DELETE FROM reading WHERE ${place} = '${places[0]}';`,
        'a day in between is gone': `DELETE FROM reading WHERE day = '${dayOf(2026, start + 1)}';`,
        'years apart': insert('reading', [
          [25, places[0], '2019-12-31', 500],
          [26, places[1], '2031-01-01', 500],
        ]),
      }),
    };
  },
};
