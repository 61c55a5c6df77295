/** A function in Python with shown and hidden tests. */
export const PAIR = {
  schemaVersion: 1,
  type: 'CODE',
  language: 'python',
  title: 'Pair with a sum',
  difficulty: 'EASY',
  tags: ['lists', 'dictionaries'],
  statement:
    'Write `pair_with_sum(prices, total)`: the positions of two prices that add up to **total**, or an empty list.',
  objectives: ['Remember what you have seen in a dictionary'],
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
    { name: 'one article is not two', args: [[8], 16], expected: [], hidden: true },
    { name: 'first and last', args: [[770, 3, 5, 771], 1541], expected: [0, 3], hidden: true },
  ],
  hints: ['What would you have to remember of the prices before?'],
};

/** One fault is not noticed by its tests: `>=` in place of `>`. */
export const WEAK = {
  ...PAIR,
  title: 'Over the limit',
  statement: 'Count the values over the limit.',
  judge: {
    kind: 'function',
    functionName: 'over',
    params: [
      { name: 'values', type: 'list<int>' },
      { name: 'limit', type: 'int' },
    ],
    returns: 'int',
  },
  starter: 'def over(values, limit):\n    pass\n',
  solution: `def over(values, limit):
    count = 0
    for value in values:
        if value > limit:
            count += 1
    return count
`,
  tests: [
    { name: 'some', args: [[10, 20, 30], 15], expected: 2 },
    { name: 'none', args: [[1, 2], 50], expected: 0 },
    { name: 'one', args: [[7, 80], 50], expected: 1 },
  ],
  hints: [],
};

/** Each sets window.__xss if it gets through. */
export const PAYLOADS = [
  '<script>window.__xss=1</script>',
  '<img src=x onerror="window.__xss=2">',
  '</script><script>window.__xss=3</script>',
  '<svg onload="window.__xss=4"></svg>',
  '"><img src=x onerror="window.__xss=5">',
  '</title></style></textarea><img src=x onerror="window.__xss=6">',
];

/** Hostile wherever an author can write. */
export const HOSTILE = {
  ...PAIR,
  title: `Hostile ${PAYLOADS[0]}`,
  tags: ['"><svg onload=window.__xss=7>'],
  statement: `${PAYLOADS.join('\n\n')}\n\n[click](javascript:window.__xss=8)`,
  objectives: PAYLOADS,
  hints: PAYLOADS,
};
