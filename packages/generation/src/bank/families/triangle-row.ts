import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'A triangle of stones',
    thing: 'a triangle of stones, each with a number',
    edge: 'stones at both ends',
  },
  { title: 'A pyramid of tins', thing: 'a pyramid of tins with a price on each', edge: 'tins at both ends' },
  {
    title: 'A knitted triangle',
    thing: 'a knitted triangle, in which each stitch has a number',
    edge: 'stitches at both ends',
  },
] as const;

/** A row of Pascal's triangle whose edges hold another number than 1. */
export const triangleRow: CodeFamily = {
  kind: 'code',
  id: 'triangle-row',
  words: 'pascal triangle row binomial coefficients list sums neighbours build dynamic loop combinations',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, thing, edge } = pick(random, STORIES);
    const first = between(random, 2, 6);
    const rowOf = (row: number): number[] => {
      if (row === 0) return [first];
      const above = rowOf(row - 1);
      return listOf(row + 1, i => (i === 0 || i === row ? first : (above[i - 1] ?? 0) + (above[i] ?? 0)));
    };
    const row = between(random, 4, 5);
    return {
      title,
      statement: `Imagine ${thing}. Row 0 holds the single number ${first}. Each row below has one number more: the ${edge} hold **${first}** again, and every other one holds the **sum of the two** that it lies between in the row above.

Write \`build_row\`: return the numbers of row \`row\`, from left to right. \`row\` is between 0 and 50, so the numbers become large.

**Example:** row ${row - 1} is \`${told(rowOf(row - 1))}\`, so row ${row} is \`${told(rowOf(row))}\`.
`,
      objectives: ['Build a list from the one before it'],
      tags: ['lists', 'loops', 'Pascal’s triangle'],
      hints: [
        'How do you get from one row to the next, on paper?',
        'Start with row 0 and make the next row as often as needed. The numbers between the edges come from neighbours in the old row.',
        'If you change a row in place, go from right to left: what you still need must not be overwritten yet.',
      ],
      signature: { functionName: 'build_row', params: [{ name: 'row', type: 'int' }], returns: 'list<int>' },
      solutions: {
        python: `def build_row(row: int) -> list[int]:
    values = [${first}]
    for _ in range(row):
        sums = [left + right for left, right in zip(values, values[1:])]
        values = [${first}, *sums, ${first}]
    return values
`,
        javascript: `function build_row(row) {
  let values = [${first}];
  for (let made = 0; made < row; made++) {
    const sums = values.slice(1).map((right, i) => values[i] + right);
    values = [${first}, ...sums, ${first}];
  }
  return values;
}
`,
        java: `class Solution {
    static long[] build_row(long row) {
        int last = (int) row;
        long[] values = new long[last + 1];
        values[0] = ${first};
        for (int made = 1; made <= last; made++) {
            values[made] = ${first};
            for (int i = made - 1; i > 0; i--) values[i] += values[i - 1];
        }
        return values;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

int_list build_row(long long row) {
    size_t last = (size_t)row;
    long long *values = calloc(last + 1, sizeof *values);
    values[0] = ${first};
    for (size_t made = 1; made <= last; made++) {
        values[made] = ${first};
        for (size_t i = made - 1; i > 0; i--) values[i] += values[i - 1];
    }
    return (int_list){values, last + 1};
}
`,
        cpp: `#include <cstddef>
#include <vector>

std::vector<long long> build_row(long long row) {
    long long last = row;
    std::vector<long long> values = {${first}};
    while ((long long)values.size() <= last) {
        for (std::size_t i = values.size() - 1; i > 0; i--) values[i] += values[i - 1];
        values.push_back(${first});
    }
    return values;
}
`,
      },
      mistakes: [
        {
          why: 'off by one: a row too far',
          edits: {
            python: ['range(row)', 'range(row + 1)'],
            javascript: ['made < row', 'made <= row'],
            java: ['(int) row;', '(int) row + 1;'],
            c: ['(size_t)row;', '(size_t)row + 1;'],
            cpp: ['last = row;', 'last = row + 1;'],
          },
        },
        {
          why: 'adds a number to itself',
          edits: alike('values[i] += values[i - 1]', 'values[i] += values[i]', {
            python: ['left + right for', 'left + left for'],
            javascript: ['values[i] + right', 'right + right'],
          }),
        },
        {
          why: 'takes the difference',
          edits: alike('values[i] += values[i - 1]', 'values[i] -= values[i - 1]', {
            python: ['left + right for', 'left - right for'],
            javascript: ['values[i] + right', 'values[i] - right'],
          }),
        },
      ],
      cases: [
        shown('as in the statement', row),
        shown('the row above it', row - 1),
        shown('the first row', 0),
        hidden('one below', 1),
        hidden('the first with a sum', 2),
        hidden('seven numbers', 6),
        hidden('eight numbers', 7),
        hidden('an even one', 2 * between(random, 4, 7)),
        hidden('an odd one', 2 * between(random, 4, 7) + 1),
        hidden('past 32 bits', between(random, 34, 40)),
        hidden('the largest', 50),
      ],
    };
  },
};
