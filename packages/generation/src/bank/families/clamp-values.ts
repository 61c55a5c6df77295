import type { CodeFamily } from '../family.ts';
import { between, listOf, pick, shuffled } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  { what: 'wishes', name: 'settings', place: 'a heating system', unit: 'degrees' },
  { what: 'wishes', name: 'volumes', place: 'a loudspeaker', unit: 'steps' },
  { what: 'bids', name: 'bids', place: 'a game for children', unit: 'points' },
  { what: 'targets', name: 'angles', place: 'a robot arm', unit: 'degrees' },
] as const;

/** Every value of a list kept within two bounds. */
export const clampValues: CodeFamily = {
  kind: 'code',
  id: 'clamp-values',
  words: 'clamp limit bound minimum maximum range min max list map transform condition if numbers between',
  difficulties: ['EASY'],
  make(random) {
    const { what, name, place, unit } = pick(random, STORIES);
    const low = between(random, -12, 15);
    const high = low + between(random, 10, 60);
    const clamp = (value: number) => Math.min(Math.max(value, low), high);
    const middle = () => between(random, low + 1, high - 1);
    const values = shuffled(random, [low - between(random, 2, 9), middle(), high + between(random, 2, 9)]);
    const around = (length: number) => listOf(length, () => between(random, low - 20, high + 20));
    return {
      title: `From ${low} to ${high}`,
      statement: `The ${what} for ${place} come as a list, \`${name}\`, in ${unit}. The lowest possible value is **${low}**, the highest is **${high}**.

Return a **new** list of the same length: a value that is too low becomes ${low}, one that is too high becomes ${high}, and every other one stays as it is. ${low} and ${high} themselves are possible. The list may be empty; then the result is empty too.

For \`${told(values)}\` the result is \`${told(values.map(clamp))}\`.
`,
      objectives: ['Make a new list out of each value of another one', 'Keep a number within two bounds'],
      tags: ['lists', 'comparison'],
      hints: [
        'Three things can happen to a value. Which?',
        'Look at one value: is it below the lowest, above the highest, or neither?',
        `The greater of the value and ${low} is never too low. How do you make sure that it isn't too high either?`,
      ],
      signature: {
        functionName: 'limited',
        params: [{ name, type: 'list<int>' }],
        returns: 'list<int>',
      },
      solutions: {
        python: `def limited(${name}):
    return [min(max(value, ${low}), ${high}) for value in ${name}]
`,
        javascript: `function limited(${name}) {
  return ${name}.map(value => Math.min(Math.max(value, ${low}), ${high}));
}
`,
        java: `class Solution {
    static long[] limited(long[] ${name}) {
        long[] result = new long[${name}.length];
        for (int i = 0; i < ${name}.length; i++) {
            result[i] = Math.min(Math.max(${name}[i], ${low}), ${high});
        }
        return result;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

int_list limited(const long long *${name}, size_t ${name}_length) {
    int_list result = {calloc(${name}_length + 1, sizeof(long long)), ${name}_length};
    for (size_t i = 0; i < ${name}_length; i++) {
        long long value = ${name}[i];
        if (value < ${low}) {
            value = ${low};
        } else if (value > ${high}) {
            value = ${high};
        }
        result.items[i] = value;
    }
    return result;
}
`,
        cpp: `#include <algorithm>
#include <vector>

std::vector<long long> limited(const std::vector<long long>& ${name}) {
    std::vector<long long> result;
    for (long long value : ${name}) {
        result.push_back(std::min(std::max(value, ${low}LL), ${high}LL));
    }
    return result;
}
`,
      },
      mistakes: [
        {
          why: 'has the lowest and the highest the wrong way round',
          edits: {
            python: ['min(max(', 'max(min('],
            javascript: ['Math.min(Math.max(', 'Math.max(Math.min('],
            java: ['Math.min(Math.max(', 'Math.max(Math.min('],
            c: [`value < ${low}`, `value < ${high}`],
            cpp: ['std::min(std::max(', 'std::max(std::min('],
          },
        },
        {
          why: 'off by one at the highest',
          edits: alike(`, ${high})`, `, ${high - 1})`, {
            c: [`value = ${high};`, `value = ${high - 1};`],
            cpp: [`, ${high}LL`, `, ${high - 1}LL`],
          }),
        },
        {
          why: 'forgets the lowest',
          edits: {
            python: [`max(value, ${low})`, 'value'],
            javascript: [`Math.max(value, ${low})`, 'value'],
            java: [`Math.max(${name}[i], ${low})`, `${name}[i]`],
            c: [`value = ${low};`, ''],
            cpp: [`std::max(value, ${low}LL)`, 'value'],
          },
        },
        {
          why: 'drops what is out of range',
          edits: {
            python: [`for value in ${name}`, `for value in ${name} if ${low} <= value <= ${high}`],
            javascript: ['.map(', `.filter(value => ${low} <= value && value <= ${high}).map(`],
            java: [
              `for (int i = 0; i < ${name}.length; i++) {`,
              `for (int i = 0; i < ${name}.length; i++) {\n            if (${name}[i] < ${low} || ${name}[i] > ${high}) continue;`,
            ],
            c: [
              `long long value = ${name}[i];`,
              `long long value = ${name}[i];\n        if (value < ${low} || value > ${high}) continue;`,
            ],
            cpp: ['result.push_back(', `if (${low} <= value && value <= ${high}) result.push_back(`],
          },
        },
      ],
      cases: [
        shown('as in the statement', values),
        shown('an empty list', []),
        shown('all possible', [high, low, middle()]),
        hidden('beside the lowest', [low - 1, low, low + 1]),
        hidden('beside the highest', [high + 1, high, high - 1]),
        hidden('one too low', [low - between(random, 2, 40)]),
        hidden('one too high', [high + between(random, 2, 40)]),
        hidden('zeros', [0, 0]),
        hidden('far below zero', [-1_000_000, -1000, -1]),
        hidden('far above', [1000, 1_000_000]),
        hidden('the same more than once', [high + 5, low - 5, high + 5, low - 5]),
        hidden('some', around(12)),
        hidden('many', around(60)),
      ],
    };
  },
};
