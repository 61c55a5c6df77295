import type { SqlFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { databases, dayOf, firstNames, insert, type Row, shown, sortedBy, sum } from './tables.ts';

const SHOPS = [
  { shop: 'a bookshop', customer: 'customer', order: 'purchase' },
  { shop: 'a vegetable box service', customer: 'household', order: 'delivery' },
  { shop: 'a print shop', customer: 'client', order: 'job' },
] as const;

/** How many and how much of each, with 0 for those that have none. */
export const sqlTotalWithNone: SqlFamily = {
  kind: 'sql',
  id: 'sql-total-with-none',
  words:
    'sql left join group by count sum coalesce zero null customers orders totals including without aggregate',
  difficulties: ['MEDIUM'],
  make(random) {
    const { shop, customer, order } = pick(random, SHOPS);
    const names = firstNames(random, 5);
    const customers: Row[] = names.map((name, i) => [i + 1, name]);
    const without = between(random, 1, 5);
    const owners = [1, 2, 3, 4, 5].filter(id => id !== without);
    const orders: Row[] = listOf(7, i => [
      i + 1,
      owners[(i * i) % 4] ?? 1,
      dayOf(2026, 40 + 3 * i),
      between(random, 5, 60),
    ]);
    const answer = sortedBy(
      customers.map(([id, name]): [string, number, number] => {
        const own = orders.filter(row => row[1] === id).map(row => Number(row[3]));
        return [String(name), own.length, sum(own)];
      }),
      row => -row[2],
      row => row[0],
    );
    const query = (
      join: string,
      count: string,
      total: string,
      group = 'c.id',
    ) => `SELECT c.name, ${count} AS number, ${total} AS total
FROM ${customer} AS c
${join} ${order} AS o ON o.${customer}_id = c.id
GROUP BY ${group}
ORDER BY total DESC, c.name
`;
    const [left, count, total] = ['LEFT JOIN', 'COUNT(o.id)', 'COALESCE(SUM(o.amount), 0)'];
    return {
      title: `What each ${customer} of ${shop} spent`,
      statement: `The tables \`${customer}(id, name)\` and \`${order}(id, ${customer}_id, day, amount)\` are those of ${shop}.

Return for **every** ${customer} the \`name\`, the \`number\` of rows in \`${order}\` and the \`total\` of their amounts. Who has none appears with 0 and 0. The largest total comes first; equal ones stand in alphabetical order of their names. Names may occur twice: they belong to different ${customer === 'household' ? 'households' : `${customer}s`}.

With the first rows the answer is

${shown(['name', 'number', 'total'], answer)}
`,
      objectives: ['Sum up over a join that keeps rows without a partner', 'Replace NULL by a value'],
      tags: ['left join', 'group by', 'null'],
      hints: [
        `Which ${customer} gets lost in an ordinary join?`,
        'After a LEFT JOIN there is one row even where nothing fits, full of NULL: COUNT(*) counts it, COUNT of a column does not.',
        `Join ${order} from the left, group by the id of ${customer}, count the ids of ${order}, and let COALESCE turn a sum of nothing into 0.`,
      ],
      setup: `CREATE TABLE ${customer} (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE ${order} (id INTEGER PRIMARY KEY, ${customer}_id INTEGER NOT NULL REFERENCES ${customer} (id), day TEXT NOT NULL, amount INTEGER NOT NULL);
${insert(customer, customers)}${insert(order, orders)}`,
      solution: query(left, count, total),
      ordered: true,
      mistakes: [
        { why: 'an inner join loses who has none', source: query('JOIN', count, total) },
        { why: 'counts 1 where there is none', source: query(left, 'COUNT(*)', total) },
        { why: 'NULL for a sum of nothing', source: query(left, count, 'SUM(o.amount)') },
        { why: 'puts two of the same name together', source: query(left, count, total, 'c.name') },
      ],
      cases: databases(['nobody has one', `DELETE FROM ${order};`], {
        'two of the same name':
          insert(customer, [[9, names[0] ?? '']]) + insert(order, [[20, 9, '2026-06-01', 33]]),
        'nobody at all': `DELETE FROM ${order}; DELETE FROM ${customer};`,
        'everybody has one more': `INSERT INTO ${order} (${customer}_id, day, amount) SELECT id, '2026-07-01', 10 + id FROM ${customer};`,
        'two more without': insert(customer, [
          [8, 'Zoe'],
          [7, 'Abel'],
        ]),
        'for nothing': insert(order, [[21, without, '2026-06-02', 0]]),
        'equal totals': `DELETE FROM ${order}; ${insert(order, [
          [1, 4, '2026-06-02', 12],
          [2, 2, '2026-06-02', 6],
          [3, 2, '2026-06-03', 6],
          [4, 1, '2026-06-03', 11],
        ])}`,
        'money back': insert(order, [[22, owners[0] ?? 1, '2026-06-04', -90]]),
        'one left': `DELETE FROM ${order} WHERE id > 1;`,
      }),
    };
  },
};
