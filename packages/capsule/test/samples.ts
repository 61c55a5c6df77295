import type { Capsule } from '../src/schema/capsule.ts';
import { parseCapsule } from '../src/schema/parse.ts';

/** Parses a document that the test holds to be valid. */
export function valid(document: unknown): Capsule {
  const parsed = parseCapsule(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.capsule;
}

const common = { schemaVersion: 1, difficulty: 'EASY', hints: ['Think of the sign.'] };

export const clampDocument = {
  ...common,
  type: 'CODE',
  language: 'python',
  title: 'Clamp',
  statement: 'Keep a number within bounds.',
  judge: {
    kind: 'function',
    functionName: 'clamp',
    params: [
      { name: 'x', type: 'int' },
      { name: 'low', type: 'int' },
      { name: 'high', type: 'int' },
    ],
    returns: 'int',
  },
  starter: 'def clamp(x, low, high):\n    pass\n',
  solution: 'def clamp(x, low, high):\n    return max(low, min(x, high))\n',
  tests: [
    { name: 'inside', args: [5, 0, 10], expected: 5 },
    { name: 'above', args: [50, 0, 10], expected: 10, hidden: true },
    { name: 'below', args: [-50, -10, 10], expected: -10, hidden: true },
  ],
};

export const factorialDocument = {
  ...common,
  type: 'CODE',
  language: 'python',
  title: 'Factorial',
  statement: 'Multiply.',
  judge: { kind: 'program', entryPoint: 'factorial' },
  starter: 'def factorial(n):\n    pass\n',
  solution: 'def factorial(n):\n    return 1 if n == 0 else n * factorial(n - 1)\n',
  tests: [{ name: 'check', code: 'assert factorial(0) == 1\nassert factorial(5) == 120\n', hidden: true }],
};

export const topDocument = {
  ...common,
  type: 'SQL',
  language: 'sql',
  title: 'Cheapest first',
  statement: 'List names by price.',
  judge: {
    kind: 'query',
    ordered: true,
    setup: "CREATE TABLE item(name, price); INSERT INTO item VALUES ('b', 2), ('a', 3), ('c', 1);",
  },
  starter: 'SELECT\n',
  solution: 'SELECT name FROM item ORDER BY price, name;',
  tests: [{ name: 'as it is' }, { name: 'more', setup: "INSERT INTO item VALUES ('d', 0)", hidden: true }],
};

export const echoDocument = {
  ...common,
  type: 'CODE',
  language: 'python',
  title: 'Sum',
  statement: 'Add the numbers on the line.',
  judge: { kind: 'stdio' },
  starter: '\n',
  solution: 'print(sum(map(int, input().split())))\n',
  tests: [
    { name: 'two', stdin: '1 2\n', expected: '3\n' },
    { name: 'three', stdin: '1 2 3\n', expected: '6\n', hidden: true },
  ],
};
