import { PAYLOADS, TAG_PAYLOADS } from '../../../statement/test/payloads.ts';

/** A function in Python with three visible and three hidden tests, maths, pictures of code and a ladder of hints. */
export const pair = {
  schemaVersion: 1,
  type: 'CODE',
  language: 'python',
  title: 'Pair with a sum',
  difficulty: 'EASY',
  tags: ['lists', 'dictionaries'],
  statement: `A shop sells gift cards that must be spent **exactly**, on two articles.

Write \`pair_with_sum(prices, total)\`. It returns the positions $i < j$ of two prices with

$$
p_i + p_j = \\mathit{total}
$$

and an empty list when no pair fits.

\`\`\`python
pair_with_sum([4, 11, 7, 9], 16)   # [2, 3]
pair_with_sum([8], 16)             # []
\`\`\`

- At most one pair fits.
- One article can't be bought twice.

| prices | total | answer |
| --- | ---: | --- |
| \`[5, 5]\` | 10 | \`[0, 1]\` |
| \`[8]\` | 16 | \`[]\` |`,
  objectives: ['Remember what you have seen in a dictionary', 'Answer with positions, not with values'],
  judge: {
    kind: 'function',
    functionName: 'pair_with_sum',
    params: [
      { name: 'prices', type: 'list<int>' },
      { name: 'total', type: 'int' },
    ],
    returns: 'list<int>',
  },
  starter: 'def pair_with_sum(prices, total):\n    return []\n',
  solution: `def pair_with_sum(prices, total):
    seen = {}
    for position, price in enumerate(prices):
        if total - price in seen:
            return [seen[total - price], position]
        seen[price] = position
    return []
`,
  tests: [
    { name: 'two of four', args: [[4, 11, 7, 9], 16], expected: [2, 3] },
    { name: 'the same price twice', args: [[5, 5], 10], expected: [0, 1] },
    { name: 'one article is not two', args: [[8], 16], expected: [] },
    { name: 'first and last', args: [[77, 3, 5, 78], 155], expected: [0, 3], hidden: true },
    { name: 'refunds', args: [[-77, 40, 77], 0], expected: [0, 2], hidden: true },
    { name: 'nothing fits', args: [[1, 2, 4], 720], expected: [], hidden: true },
  ],
  hints: [
    'What would you have to know about a price to see that it is the **second** of the pair?',
    'For each price $p$ the other one must be $\\mathit{total} - p$: have you met it?',
    'A dictionary from prices to positions answers `total - price in seen` at once.',
  ],
};

/** A program in Python that reads lines and prints several. */
export const lines = {
  schemaVersion: 1,
  type: 'CODE',
  language: 'python',
  title: 'Sum of a line',
  difficulty: 'MEDIUM',
  statement: 'Read one line of whole numbers. Print each on a line of its own, then their sum.',
  judge: { kind: 'stdio' },
  starter: 'line = input()\n',
  solution: 'numbers = [int(word) for word in input().split()]\nprint(*numbers, sum(numbers), sep="\\n")\n',
  tests: [
    { name: 'three numbers', stdin: '1 2 5\n', expected: '1\n2\n5\n8\n' },
    { name: 'below zero', stdin: '-4 1 -5\n', expected: '-4\n1\n-5\n-8\n', hidden: true },
  ],
  hints: [],
};

/** A function in JavaScript, which can be run without a connection, too. */
export const clamp = {
  schemaVersion: 1,
  type: 'CODE',
  language: 'javascript',
  title: 'Keep within bounds',
  difficulty: 'EASY',
  statement: 'Write `clamp(value, low, high)`: the number nearest to `value` that is between both bounds.',
  judge: {
    kind: 'function',
    functionName: 'clamp',
    params: [
      { name: 'value', type: 'int' },
      { name: 'low', type: 'int' },
      { name: 'high', type: 'int' },
    ],
    returns: 'int',
  },
  starter: 'function clamp(value, low, high) {\n  return value;\n}\n',
  solution: 'function clamp(value, low, high) {\n  return Math.min(high, Math.max(low, value));\n}\n',
  tests: [
    { name: 'within', args: [5, 1, 9], expected: 5 },
    { name: 'below', args: [-5, 1, 9], expected: 1 },
    { name: 'above', args: [12, 1, 9], expected: 9, hidden: true },
  ],
  hints: [],
};

/** A query on two tables. */
export const bikes = {
  schemaVersion: 1,
  type: 'SQL',
  language: 'sql',
  title: 'Bikes on the stand',
  difficulty: 'EASY',
  statement: 'Which jobs are **open**? List the owner and the model, by owner.',
  judge: {
    kind: 'query',
    ordered: true,
    setup: `CREATE TABLE bike (id INTEGER PRIMARY KEY, owner TEXT NOT NULL, model TEXT);
CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  bike_id INTEGER NOT NULL REFERENCES bike (id),
  closed_on TEXT
);
INSERT INTO bike VALUES (1, 'Ada', 'Tourer'), (2, 'Ben', 'Cargo'), (3, 'Cleo', NULL);
INSERT INTO job VALUES (1, 1, NULL), (2, 2, '2026-03-01'), (3, 3, NULL);`,
  },
  starter: 'SELECT owner, model\nFROM bike\n',
  solution:
    'SELECT b.owner, b.model FROM job AS j JOIN bike AS b ON b.id = j.bike_id WHERE j.closed_on IS NULL ORDER BY b.owner',
  tests: [
    { name: 'the stand as it is' },
    {
      name: 'a busy day',
      setup: "INSERT INTO job VALUES (4, 2, NULL); UPDATE job SET closed_on = '2026-03-02' WHERE id = 1",
      hidden: true,
    },
  ],
  hints: ['A job that is open has no date in `closed_on`.'],
};

/** Hostile in each text an author can set, and in what the program prints. */
export const hostileProgram = {
  schemaVersion: 1,
  type: 'CODE',
  language: 'python',
  title: '<img src=x onerror="window.__xss=2001"> Echo',
  difficulty: 'HARD',
  tags: ['<script>window.__xss=2002</script>'],
  statement: PAYLOADS.join('\n\n'),
  objectives: TAG_PAYLOADS.slice(0, 10),
  judge: { kind: 'stdio', comparer: { kind: 'exact' } },
  starter: '# <script>window.__xss=2003</script>\n',
  solution: 'import sys\nsys.stdout.write(sys.stdin.read()[::-1])\n',
  tests: TAG_PAYLOADS.filter(
    payload => payload.isWellFormed() && payload.trim() !== '' && payload.length <= 200,
  )
    .slice(0, 100)
    .map((payload, index) => ({
      name: `${index} ${payload}`.slice(0, 200),
      stdin: payload,
      expected: [...payload].reverse().join(''),
    })),
  hints: PAYLOADS.slice(0, 8).map(payload => `${payload} [x](javascript:window.__xss=2004)`),
};
/** Prints its input as it came, and fails with it: a wrong answer full of payloads. */
export const HOSTILE_SOURCE =
  'import sys\ntext = sys.stdin.read()\nprint(text)\nprint(text, file=sys.stderr)\n';

/** Hostile in names of tables and columns, and in values. */
export const hostileQuery = {
  schemaVersion: 1,
  type: 'SQL',
  language: 'sql',
  title: 'Echo <svg onload="window.__xss=2005"></svg>',
  difficulty: 'HARD',
  statement: 'List the texts by their number.',
  judge: {
    kind: 'query',
    ordered: true,
    setup: `CREATE TABLE "<img src=x onerror=window.__xss=2006>" (id INTEGER PRIMARY KEY, "<svg onload=window.__xss=2007>" TEXT);
${TAG_PAYLOADS.filter(payload => !payload.includes('\u0000'))
  .slice(0, 60)
  .map(
    payload =>
      `INSERT INTO "<img src=x onerror=window.__xss=2006>" VALUES (NULL, '${payload.replaceAll("'", "''")}');`,
  )
  .join('\n')}`,
  },
  starter: 'SELECT 1\n',
  solution: `SELECT "<svg onload=window.__xss=2007>" AS "<img src=x onerror='window.__xss=2008'>" FROM "<img src=x onerror=window.__xss=2006>" ORDER BY id`,
  tests: [
    { name: '<script>window.__xss=2009</script>' },
    {
      name: 'more',
      setup: `INSERT INTO "<img src=x onerror=window.__xss=2006>" VALUES (NULL, 'z')`,
      hidden: true,
    },
  ],
  hints: [],
};

export const DOCUMENTS = { pair, lines, clamp, bikes, hostileProgram, hostileQuery };
export type CapsuleName = keyof typeof DOCUMENTS;
