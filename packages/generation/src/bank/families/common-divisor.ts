import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'Equal gift bags',
    name: 'sweets',
    text: 'Of each kind of sweets there is a certain number; all of them go into gift bags with the same content.',
    gcd: 'the largest number of bags for which nothing is left over',
  },
  {
    title: 'Tiles for a path',
    name: 'sides',
    text: 'The sides of several rooms, in centimetres, shall be covered with square tiles of one size.',
    gcd: 'the largest tile that fits without cutting',
  },
  {
    title: 'Equal teams',
    name: 'classes',
    text: 'Several classes play together; each class is divided into teams, and all teams have the same size.',
    gcd: 'the largest size for which nobody is left over',
  },
] as const;

/** The greatest common divisor of a list. */
export const commonDivisor: CodeFamily = {
  kind: 'code',
  id: 'common-divisor',
  words: 'gcd greatest common divisor euclid divide factor numbers list remainder loop reduce arithmetic',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, name, text, gcd: asked } = pick(random, STORIES);
    const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
    const gcd = (values: number[]) => values.reduce(divisor, 0);
    const step = pick(random, [4, 6, 8, 9, 10, 12, 15]);
    const example = [step * 4, step * 6, step * pick(random, [9, 11, 15])];
    const drawn = (length: number, by: number) => listOf(length, () => by * between(random, 2, 60));
    return {
      title,
      statement: `${text} Find ${asked}: the **greatest number that divides every value** of the list \`${name}\` without a remainder.

The values are whole numbers from 0 to 1,000,000,000,000. A 0 can be divided by everything, so it changes nothing. When the list is empty or has only zeros, return 0.

For \`${told(example)}\` the answer is ${gcd(example)}.
`,
      objectives: ['Find the greatest common divisor', 'Reduce a list to one value'],
      tags: ['numbers', 'division'],
      hints: [
        'How would you do it for two numbers? And how does a third one come in?',
        'What divides two numbers also divides the remainder of their division. So the larger one can be replaced by that remainder.',
        'Repeat that until one of the two is 0: the other one is the answer for two numbers. Start with 0, and take in one value after the other.',
      ],
      signature: { functionName: 'largest', params: [{ name, type: 'list<int>' }], returns: 'int' },
      solutions: {
        python: `def largest(${name}):
    result = 0
    for value in ${name}:
        while value > 0:
            result, value = value, result % value
    return result
`,
        javascript: `function largest(${name}) {
  const divisor = (a, b) => (b === 0 ? a : divisor(b, a % b));
  return ${name}.reduce((result, value) => divisor(result, value), 0);
}
`,
        java: `class Solution {
    static long largest(long[] ${name}) {
        long result = 0;
        for (long value : ${name}) {
            result = divisor(result, value);
        }
        return result;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
`,
        c: `#include "capsule.h"

static long long divisor(long long a, long long b) {
    return b == 0 ? a : divisor(b, a % b);
}

long long largest(const long long *${name}, size_t ${name}_length) {
    long long result = 0;
    for (size_t i = 0; i < ${name}_length; i++) {
        result = divisor(result, ${name}[i]);
    }
    return result;
}
`,
        cpp: `#include <numeric>
#include <vector>

long long largest(const std::vector<long long>& ${name}) {
    long long result = 0;
    for (long long value : ${name}) {
        result = std::gcd(result, value);
    }
    return result;
}
`,
      },
      mistakes: [
        {
          why: 'takes the smallest value',
          edits: {
            python: [
              '        while value > 0:\n            result, value = value, result % value\n',
              '        result = value if result == 0 else min(result, value)\n',
            ],
            javascript: ['divisor(result, value)', '(result === 0 ? value : Math.min(result, value))'],
            java: ['divisor(result, value)', 'result == 0 ? value : Math.min(result, value)'],
            c: [`divisor(result, ${name}[i])`, `result == 0 || ${name}[i] < result ? ${name}[i] : result`],
            cpp: ['std::gcd(result, value)', 'result == 0 || value < result ? value : result'],
          },
        },
        {
          why: 'starts with 1',
          edits: {
            python: ['result = 0', 'result = 1'],
            javascript: ['value), 0)', 'value), 1)'],
            java: ['result = 0;', 'result = 1;'],
            c: ['result = 0;', 'result = 1;'],
            cpp: ['result = 0;', 'result = 1;'],
          },
        },
        {
          why: 'leaves the last value out',
          edits: {
            python: [`in ${name}:`, `in ${name}[:-1]:`],
            javascript: [`${name}.reduce`, `${name}.slice(0, -1).reduce`],
            java: [`: ${name})`, `: java.util.Arrays.copyOf(${name}, Math.max(${name}.length - 1, 0)))`],
            c: ['i < ', 'i + 1 < '],
            cpp: [
              `    for (long long value : ${name}) {`,
              `    for (size_t i = 0; i + 1 < ${name}.size(); i++) {\n        long long value = ${name}[i];`,
            ],
          },
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('an empty list', []),
        shown('nothing in common', [step, step + 1]),
        hidden('one value', [step * 7]),
        hidden('only zeros', [0, 0, 0]),
        hidden('a zero among others', [0, step * 2, 0, step * 3]),
        hidden('ones', [1, 1]),
        hidden('equal values', [step * 5, step * 5]),
        hidden('one divides the other', [step, step * 8]),
        hidden('the other way round', [step * 8, step]),
        hidden('each two have something in common, all three nothing', [6, 10, 15]),
        hidden('the last one decides', [step * 10, step * 20, step * 30, step * 10 + 1]),
        hidden('large values', [step * 30_000_000_007, step * 20_000_000_003]),
        hidden('some', drawn(6, step * 3)),
        hidden('many', drawn(40, step)),
      ],
    };
  },
};
