import type { CodeFamily } from '../family.ts';
import { between, pick, some } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  { title: 'Ways to fill the shelf', part: 'boards', whole: 'shelf', unit: 'length' },
  { title: 'Ways to balance the scales', part: 'weights', whole: 'scale pan', unit: 'weight' },
  { title: 'Ways to pay', part: 'coins', whole: 'bill', unit: 'value' },
] as const;

function waysOf(values: readonly number[], target: number, isOnce: boolean): number {
  const [first, ...others] = values;
  if (target === 0) return 1;
  if (first === undefined || target < 0) return 0;
  return waysOf(isOnce ? others : values, target - first, isOnce) + waysOf(others, target, isOnce);
}

/** How many selections have a given sum: each value as often as one likes, or only once. */
export const waysToPay: CodeFamily = {
  kind: 'code',
  id: 'ways-to-pay',
  words:
    'dynamic programming coin change count combinations subset sum knapsack ways number of selections table',
  difficulties: ['HARD'],
  make(random) {
    const { title, part, whole, unit } = pick(random, STORIES);
    const isOnce = random() < 0.5;
    const values = some(random, [2, 3, 4, 5, 6, 7], 3);
    const target = isOnce ? (values[0] ?? 0) + (values[1] ?? 0) : between(random, 11, 16);
    const forward = {
      python: 'range(value, target + 1)',
      javascript: 'let total = value; total <= target; total++',
      java: 'int total = (int) value; total <= target; total++',
      c: 'long long total = values[i]; total <= target; total++',
      cpp: 'long long total = value; total <= target; total++',
    };
    const backward = {
      python: 'range(target, value - 1, -1)',
      javascript: 'let total = target; total >= value; total--',
      java: 'int total = (int) target; total >= value; total--',
      c: 'long long total = target; total >= values[i]; total--',
      cpp: 'long long total = target; total >= value; total--',
    };
    const [right, wrong] = isOnce ? [backward, forward] : [forward, backward];
    const tooFew = (text: string) =>
      isOnce
        ? text.replace('value - 1', 'value').replace('>=', '>')
        : text.replace('(value,', '(value + 1,').replace(/= ((\(int\) )?value(s\[i\])?);/, '= $1 + 1;');
    return {
      title,
      statement: `A ${whole} needs ${part} whose ${unit} is **exactly** \`target\` in all. \`values\` tells the ${unit} of each kind: whole numbers, at least 1, all different, in any order. ${
        isOnce ? 'There is only **one of each kind**.' : 'There are **as many of each kind** as you like.'
      }

Write \`count_ways\`: return **how many selections** there are. The order in which ${part} are taken does not count. For a target of 0 there is one way: to take nothing. \`target\` is between 0 and 1000; the answer fits into 53 bits.

**Example:** for \`${told(values)}\` and ${target} the answer is ${waysOf(values, target, isOnce)}.
`,
      objectives: ['Count with a table of smaller totals instead of trying everything'],
      tags: ['dynamic programming'],
      hints: [
        `Suppose you know for every total in how many ways it is reached without one kind of ${part}. What changes when that kind comes in?`,
        `Keep a table: for each total, the number of ways with the kinds seen so far. A total is also reached from the total that is smaller by the new ${unit}.`,
        isOnce
          ? 'Take one kind after the other, and go through the totals from large to small, so that the smaller ones do not know this kind yet.'
          : 'Take one kind after the other, and go through the totals from small to large, so that the smaller ones know this kind already.',
      ],
      signature: {
        functionName: 'count_ways',
        params: [
          { name: 'values', type: 'list<int>' },
          { name: 'target', type: 'int' },
        ],
        returns: 'int',
      },
      solutions: {
        python: `def count_ways(values: list[int], target: int) -> int:
    ways = [1] + [0] * target
    for value in values:
        for total in ${right.python}:
            ways[total] += ways[total - value]
    return ways[target]
`,
        javascript: `function count_ways(values, target) {
  const ways = new Array(target + 1).fill(0);
  ways[0] = 1;
  for (const value of values) {
    for (${right.javascript}) {
      ways[total] += ways[total - value];
    }
  }
  return ways[target];
}
`,
        java: `class Solution {
    static long count_ways(long[] values, long target) {
        long[] ways = new long[(int) target + 1];
        ways[0] = 1;
        for (long value : values) {
            for (${right.java}) {
                ways[total] += ways[total - (int) value];
            }
        }
        return ways[(int) target];
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

long long count_ways(const long long *values, size_t values_length, long long target) {
    long long *ways = calloc((size_t)target + 1, sizeof *ways);
    ways[0] = 1;
    for (size_t i = 0; i < values_length; i++) {
        for (${right.c}) {
            ways[total] += ways[total - values[i]];
        }
    }
    long long answer = ways[target];
    free(ways);
    return answer;
}
`,
        cpp: `#include <vector>

long long count_ways(const std::vector<long long>& values, long long target) {
    std::vector<long long> ways(target + 1);
    ways[0] = 1;
    for (long long value : values) {
        for (${right.cpp}) {
            ways[total] += ways[total - value];
        }
    }
    return ways[target];
}
`,
      },
      mistakes: [
        {
          why: isOnce ? 'takes a kind more than once' : 'takes each kind only once',
          edits: {
            python: [right.python, wrong.python],
            javascript: [right.javascript, wrong.javascript],
            java: [right.java, wrong.java],
            c: [right.c, wrong.c],
            cpp: [right.cpp, wrong.cpp],
          },
        },
        {
          why: 'off by one: a kind alone is never enough',
          edits: {
            python: [right.python, tooFew(right.python)],
            javascript: [right.javascript, tooFew(right.javascript)],
            java: [right.java, tooFew(right.java)],
            c: [right.c, tooFew(right.c)],
            cpp: [right.cpp, tooFew(right.cpp)],
          },
        },
        { why: 'only knows whether there is a way', edits: alike('ways[total] += ', 'ways[total] |= ') },
      ],
      cases: [
        shown('as in the statement', values, target),
        shown('a target of 0', values, 0),
        hidden('no kinds at all', [], 7),
        hidden('no kinds and nothing to reach', [], 0),
        hidden('exactly one of a kind', [9], 9),
        hidden('twice one kind', [9], 18),
        hidden('just missed', [9], 8),
        hidden('all too large', [20, 30], 10),
        hidden('it can’t be done', [4, 6, 10], 15),
        hidden('all of them together', [1, 2, 4, 8], 15),
        hidden('in any order', [10, 1, 5, 2], between(random, 12, 18)),
        hidden('many small ones', [1, 2, 3, 4, 5, 6, 7], between(random, 14, 20)),
        hidden('some', some(random, [3, 4, 5, 7, 8, 9, 11, 12, 13], 7), between(random, 30, 45)),
        hidden('a large target', [3, 7, 50, 100, 120, 155], between(random, 380, 500)),
      ],
    };
  },
};
