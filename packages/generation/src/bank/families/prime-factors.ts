import type { CodeFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'The gears of a machine',
    name: 'ratio',
    text: 'A mechanic builds a large gear ratio out of small ones, each as small as possible.',
  },
  {
    title: 'A safe with a long number',
    name: 'number',
    text: 'The number of a safe is the product of its keys, and every key is a prime number.',
  },
  {
    title: 'Boxes in boxes',
    name: 'parts',
    text: 'Parts are packed in boxes, the boxes in crates, and so on; on every level the number is a prime.',
  },
] as const;
const SMALL = [2, 3, 5, 7, 11, 13] as const;

/** A number as a product of primes. */
export const primeFactors: CodeFamily = {
  kind: 'code',
  id: 'prime-factors',
  words:
    'prime factors factorization divide divisor division remainder while loop number theory product list',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, name, text } = pick(random, STORIES);
    const factors = (n: number) => {
      const found: number[] = [];
      let rest = n;
      for (let prime = 2; prime * prime <= rest; prime++) {
        while (rest % prime === 0) {
          found.push(prime);
          rest /= prime;
        }
      }
      return rest > 1 ? [...found, rest] : found;
    };
    const [p, q] = [pick(random, [2, 3]), pick(random, [5, 7, 11])];
    const example = p * p * q;
    const product = (count: number) =>
      Array.from({ length: count }, () => pick(random, SMALL)).reduce((a, b) => a * b, 1);
    return {
      title,
      statement: `${text} Take \`${name}\` apart: return the list of the **prime numbers whose product it is**, in ascending order. A prime that divides it several times stands in the list just as often.

A prime is a whole number greater than 1 that only 1 and the number itself divide. A prime is its own only factor, and 1 has none: for 1 the list is empty. The number is from 1 to 1,000,000,000,000, so do not try every divisor up to it.

For ${example} the result is \`${told(factors(example))}\`, for ${q} it is \`${told([q])}\`.
`,
      objectives: ['Divide a number as often as possible', 'Stop a search as early as it can be'],
      tags: ['numbers', 'primes', 'loops'],
      hints: [
        'The smallest divisor above 1 is always a prime. Why?',
        'Try 2, 3, 4 … in turn. Whenever a number divides what is left, note it and divide; it may divide again.',
        'When the square of what you try is larger than what is left, no further divisor can be found. What is left then, if it is more than 1?',
      ],
      signature: { functionName: 'factors', params: [{ name, type: 'int' }], returns: 'list<int>' },
      solutions: {
        python: `def factors(${name}):
    found = []
    prime = 2
    while prime * prime <= ${name}:
        while ${name} % prime == 0:
            found.append(prime)
            ${name} //= prime
        prime += 1
    if ${name} > 1:
        found.append(${name})
    return found
`,
        javascript: `function factors(${name}) {
  const found = [];
  let rest = ${name};
  for (let prime = 2; prime * prime <= rest; prime++) {
    while (rest % prime === 0) {
      found.push(prime);
      rest /= prime;
    }
  }
  if (rest > 1) found.push(rest);
  return found;
}
`,
        java: `import java.util.*;

class Solution {
    static List<Long> factors(long ${name}) {
        List<Long> found = new ArrayList<>();
        long rest = ${name};
        for (long prime = 2; prime * prime <= rest; prime++) {
            while (rest % prime == 0) {
                found.add(prime);
                rest /= prime;
            }
        }
        if (rest > 1) found.add(rest);
        return found;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

int_list factors(long long ${name}) {
    int_list found = {calloc(64, sizeof(long long)), 0};
    long long rest = ${name};
    for (long long prime = 2; prime * prime <= rest; prime++) {
        while (rest % prime == 0) {
            found.items[found.length++] = prime;
            rest /= prime;
        }
    }
    if (rest > 1) found.items[found.length++] = rest;
    return found;
}
`,
        cpp: `#include <vector>

std::vector<long long> factors(long long ${name}) {
    std::vector<long long> found;
    long long rest = ${name};
    for (long long prime = 2; prime * prime <= rest; prime++) {
        while (rest % prime == 0) {
            found.push_back(prime);
            rest /= prime;
        }
    }
    if (rest > 1) found.push_back(rest);
    return found;
}
`,
      },
      mistakes: [
        {
          why: 'divides by each prime only once',
          edits: {
            python: [`        while ${name} % prime`, `        if ${name} % prime`],
            javascript: ['while (rest', 'if (rest'],
            java: ['while (rest', 'if (rest'],
            c: ['while (rest', 'if (rest'],
            cpp: ['while (rest', 'if (rest'],
          },
        },
        {
          why: 'off by one: misses the square of a prime',
          edits: {
            python: ['prime * prime <=', 'prime * prime <'],
            javascript: ['prime * prime <=', 'prime * prime <'],
            java: ['prime * prime <=', 'prime * prime <'],
            c: ['prime * prime <=', 'prime * prime <'],
            cpp: ['prime * prime <=', 'prime * prime <'],
          },
        },
        {
          why: 'forgets what is left at the end',
          edits: {
            python: [`    if ${name} > 1:\n        found.append(${name})\n`, ''],
            javascript: ['  if (rest > 1) found.push(rest);\n', ''],
            java: ['        if (rest > 1) found.add(rest);\n', ''],
            c: ['    if (rest > 1) found.items[found.length++] = rest;\n', ''],
            cpp: ['    if (rest > 1) found.push_back(rest);\n', ''],
          },
        },
        {
          why: 'takes 1 for a prime',
          edits: {
            python: [`if ${name} > 1`, `if ${name} >= 1`],
            javascript: ['rest > 1', 'rest >= 1'],
            java: ['rest > 1', 'rest >= 1'],
            c: ['rest > 1', 'rest >= 1'],
            cpp: ['rest > 1', 'rest >= 1'],
          },
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('one', 1),
        shown('a prime', q),
        hidden('two', 2),
        hidden('three', 3),
        hidden('the square of two', 4),
        hidden('the square of a prime', 13 * 13),
        hidden('a power of two', 2 ** between(random, 10, 30)),
        hidden('a power of three', 3 ** between(random, 5, 15)),
        hidden('two primes', 17 * 19),
        hidden('a large prime', pick(random, [7919, 104_729, 15_485_863])),
        hidden('twice a large prime', 2 * pick(random, [7907, 104_723, 15_485_857])),
        hidden('the square of a larger prime', 9973 * 9973),
        hidden('two large primes', 99_989 * 99_991),
        hidden('some', product(5)),
        hidden('many', product(9)),
      ],
    };
  },
};
