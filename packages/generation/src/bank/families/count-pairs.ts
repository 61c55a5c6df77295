import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'Two weights for the scale',
    name: 'weights',
    text: 'A set of weights lies beside a scale; two of them shall balance a parcel.',
    goal: 'together they weigh',
  },
  {
    title: 'A present from two shelves',
    name: 'prices',
    text: 'Somebody has a voucher and wants to spend all of it on two things.',
    goal: 'together they cost',
  },
  {
    title: 'Two planks',
    name: 'lengths',
    text: 'Two planks, laid end to end, shall bridge a stream.',
    goal: 'together they measure',
  },
] as const;

/** How many pairs of places in a list have a certain sum. */
export const countPairs: CodeFamily = {
  kind: 'code',
  id: 'count-pairs',
  words: 'pairs two sum target combinations nested loops hash map count complement list numbers',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, name, text, goal } = pick(random, STORIES);
    const half = between(random, 8, 30);
    const target = 2 * half;
    const count = (values: number[]) =>
      values.reduce(
        (pairs, value, i) => pairs + values.slice(i + 1).filter(other => value + other === target).length,
        0,
      );
    const small = between(random, 2, 6);
    const example = [small, half, target - small, half, half + 3];
    const drawn = (length: number, spread: number) =>
      listOf(length, () => half + between(random, -spread, spread));
    return {
      title,
      statement: `${text} How many pairs are there of which ${goal} exactly **${target}**?

A pair consists of two **different places** of the list \`${name}\`; the same two places are one pair, whichever comes first. Places with equal values are still different: in \`${told([half, half, half])}\` there are three pairs. A place is never paired with itself.

Values may be negative or 0. The list may be empty; then the answer is 0.

For \`${told(example)}\` the answer is ${count(example)}.
`,
      objectives: ['Look at each pair of a list exactly once'],
      tags: ['lists', 'nested loops', 'counting'],
      hints: [
        'Which value does a given one need as its partner?',
        'With one loop inside the other you can look at all pairs. Where should the inner one begin?',
        'If the inner loop begins one place after the outer one, no place meets itself and no pair is counted twice. A map of the values seen so far is even faster.',
      ],
      signature: { functionName: 'pairs', params: [{ name, type: 'list<int>' }], returns: 'int' },
      solutions: {
        python: `from collections import Counter


def pairs(${name}):
    seen = Counter()
    count = 0
    for value in ${name}:
        count += seen[${target} - value]
        seen[value] += 1
    return count
`,
        javascript: `function pairs(${name}) {
  const seen = new Map();
  let count = 0;
  for (const value of ${name}) {
    count += seen.get(${target} - value) ?? 0;
    seen.set(value, (seen.get(value) ?? 0) + 1);
  }
  return count;
}
`,
        java: `import java.util.*;

class Solution {
    static long pairs(long[] ${name}) {
        Map<Long, Long> seen = new HashMap<>();
        long count = 0;
        for (long value : ${name}) {
            count += seen.getOrDefault(${target} - value, 0L);
            seen.merge(value, 1L, Long::sum);
        }
        return count;
    }
}
`,
        c: `#include "capsule.h"

long long pairs(const long long *${name}, size_t ${name}_length) {
    long long count = 0;
    for (size_t i = 0; i < ${name}_length; i++) {
        for (size_t j = i + 1; j < ${name}_length; j++) {
            if (${name}[i] + ${name}[j] == ${target}) count++;
        }
    }
    return count;
}
`,
        cpp: `#include <unordered_map>
#include <vector>

long long pairs(const std::vector<long long>& ${name}) {
    std::unordered_map<long long, long long> seen;
    long long count = 0;
    for (long long value : ${name}) {
        auto partner = seen.find(${target} - value);
        if (partner != seen.end()) count += partner->second;
        seen[value]++;
    }
    return count;
}
`,
      },
      mistakes: [
        {
          why: 'pairs a place with itself',
          edits: {
            python: [
              `        count += seen[${target} - value]\n        seen[value] += 1\n`,
              `        seen[value] += 1\n        count += seen[${target} - value]\n`,
            ],
            javascript: [
              'let count = 0;',
              `let count = ${name}.filter(value => 2 * value === ${target}).length;`,
            ],
            java: [
              'long count = 0;',
              `long count = Arrays.stream(${name}).filter(value -> 2 * value == ${target}).count();`,
            ],
            c: ['j = i + 1', 'j = i'],
            cpp: [
              `        auto partner`,
              `        if (2 * value == ${target}) count++;\n        auto partner`,
            ],
          },
        },
        {
          why: 'counts a partner only once, however often it is there',
          edits: {
            python: ['seen[value] += 1', 'seen[value] = 1'],
            javascript: ['(seen.get(value) ?? 0) + 1', '1'],
            java: ['seen.merge(value, 1L, Long::sum)', 'seen.put(value, 1L)'],
            c: ['count++;', '{\n                count++;\n                break;\n            }'],
            cpp: ['count += partner->second', 'count++'],
          },
        },
        {
          why: 'sees each pair from both sides',
          edits: alike('return count', 'return 2 * count'),
        },
        {
          why: 'off by one: another sum',
          edits: alike(`${target} - value`, `${target - 1} - value`, {
            c: [`== ${target}`, `== ${target - 1}`],
          }),
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('an empty list', []),
        shown('three equal values', [half, half, half]),
        hidden('one value, half of the sum', [half]),
        hidden('one pair', [target - 1, 1]),
        hidden('just too much', [target, 1]),
        hidden('just too little', [half, half - 1]),
        hidden('zero and all of it', [0, target, 5, 0]),
        hidden('below zero', [-4, target + 4, -9, 9]),
        hidden('two and two', [small, target - small, small, target - small]),
        hidden('the partners far apart', [1, half + 1, half + 2, half + 3, target - 1]),
        hidden('no pair', [target + 1, target + 2, target + 3]),
        hidden(
          'many equal',
          listOf(12, () => half),
        ),
        hidden('some', drawn(14, 4)),
        hidden('many', drawn(70, 12)),
      ],
    };
  },
};
