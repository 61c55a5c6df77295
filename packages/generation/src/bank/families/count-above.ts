import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';

const STORIES = [
  { things: 'temperatures', where: 'a greenhouse', over: 'too warm', limit: 'limit' },
  { things: 'speeds', where: 'a village street', over: 'too fast', limit: 'limit' },
  { things: 'scores', where: 'a quiz night', over: 'above the bar', limit: 'bar' },
  { things: 'prices', where: 'a flea market', over: 'too dear', limit: 'budget' },
] as const;

/** How many values of a list are greater than a bound. */
export const countAbove: CodeFamily = {
  kind: 'code',
  id: 'count-above',
  words: 'count filter list loop condition comparison greater threshold numbers array iterate',
  difficulties: ['EASY'],
  make(random) {
    const { things, where, over, limit } = pick(random, STORIES);
    const bound = between(random, 10, 60);
    const values = listOf(5, () => bound + between(random, -9, 9));
    const around = (length: number) => listOf(length, () => bound + between(random, -2, 2));
    return {
      title: `Count the ${things} ${over}`,
      statement: `Somebody wrote down the ${things} of ${where}. Return how many of them are **greater** than \`${limit}\`.

A value that equals \`${limit}\` does not count. The list may be empty; then the answer is 0.

For \`${JSON.stringify(values)}\` and ${bound} the answer is ${values.filter(value => value > bound).length}.
`,
      objectives: ['Go through a list and count what meets a condition'],
      tags: ['lists', 'loops', 'comparison'],
      hints: [
        'What do you have to remember while you look at one value after another?',
        'Keep a count that starts at 0, and raise it whenever a value meets the condition.',
        'Compare with greater, not with greater or equal: a value that equals the bound stays out.',
      ],
      signature: {
        functionName: 'count_above',
        params: [
          { name: 'values', type: 'list<int>' },
          { name: limit, type: 'int' },
        ],
        returns: 'int',
      },
      solutions: {
        python: `def count_above(values, ${limit}):
    return sum(1 for value in values if value > ${limit})
`,
        javascript: `function count_above(values, ${limit}) {
  return values.filter(value => value > ${limit}).length;
}
`,
        java: `import java.util.*;

class Solution {
    static long count_above(List<Long> values, long ${limit}) {
        long count = 0;
        for (long value : values) {
            if (value > ${limit}) count++;
        }
        return count;
    }
}
`,
        c: `#include "capsule.h"

long long count_above(const long long *values, size_t values_length, long long ${limit}) {
    long long count = 0;
    for (size_t i = 0; i < values_length; i++) {
        if (values[i] > ${limit}) count++;
    }
    return count;
}
`,
        cpp: `#include <algorithm>
#include <vector>

long long count_above(std::vector<long long> values, long long ${limit}) {
    return std::count_if(values.begin(), values.end(), [&](long long value) { return value > ${limit}; });
}
`,
      },
      mistakes: [
        {
          why: 'counts a value that equals the bound',
          edits: {
            python: [`value > ${limit}`, `value >= ${limit}`],
            javascript: [`value > ${limit}`, `value >= ${limit}`],
            java: [`value > ${limit}`, `value >= ${limit}`],
            c: [`> ${limit}`, `>= ${limit}`],
            cpp: [`value > ${limit}`, `value >= ${limit}`],
          },
        },
        {
          why: 'counts those below',
          edits: {
            python: [`value > ${limit}`, `value < ${limit}`],
            javascript: [`value > ${limit}`, `value < ${limit}`],
            java: [`value > ${limit}`, `value < ${limit}`],
            c: [`> ${limit}`, `< ${limit}`],
            cpp: [`value > ${limit}`, `value < ${limit}`],
          },
        },
      ],
      cases: [
        { name: 'as in the statement', args: [values, bound], hidden: false },
        { name: 'an empty list', args: [[], bound], hidden: false },
        { name: 'values that equal the bound', args: [[bound, bound + 1, bound], bound], hidden: true },
        {
          name: 'the first and the last one count',
          args: [[bound + 1, bound, bound + 7], bound],
          hidden: true,
        },
        { name: 'none above', args: [[bound, bound - 1, -bound], bound], hidden: true },
        { name: 'all above', args: [[bound + 1, bound + 2, bound + 3, bound + 4], bound], hidden: true },
        { name: 'below zero', args: [[-5, -3, -4, 0], -4], hidden: true },
        { name: 'close to the bound', args: [around(9), bound], hidden: true },
        { name: 'many', args: [around(60), bound], hidden: true },
      ],
    };
  },
};
