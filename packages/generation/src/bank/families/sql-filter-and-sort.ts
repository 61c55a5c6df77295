import type { SqlFamily } from '../family.ts';
import { between, pick, shuffled } from '../pick.ts';
import { databases, insert, type Row, shown, sortedBy } from './tables.ts';

const SHOPS = [
  {
    shop: 'a bicycle shop',
    thing: 'part',
    names: ['bell', 'brake', 'chain', 'lamp', 'pedal', 'pump', 'saddle', 'tyre'],
  },
  {
    shop: 'a garden centre',
    thing: 'plant',
    names: ['aster', 'basil', 'clover', 'fern', 'lily', 'mint', 'sage', 'tulip'],
  },
  {
    shop: 'a stationer',
    thing: 'product',
    names: ['atlas', 'binder', 'crayon', 'globe', 'marker', 'pencil', 'ruler', 'stapler'],
  },
] as const;

/** WHERE with two conditions, sorted by two columns. */
export const sqlFilterAndSort: SqlFamily = {
  kind: 'sql',
  id: 'sql-filter-and-sort',
  words:
    'sql select where and filter condition order by sort price stock products shop cheap basics first query',
  difficulties: ['EASY'],
  make(random) {
    const { shop, thing, names } = pick(random, SHOPS);
    const limit = between(random, 20, 60);
    const tie = limit - between(random, 3, 9);
    // Two of one price, the later name first; one at the limit, one just above, one that is sold out.
    const [late, early] = [names[6], names[between(random, 0, 2)] ?? names[0]];
    const others = shuffled(
      random,
      names.filter(name => name !== late && name !== early),
    );
    const [a, b, c, d] = others;
    const rows: Row[] = [
      [1, late, tie, between(random, 1, 9)],
      [2, a ?? '', limit, between(random, 1, 9)],
      [3, b ?? '', limit + 1, between(random, 1, 9)],
      [4, c ?? '', tie - 2, 0],
      [5, early, tie, between(random, 1, 9)],
      [6, d ?? '', limit + between(random, 5, 20), between(random, 1, 9)],
    ];
    const answer = sortedBy(
      rows.filter(([, , price, stock]) => Number(price) <= limit && Number(stock) > 0),
      row => Number(row[2]),
      row => String(row[1]),
    ).map(([, name, price]) => [name ?? null, price ?? null]);
    const query = (where: string, order: string) =>
      `SELECT name, price\nFROM ${thing}\nWHERE ${where}\nORDER BY ${order}\n`;
    return {
      title: `Every ${thing} that can be had for ${limit}`,
      statement: `The table \`${thing}(id, name, price, stock)\` is that of ${shop}; \`stock\` tells how many are there.

Return \`name\` and \`price\` of every ${thing} that costs **at most** ${limit} and of which **at least one** is in stock. The cheapest comes first; those of the same price stand in alphabetical order of their names.

With the first rows the answer is

${shown(['name', 'price'], answer)}
`,
      objectives: ['Filter rows by two conditions', 'Sort by more than one column'],
      tags: ['where', 'order by'],
      hints: [
        'Which rows stay, and which columns of them?',
        'WHERE takes several conditions, joined by AND; ORDER BY takes several columns, too.',
        `Compare price with ${limit}, the bound itself included, and stock with 0; sort by price, then by name.`,
      ],
      setup: `CREATE TABLE ${thing} (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL, stock INTEGER NOT NULL);
${insert(thing, rows)}`,
      solution: query(`price <= ${limit} AND stock > 0`, 'price, name'),
      ordered: true,
      mistakes: [
        {
          why: 'leaves out those that cost exactly the bound',
          source: query(`price < ${limit} AND stock > 0`, 'price, name'),
        },
        {
          why: 'one of the conditions is enough',
          source: query(`price <= ${limit} OR stock > 0`, 'price, name'),
        },
        { why: 'forgets the stock', source: query(`price <= ${limit}`, 'price, name') },
        {
          why: 'does not sort those of one price',
          source: query(`price <= ${limit} AND stock > 0`, 'price, id'),
        },
        { why: 'the dearest first', source: query(`price <= ${limit} AND stock > 0`, 'price DESC, name') },
      ],
      cases: databases(['everything sold out', `UPDATE ${thing} SET stock = 0;`], {
        'an empty table': `DELETE FROM ${thing};`,
        'one of each left': `UPDATE ${thing} SET stock = 1;`,
        'all at the bound': `UPDATE ${thing} SET price = ${limit}, stock = 2;`,
        'all just above': `UPDATE ${thing} SET price = ${limit + 1};`,
        'some for nothing': insert(thing, [
          [10, 'gift', 0, 3],
          [11, 'flyer', 0, 1],
        ]),
        'one is back in stock': `UPDATE ${thing} SET stock = 4 WHERE stock = 0;`,
        'more rows': insert(thing, [
          [20, 'zinc', tie, between(random, 1, 3)],
          [21, 'amber', tie, between(random, 1, 3)],
          [22, 'opal', limit, 0],
          [23, 'jade', between(random, 1, limit - 1), 1],
          [24, 'coral', between(random, limit + 1, 99), 1],
        ]),
        'prices turned round': `UPDATE ${thing} SET price = ${limit + 10} - price / 2;`,
      }),
    };
  },
};
