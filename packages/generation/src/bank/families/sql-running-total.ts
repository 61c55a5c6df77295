import type { SqlFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { databases, dayOf, insert, type Row, shown, sortedBy, sum } from './tables.ts';

const STORIES = [
  { where: 'a shared purse', table: 'entry', value: 'amount', total: 'balance' },
  { where: 'a warehouse shelf', table: 'movement', value: 'pieces', total: 'stock' },
  { where: 'a rain barrel', table: 'change', value: 'litres', total: 'content' },
] as const;

/** A running total (MEDIUM), and the rows where it falls below a bound (HARD). */
export const sqlRunningTotal: SqlFamily = {
  kind: 'sql',
  id: 'sql-running-total',
  words:
    'sql window function running total cumulative sum over order by balance account stock rows between unbounded preceding',
  difficulties: ['MEDIUM', 'HARD'],
  make(random, difficulty) {
    const { where, table, value, total } = pick(random, STORIES);
    const isHard = difficulty === 'HARD';
    const start = between(random, 10, 300);
    const bound = between(random, 5, 15);
    const first = bound + between(random, 8, 20);
    // By day and id: up, down to the bound, below it, up again on the same day, down.
    const steps = [
      first,
      bound - first,
      -between(random, 1, 4),
      between(random, 12, 20),
      -between(random, 3, 6),
      -between(random, 8, 14),
    ];
    const days = [0, 2, 3, 3, 7, 9];
    const ids = [4, 1, 3, 6, 2, 5];
    const rows: Row[] = sortedBy(
      listOf(6, i => [ids[i] ?? 0, dayOf(2026, start + (days[i] ?? 0)), steps[i] ?? 0] as const),
      row => row[0],
    );
    const inOrder = sortedBy(
      rows,
      row => String(row[1]),
      row => Number(row[0]),
    );
    const answer = inOrder
      .map((row, i): [number, string, number] => [
        Number(row[0]),
        String(row[1]),
        sum(inOrder.slice(0, i + 1).map(other => Number(other[2]))),
      ])
      .filter(([, , content]) => !isHard || content < bound);
    const query = (over: string, condition = `WHERE ${total} < ${bound}\n`, aggregate = `SUM(${value})`) =>
      isHard
        ? `WITH running AS (
  SELECT id, day, ${aggregate} OVER (${over}) AS ${total}
  FROM ${table}
)
SELECT id, day, ${total}
FROM running
${condition}ORDER BY day, id
`
        : `SELECT id, day, ${aggregate} OVER (${over}) AS ${total}\nFROM ${table}\nORDER BY day, id\n`;
    const over = 'ORDER BY day, id';
    return {
      title: isHard ? `When the ${total} fell below ${bound}` : `The ${total} after each ${table}`,
      statement: `The table \`${table}(id, day, ${value})\` tells what went into ${where} and what was taken out (below zero). It was empty before. Rows of the same day happened in the order of their \`id\`; the ids of different days tell nothing.

Return ${isHard ? `every row after which the \`${total}\` is **less than ${bound}**` : 'every row'}, as \`id\`, \`day\` and the \`${total}\` **after** it: the sum of \`${value}\` of this row and all before it. Sort by \`day\`, then by \`id\`.

With the first rows the answer is

${shown(['id', 'day', total], answer)}
`,
      objectives: ['Sum up to the current row with a window function'],
      tags: ['window functions', 'running total'],
      hints: [
        'In which order did things happen? Add up in that order on paper.',
        'SUM(…) OVER (ORDER BY …) adds up to the current row. Rows that are equal in that order are added together: is that what you want?',
        `Order the window by day and id${isHard ? '; calculate in a WITH query and filter outside, for WHERE does not know windows' : ', so that no two rows are equal in it'}.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, day TEXT NOT NULL, ${value} INTEGER NOT NULL);
${insert(table, rows)}`,
      solution: query(over),
      ordered: true,
      mistakes: [
        { why: 'adds up in the order of ids', source: query('ORDER BY id') },
        { why: 'adds up all of a day at once', source: query('ORDER BY day') },
        { why: 'the sum of everything', source: query('') },
        { why: 'starts anew each day', source: query('PARTITION BY day ORDER BY id') },
        {
          why: 'without the row itself',
          source: query(`${over} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING`),
        },
        ...(isHard
          ? [{ why: 'takes the bound itself', source: query(over, `WHERE ${total} <= ${bound}\n`) }]
          : []),
      ],
      cases: databases(['one row', `DELETE FROM ${table} WHERE id <> 4;`], {
        'an empty table': `DELETE FROM ${table};`,
        'all on one day': `UPDATE ${table} SET day = '${dayOf(2026, start)}';`,
        'turned round': `UPDATE ${table} SET ${value} = -${value};`,
        'exactly the bound': `UPDATE ${table} SET ${value} = CASE id WHEN 4 THEN ${bound} ELSE 0 END;`,
        'one below the bound': `UPDATE ${table} SET ${value} = CASE id WHEN 4 THEN ${bound - 1} ELSE 0 END;`,
        'days in the order of ids': `UPDATE ${table} SET day = date('${dayOf(2026, start)}', id || ' days');`,
        'before all others': insert(table, [
          [30, dayOf(2025, start), -3],
          [31, dayOf(2025, start), 5],
        ]),
        'after all others': insert(table, [
          [32, dayOf(2027, start), -bound],
          [33, dayOf(2027, start), bound],
        ]),
        'the later one first': insert(table, [
          [41, dayOf(2026, start + 20), 5],
          [40, dayOf(2026, start + 20), -40],
        ]),
      }),
    };
  },
};
