import { readExamples } from '../../../../tools/lib/examples.ts';

/** Marks what no learner may receive: hidden inputs and answers, solutions, hints. */
export const SECRET = 'tarpaulin';

/** A function in Python: three tests are shown, three are hidden. */
export const pairDocument = {
  schemaVersion: 1,
  type: 'CODE',
  language: 'python',
  title: 'Pair with a sum',
  difficulty: 'EASY',
  tags: ['lists', 'dictionaries'],
  statement: `A shop sells gift cards that must be spent **exactly**, on two articles.

**Task.** Write \`pair_with_sum(prices, total)\`. It returns the positions of two different prices that add up to \`total\`, the smaller position first. If no pair fits, it returns an empty list.

- At most one pair fits.
- One article can't be bought twice.

\`\`\`python
pair_with_sum([4, 11, 7, 9], 16)   # [2, 3]
pair_with_sum([5, 5], 10)          # [0, 1]
pair_with_sum([8], 16)             # []
\`\`\`

Lists can be long: comparing each price with each other one takes a while.`,
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
    tarpaulin = {}
    for position, price in enumerate(prices):
        if total - price in tarpaulin:
            return [tarpaulin[total - price], position]
        tarpaulin[price] = position
    return []
`,
  tests: [
    { name: 'two of four', args: [[4, 11, 7, 9], 16], expected: [2, 3] },
    { name: 'the same price twice', args: [[5, 5], 10], expected: [0, 1] },
    { name: 'one article is not two', args: [[8], 16], expected: [] },
    { name: 'first and last', args: [[770_017, 3, 5, 770_018], 1_540_035], expected: [0, 3], hidden: true },
    { name: 'refunds', args: [[-770_019, 40, 770_019], 0], expected: [0, 2], hidden: true },
    { name: 'nothing fits', args: [[1, 2, 4], 770_020], expected: [], hidden: true },
  ],
  hints: ['What would the tarpaulin have to remember?'],
};
/** Numbers that stand in hidden tests of {@link pairDocument} alone. */
export const HIDDEN_NUMBERS = ['770017', '770018', '770019', '770020', '1540035'];
export const PAIR_SOLVED = pairDocument.solution.replaceAll(SECRET, 'seen');

/** A program in Python that reads a line. */
export const lineDocument = {
  schemaVersion: 1,
  type: 'CODE',
  language: 'python',
  title: 'Sum of a line',
  difficulty: 'MEDIUM',
  statement: 'Read one line of whole numbers and print their sum.',
  judge: { kind: 'stdio' },
  starter: 'line = input()\n',
  solution: 'print(sum(int(word) for word in input().split()))\n',
  tests: [
    { name: 'two numbers', stdin: '1 2\n', expected: '3\n' },
    { name: 'below zero', stdin: '-4 1 -5\n', expected: '-8\n', hidden: true },
  ],
  hints: [],
};

/** SQL, as it is shipped: 'Bikes on the stand'. */
export const bikes = firstOf(readExamples('store'));

function firstOf<Item>(items: Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new Error('There is no example in examples/store.');
  return first;
}
