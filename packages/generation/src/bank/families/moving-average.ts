import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'A calmer curve',
    name: 'degrees',
    text: 'The temperature on a roof jumps up and down.',
    one: 'day',
  },
  {
    title: 'The noisy scale',
    name: 'readings',
    text: 'A scale trembles around its zero, so a single reading tells little.',
    one: 'reading',
  },
  {
    title: 'The till, smoothed',
    name: 'results',
    text: 'A kiosk notes what each day has earned or lost, and wants to see the trend.',
    one: 'day',
  },
] as const;

/** The mean of each window of a fixed width. */
export const movingAverage: CodeFamily = {
  kind: 'code',
  id: 'moving-average',
  words: 'moving average sliding window mean smooth running sum list float consecutive subarray',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, name, text, one } = pick(random, STORIES);
    const width = between(random, 3, 6);
    const averages = (values: number[]) =>
      listOf(
        Math.max(values.length - width + 1, 0),
        i => values.slice(i, i + width).reduce((sum, value) => sum + value, 0) / width,
      );
    const base = between(random, 4, 9);
    const example = listOf(
      width + 2,
      i => base + (i < width ? (i === 0 ? width : 0) : 2 * width * (i - width + 1)),
    );
    const drawn = (length: number) => listOf(length, () => between(random, -40, 60));
    const loops = (type: string, count: string, put: string, indent: string) =>
      `${type} sum = 0;
${indent}for (size_t i = 0; i < ${count}; i++) {
${indent}    sum += ${name}[i];
${indent}    if (i >= ${width}) sum -= ${name}[i - ${width}];
${indent}    if (i >= ${width - 1}) ${put};
${indent}}`;
    return {
      title,
      statement: `${text} A moving average helps: the mean of **${width} values in a row**.

Return the moving averages of \`${name}\`: the first one is the mean of the first ${width} values, the next one begins one ${one} later, and so on; the last one ends with the last value. When there are fewer than ${width} values, the result is an empty list.

The values are whole numbers, also negative ones; the averages need not be whole. A tiny rounding error does not matter.

For \`${told(example)}\` the result is \`${told(averages(example))}\`.
`,
      objectives: ['Move a window along a list'],
      tags: ['lists', 'average', 'sliding window'],
      hints: [
        `How many averages are there for ${width} values? And for ${width + 1}?`,
        'Two neighbouring windows have nearly all values in common. Which one leaves, which one comes?',
        'Keep the sum of the window: add the value that comes, take away the one that leaves, and divide.',
      ],
      signature: {
        functionName: 'averages',
        params: [{ name, type: 'list<int>' }],
        returns: 'list<float>',
      },
      comparer: { kind: 'float', relative: 1e-9, absolute: 1e-9 },
      solutions: {
        python: `def averages(${name}):
    result = []
    for end in range(${width}, len(${name}) + 1):
        result.append(sum(${name}[end - ${width}:end]) / ${width})
    return result
`,
        javascript: `function averages(${name}) {
  const result = [];
  let sum = 0;
  for (let i = 0; i < ${name}.length; i++) {
    sum += ${name}[i];
    if (i >= ${width}) sum -= ${name}[i - ${width}];
    if (i >= ${width - 1}) result.push(sum / ${width});
  }
  return result;
}
`,
        java: `class Solution {
    static double[] averages(long[] ${name}) {
        double[] result = new double[Math.max(${name}.length - ${width - 1}, 0)];
        ${loops('long', `${name}.length`, `result[i - ${width - 1}] = sum / ${width}.0`, '        ').replace('size_t', 'int')}
        return result;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

float_list averages(const long long *${name}, size_t ${name}_length) {
    float_list result = {calloc(${name}_length + 1, sizeof(double)), 0};
    ${loops('long long', `${name}_length`, `result.items[result.length++] = sum / ${width}.0`, '    ')}
    return result;
}
`,
        cpp: `#include <vector>

std::vector<double> averages(const std::vector<long long>& ${name}) {
    std::vector<double> result;
    ${loops('long long', `${name}.size()`, `result.push_back(sum / ${width}.0)`, '    ')}
    return result;
}
`,
      },
      mistakes: [
        {
          why: 'rounds every average down',
          edits: {
            python: [`:end]) / ${width}`, `:end]) // ${width}`],
            javascript: [`sum / ${width}`, `Math.floor(sum / ${width})`],
            java: [`sum / ${width}.0`, `sum / ${width}`],
            c: [`sum / ${width}.0`, `sum / ${width}`],
            cpp: [`sum / ${width}.0`, `sum / ${width}`],
          },
        },
        {
          why: 'off by one: leaves the last window out',
          edits: {
            python: [`len(${name}) + 1`, `len(${name})`],
            javascript: [`i < ${name}.length`, `i < ${name}.length - 1`],
            java: [
              `[Math.max(${name}.length - ${width - 1}, 0)];`,
              `[Math.max(${name}.length - ${width}, 0)];\n        ${name} = java.util.Arrays.copyOf(${name}, Math.max(${name}.length - 1, 0));`,
            ],
            c: [`i < ${name}_length`, `i + 1 < ${name}_length`],
            cpp: [`i < ${name}.size()`, `i + 1 < ${name}.size()`],
          },
        },
        {
          why: 'never drops the value that leaves the window',
          edits: {
            python: [`sum(${name}[end - ${width}:end])`, `sum(${name}[:end])`],
            javascript: [`    if (i >= ${width}) sum -= ${name}[i - ${width}];\n`, ''],
            java: [`            if (i >= ${width}) sum -= ${name}[i - ${width}];\n`, ''],
            c: [`        if (i >= ${width}) sum -= ${name}[i - ${width}];\n`, ''],
            cpp: [`        if (i >= ${width}) sum -= ${name}[i - ${width}];\n`, ''],
          },
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('an empty list', []),
        shown('one value too few', drawn(width - 1)),
        hidden(
          'one window',
          listOf(width, i => i + 2),
        ),
        hidden(
          'two windows',
          listOf(width + 1, i => 3 * i - 1),
        ),
        hidden('one value', [between(random, 1, 30)]),
        hidden(
          'all equal',
          listOf(width + 3, () => base),
        ),
        hidden('not whole', [...listOf(width, () => 1), 2, 2, 3]),
        hidden(
          'below zero',
          listOf(width + 2, i => -5 * i - 1),
        ),
        hidden(
          'zeros',
          listOf(width + 1, () => 0),
        ),
        hidden(
          'up and down',
          listOf(2 * width + 1, i => (i % 2 === 0 ? 100 : -100)),
        ),
        hidden(
          'large values',
          listOf(width + 2, i => 1_000_000 * (i + 1)),
        ),
        hidden('some', drawn(width + 9)),
        hidden('many', drawn(70)),
      ],
    };
  },
};
