import type { SqlFamily } from '../family.ts';
import { pick } from '../pick.ts';

const SHOPS = [
  { shop: 'a bicycle repair shop', customer: 'customer', orders: 'repair', name: 'name' },
  { shop: 'a library', customer: 'reader', orders: 'loan', name: 'name' },
  { shop: 'a swimming school', customer: 'pupil', orders: 'lesson', name: 'name' },
] as const;

/** Rows of one table that no row of another refers to. */
export const sqlWithoutAMatch: SqlFamily = {
  kind: 'sql',
  id: 'sql-without-a-match',
  words: 'sql left join is null not exists anti join missing without orders customers never',
  difficulties: ['MEDIUM'],
  make(random) {
    const { shop, customer, orders } = pick(random, SHOPS);
    const names = ['Ada', 'Bela', 'Chidi', 'Dina', 'Emre'];
    const rows = names.map((name, i) => `(${i + 1}, '${name}')`).join(', ');
    const [first, second] = [1 + Math.floor(random() * 2), 3 + Math.floor(random() * 2)];
    return {
      title: `A ${customer} without a ${orders}`,
      statement: `The tables \`${customer}(id, name)\` and \`${orders}(id, ${customer}_id, day)\` are those of ${shop}.

Return the \`name\` of every ${customer} who has **no** ${orders} at all, in alphabetical order.
`,
      objectives: ['Find rows that have no partner in another table'],
      tags: ['join', 'null'],
      hints: [
        `An ordinary join leaves out exactly those you are looking for.`,
        `A LEFT JOIN keeps every ${customer}; where there is no ${orders}, its columns are NULL.`,
        `Join ${orders} from the left and keep the rows whose ${orders} id IS NULL, or ask with NOT EXISTS.`,
      ],
      setup: `CREATE TABLE ${customer} (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE ${orders} (id INTEGER PRIMARY KEY, ${customer}_id INTEGER REFERENCES ${customer} (id), day TEXT NOT NULL);
INSERT INTO ${customer} VALUES ${rows};
INSERT INTO ${orders} VALUES (1, ${first}, '2026-03-01'), (2, ${second}, '2026-03-02'), (3, ${first}, '2026-03-05');
`,
      solution: `SELECT c.name
FROM ${customer} AS c
LEFT JOIN ${orders} AS o ON o.${customer}_id = c.id
WHERE o.id IS NULL
ORDER BY c.name
`,
      ordered: true,
      mistakes: [
        {
          why: 'finds those who have one',
          source: `SELECT DISTINCT c.name FROM ${customer} AS c JOIN ${orders} AS o ON o.${customer}_id = c.id ORDER BY c.name\n`,
        },
        {
          why: 'NOT IN finds nobody where an id is NULL',
          source: `SELECT name FROM ${customer} WHERE id NOT IN (SELECT ${customer}_id FROM ${orders}) ORDER BY name\n`,
        },
        {
          why: 'sorts by id',
          source: `SELECT c.name FROM ${customer} AS c LEFT JOIN ${orders} AS o ON o.${customer}_id = c.id WHERE o.id IS NULL ORDER BY c.id\n`,
        },
      ],
      cases: [
        { name: 'as it is', hidden: false },
        { name: 'one more without', setup: `INSERT INTO ${customer} VALUES (6, 'Abel');`, hidden: true },
        {
          name: `a ${orders} of nobody`,
          setup: `INSERT INTO ${orders} VALUES (4, NULL, '2026-04-01');`,
          hidden: true,
        },
        {
          name: 'everybody has one',
          setup: `INSERT INTO ${orders} (${customer}_id, day) SELECT id, '2026-05-01' FROM ${customer};`,
          hidden: true,
        },
        { name: 'nobody has one', setup: `DELETE FROM ${orders};`, hidden: true },
        {
          name: 'two of the same name',
          setup: `INSERT INTO ${customer} VALUES (7, 'Emre'), (8, 'Zoe');`,
          hidden: true,
        },
      ],
    };
  },
};
