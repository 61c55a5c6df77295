import { starterFor } from '@devcapsules/capsule/starter/starter';
import type { components } from '@devcapsules/client/schema';
import { LANGUAGES, type Language } from '#words.ts';

type Document = components['schemas']['Capsule'];

const SIGNATURE = {
  functionName: 'add',
  params: [
    { name: 'a', type: 'int' },
    { name: 'b', type: 'int' },
  ],
  returns: 'int',
};
const SOLUTIONS: Record<Exclude<Language, 'sql'>, string> = {
  python: 'def add(a, b):\n    return a + b\n',
  javascript: 'function add(a, b) {\n  return a + b;\n}\n',
  java: 'class Solution {\n    public static long add(long a, long b) {\n        return a + b;\n    }\n}\n',
  c: '#include "capsule.h"\n\nint64_t add(int64_t a, int64_t b) {\n    return a + b;\n}\n',
  cpp: 'long long add(long long a, long long b) {\n    return a + b;\n}\n',
};
const SHARED = {
  schemaVersion: 1 as const,
  difficulty: 'EASY' as const,
  tags: [],
  objectives: [],
  hints: [],
  limits: { timeMs: 2000, memoryMb: 256 },
};

/** A small capsule that works, to be changed into another: in C and its like the types stand there already. */
export function blankCapsule(language: Language): Document {
  const title = `Untitled (${LANGUAGES[language]})`;
  if (language === 'sql') {
    return {
      ...SHARED,
      type: 'SQL',
      language,
      title,
      statement: 'List the **names** of all people who are older than 30.',
      judge: {
        kind: 'query',
        ordered: false,
        compareColumnNames: false,
        tolerance: 1e-9,
        setup:
          "CREATE TABLE person (name TEXT, age INTEGER);\nINSERT INTO person VALUES ('Ada', 36), ('Bob', 29), ('Cleo', 41);\n",
      },
      starter: '-- Write your query here.\n',
      solution: 'SELECT name FROM person WHERE age > 30;\n',
      tests: [
        { name: 'the people given', hidden: false },
        { name: 'somebody of exactly 30', setup: "INSERT INTO person VALUES ('Dan', 30);\n", hidden: true },
      ],
    };
  }
  return {
    ...SHARED,
    type: 'CODE',
    language,
    title,
    statement: 'Return the **sum** of `a` and `b`.',
    judge: { kind: 'function', ...SIGNATURE, comparer: { kind: 'exact' } },
    starter: starterFor(language, SIGNATURE),
    solution: SOLUTIONS[language],
    tests: [
      { name: 'two numbers', args: [1, 2], expected: 3, hidden: false },
      { name: 'below zero', args: [-5, 2], expected: -3, hidden: false },
      { name: 'large', args: [700_001, 41], expected: 700_042, hidden: true },
    ],
  };
}
