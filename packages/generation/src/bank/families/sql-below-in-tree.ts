import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  {
    where: 'a file store',
    table: 'folder',
    parent: 'parent_id',
    inside: 'lies in',
    names: ['archive', 'blog', 'code', 'drafts', 'exams', 'fonts', 'games', 'home', 'icons'],
  },
  {
    where: 'a company',
    table: 'worker',
    parent: 'chief_id',
    inside: 'answers to',
    names: ['Ada', 'Bela', 'Chidi', 'Dina', 'Emre', 'Fay', 'Goran', 'Hana', 'Ines'],
  },
  {
    where: 'a web shop',
    table: 'category',
    parent: 'parent_id',
    inside: 'belongs to',
    names: ['audio', 'books', 'cables', 'desks', 'foils', 'games', 'hats', 'inks', 'jars'],
  },
] as const;

/** Everything below a node of a tree, with its depth: a recursive query. */
export const sqlBelowInTree: SqlFamily = {
  kind: 'sql',
  id: 'sql-below-in-tree',
  words:
    'sql recursive cte with recursive tree hierarchy depth descendants manager parent child org chart folders',
  difficulties: ['HARD'],
  make(random) {
    const { where, table, parent, inside, names } = pick(random, STORIES);
    const most = between(random, 2, 3);
    const swap = between(random, 0, 1);
    // Two trees; from node 7 down: 4 and 1 below it, and so on. Ids tell nothing about the levels.
    const parents: (number | null)[] = [7, 4, null, 7, 2, 1 + 3 * swap, 3, 5, 3];
    const rows: Row[] = names.map((name, i) => [i + 1, name, parents[i] ?? null]);
    const depthOf = (id: number): number | null => {
      if (id === 7) return 0;
      const above = parents[id - 1];
      const depth = above === null || above === undefined ? null : depthOf(above);
      return depth === null ? null : depth + 1;
    };
    const root = String(rows[6]?.[1]);
    const answer = sortedBy(
      rows.flatMap(([id, name]): [string, number][] => {
        const depth = depthOf(Number(id));
        return depth === null || depth === 0 || depth > most ? [] : [[String(name), depth]];
      }),
      ([, depth]) => depth,
      ([name]) => name,
    );
    const query = (
      first: number,
      join: string,
      condition: string,
    ) => `WITH RECURSIVE below(id, name, depth) AS (
  SELECT id, name, ${first}
  FROM ${table}
  WHERE name = '${root}'
  UNION ALL
  SELECT t.id, t.name, b.depth + 1
  FROM ${table} AS t
  JOIN below AS b ON ${join}
)
SELECT name, depth
FROM below
WHERE ${condition}
ORDER BY depth, name
`;
    const down = `t.${parent} = b.id`;
    const right = `depth BETWEEN 1 AND ${most}`;
    return {
      title: `Everything below ${root}`,
      statement: `The table \`${table}(id, name, ${parent})\` is that of ${where}: \`${parent}\` is the id of the ${table} that this one ${inside} directly, NULL at the top. Names are unique. There are no circles.

Return \`name\` and \`depth\` of everything **below** \`'${root}'\`, down to depth **${most}**: what ${inside} \`'${root}'\` directly has depth 1, what ${inside} those has depth 2, and so on. \`'${root}'\` itself is not in the answer. Sort by \`depth\`, then by \`name\`. If there is no \`'${root}'\`, or nothing below it, the answer is empty.

With the first rows the answer is

${shown(['name', 'depth'], answer)}
`,
      objectives: ['Walk down a tree with a recursive query'],
      tags: ['recursive query', 'trees'],
      hints: [
        'How would you find depth 1? And depth 2, if you had depth 1 as a table?',
        'WITH RECURSIVE has two halves, put together by UNION ALL: where to start, and how to get from what was found to what comes next.',
        `Start with the row of the name at depth 0; the second half joins ${table} with what was found so far on ${parent}, at a depth one larger. Leave out depth 0 and what is too deep at the end.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, ${parent} INTEGER REFERENCES ${table} (id));
${insert(table, rows)}`,
      solution: query(0, down, right),
      ordered: true,
      mistakes: [
        { why: 'takes the start along', source: query(0, down, `depth <= ${most}`) },
        { why: 'goes one level too deep', source: query(0, down, `depth BETWEEN 1 AND ${most + 1}`) },
        { why: 'starts to count at 1', source: query(1, down, `depth BETWEEN 2 AND ${most + 1}`) },
        {
          why: 'goes up instead of down',
          source: query(0, `t.id = (SELECT a.${parent} FROM ${table} AS a WHERE a.id = b.id)`, right),
        },
        {
          why: 'finds the first level only',
          source: `SELECT t.name, 1 AS depth FROM ${table} AS t JOIN ${table} AS p ON p.id = t.${parent} WHERE p.name = '${root}' ORDER BY t.name\n`,
        },
      ],
      cases: databases(['nothing below', `UPDATE ${table} SET ${parent} = 9 WHERE ${parent} = 7;`], {
        'an empty table': `DELETE FROM ${table};`,
        'the start is not there': `UPDATE ${table} SET name = 'somebody else' WHERE id = 7;`,
        'all directly below': `UPDATE ${table} SET ${parent} = CASE WHEN id <> 7 THEN 7 END;`,
        'the start is at the top': `UPDATE ${table} SET ${parent} = NULL WHERE id = 7;`,
        'a chain': `UPDATE ${table} SET ${parent} = CASE id WHEN 7 THEN NULL WHEN 1 THEN 7 WHEN 8 THEN 6 ELSE id - 1 END;`,
        'the chain upside down': `UPDATE ${table} SET ${parent} = CASE id WHEN 9 THEN NULL ELSE id + 1 END;`,
        'nobody belongs to anybody': `UPDATE ${table} SET ${parent} = NULL;`,
        'more on each level': insert(table, [
          [20, 'zebra', 7],
          [21, 'apple', 20],
          [22, 'young', 21],
          [23, 'below young', 22],
          [24, 'beside', 3],
        ]),
        'a branch moves away': `UPDATE ${table} SET ${parent} = 3 WHERE id = 4;`,
      }),
    };
  },
};
