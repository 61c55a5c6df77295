import type { SqlFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { databases, dayOf, insert, type Row, shown, sortedBy, sum } from './tables.ts';

const SHOPS = [
  { shop: 'a bakery', goods: ['bagel', 'bun', 'loaf', 'pretzel', 'roll'] },
  { shop: 'a flower shop', goods: ['daisy', 'iris', 'poppy', 'rose', 'violet'] },
  { shop: 'a kiosk', goods: ['comic', 'gum', 'paper', 'soda', 'stamp'] },
] as const;

/** A sum for each group; for MEDIUM of a product of two columns, and only the large ones. */
export const sqlTotalPerGroup: SqlFamily = {
  kind: 'sql',
  id: 'sql-total-per-group',
  words: 'sql group by sum having aggregate total revenue sales per product quantity price shop items',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { shop, goods } = pick(random, SHOPS);
    const isEasy = difficulty === 'EASY';
    const start = between(random, 30, 200);
    const product = (i: number) => goods[i % 4] ?? goods[0];
    const sales: Row[] = listOf(9, i => [
      i + 1,
      product(i * 3 + (i > 5 ? 1 : 0)),
      dayOf(2026, start + i),
      between(random, 1, 6),
      between(random, 2, 9),
    ]);
    const worth = ([, , , quantity, price]: Row) => Number(quantity) * (isEasy ? 1 : Number(price));
    const totals = [...new Set(sales.map(row => String(row[1])))].map((name): [string, number] => [
      name,
      sum(sales.filter(row => row[1] === name).map(worth)),
    ]);
    // The bound is what one of them reaches exactly.
    const bound = totals.map(([, total]) => total).toSorted((a, b) => a - b)[1] ?? 0;
    const answer = sortedBy(
      totals.filter(([, total]) => isEasy || total >= bound),
      ([, total]) => -total,
      ([name]) => name,
    );
    const [value, column, told] = isEasy
      ? ['quantity', 'pieces', 'how many pieces of it were sold in all']
      : ['quantity * price', 'revenue', 'what its sales brought in all (a sale brings quantity × price)'];
    const query = (having: string, aggregate = `SUM(${value})`, order = `${column} DESC, product`) =>
      `SELECT product, ${aggregate} AS ${column}\nFROM sale\nGROUP BY product\n${having}ORDER BY ${order}\n`;
    const only = isEasy ? '' : `HAVING SUM(${value}) >= ${bound}\n`;
    return {
      title: isEasy ? `Pieces sold by ${shop}` : `What sells well in ${shop}`,
      statement: `The table \`sale(id, product, day, quantity, price)\` is that of ${shop}: one row for each sale, \`price\` is that of one piece.

Return for every product **${told}**, as \`product\` and \`${column}\`${isEasy ? '' : `, but only products that brought **at least ${bound}**`}. The largest comes first; equal ones stand in alphabetical order. Products that were never sold do not appear.

With the first rows the answer is

${shown(['product', column], answer)}
`,
      objectives: isEasy
        ? ['Sum up a column for each group of rows']
        : ['Sum up an expression for each group of rows', 'Filter groups by what they sum up to'],
      tags: isEasy ? ['group by', 'sum'] : ['group by', 'having', 'sum'],
      hints: [
        'Sort the sales into heaps by product, as slips of paper. What do you do with each heap?',
        `GROUP BY makes the heaps, SUM adds up within each${isEasy ? '' : '; a condition on a heap goes into HAVING, for WHERE sees single rows'}.`,
        `Group by product, add up ${value}${isEasy ? '' : ' and compare the sum with the bound, the bound included'}; sort by the sum downwards, then by product.`,
      ],
      setup: `CREATE TABLE sale (id INTEGER PRIMARY KEY, product TEXT NOT NULL, day TEXT NOT NULL, quantity INTEGER NOT NULL, price INTEGER NOT NULL);
${insert('sale', sales)}`,
      solution: query(only),
      ordered: true,
      mistakes: [
        { why: 'counts sales instead of adding up', source: query(only, 'COUNT(*)') },
        { why: 'the smallest first', source: query(only, undefined, `${column}, product`) },
        { why: 'sorts by product', source: query(only, undefined, 'product') },
        isEasy
          ? { why: 'takes the largest sale', source: query(only, 'MAX(quantity)') }
          : {
              why: 'leaves out what reaches the bound exactly',
              source: query(`HAVING SUM(${value}) > ${bound}\n`),
            },
        ...(isEasy
          ? []
          : [
              {
                why: 'compares each sale with the bound',
                source: `SELECT product, SUM(${value}) AS ${column} FROM sale WHERE ${value} >= ${bound} GROUP BY product ORDER BY ${column} DESC, product\n`,
              },
            ]),
      ],
      cases: databases(
        [`one more ${goods[4]}`, insert('sale', [[20, goods[4], dayOf(2026, start), 30, 2]])],
        {
          'no sales': 'DELETE FROM sale;',
          'a single sale': `DELETE FROM sale WHERE id > 1; UPDATE sale SET quantity = ${bound + 2}, price = 3;`,
          'everything twice': 'INSERT INTO sale SELECT id + 100, product, day, quantity, price FROM sale;',
          'all of one product': `UPDATE sale SET product = '${goods[2]}';`,
          'each a single piece': 'UPDATE sale SET quantity = 1, price = 1;',
          'equal sums': `DELETE FROM sale; ${insert('sale', [
            [1, goods[3], dayOf(2026, start), bound, 1],
            [2, goods[0], dayOf(2026, start), bound - 1, 1],
            [3, goods[0], dayOf(2026, start), 1, 1],
            [4, goods[1], dayOf(2026, start), bound - 1, 1],
            [5, goods[4], dayOf(2026, start), 2 * bound + 5, 1],
          ])}`,
          'half of them': 'DELETE FROM sale WHERE id % 2 = 0;',
          'other prices': `UPDATE sale SET price = 10 - price, quantity = 7 - quantity;`,
          'one sold for nothing': insert('sale', [[30, goods[4], dayOf(2026, start + 1), 5, 0]]),
        },
      ),
    };
  },
};
