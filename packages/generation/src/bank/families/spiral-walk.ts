import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'The lawn mower',
    name: 'lawn',
    text: 'A robot mows a rectangular lawn in ever smaller rounds; every square of it has a number.',
  },
  {
    title: 'The snail in the garden',
    name: 'garden',
    text: 'A snail crawls over the plates of a rectangular garden, round and round; every plate has a number.',
  },
  {
    title: 'The floor that is cleaned',
    name: 'floor',
    text: 'A rectangular floor is cleaned in rounds; every tile of it has a number.',
  },
] as const;

/** The values of a table along a spiral, inwards or outwards. */
export const spiralWalk: CodeFamily = {
  kind: 'code',
  id: 'spiral-walk',
  words:
    'spiral matrix grid table two dimensional 2d nested list traverse walk order simulation boundaries rounds',
  difficulties: ['HARD'],
  make(random) {
    const { title, name, text } = pick(random, STORIES);
    const isOut = random() < 0.5;
    const first = between(random, 1, 40);
    const table = (height: number, width: number) =>
      listOf(height, row => listOf(width, column => first + row * width + column));
    const drawn = (height: number, width: number) =>
      listOf(height, () => listOf(width, () => between(random, -99, 99)));
    /** The first row, and then the rest of the table, turned so that its last column is its first row. */
    const inwards = ([head, ...rest]: number[][]): number[] =>
      head === undefined
        ? []
        : [
            ...head,
            ...inwards(
              head.map((_, i) => rest.flatMap(row => row.at(-1 - i) ?? [])).filter(row => row.length > 0),
            ),
          ];
    const example = table(3, 4);
    const answer = isOut ? inwards(example).reverse() : inwards(example);
    const way = isOut
      ? 'The way is the one that begins at the top left corner and goes round the edge **clockwise**, and then round what is left inside, until every place has been visited once; but it is walked **backwards**: from the inside to the top left corner.'
      : 'The way begins at the top left corner and goes round the edge **clockwise**: to the right, down, to the left, up. Then it goes round what is left inside in the same manner, until every place has been visited once.';
    const walk = (indent: string, type: string, put: (value: string) => string) =>
      `while (top <= bottom && left <= right) {
    for (${type} column = left; column <= right; column++) ${put('[top][column]')}
    for (${type} row = top + 1; row <= bottom; row++) ${put('[row][right]')}
    if (top < bottom && left < right) {
        for (${type} column = right - 1; column >= left; column--) ${put('[bottom][column]')}
        for (${type} row = bottom - 1; row > top; row--) ${put('[row][left]')}
    }
    top++;
    bottom--;
    left++;
    right--;
}`.replaceAll('\n', `\n${indent}`);
    return {
      title,
      statement: `${text} ${way}

Return the numbers in the order in which they are visited. \`${name}\` is a list of rows. All rows have the same length, at least 1; there may be no rows at all, and then the result is an empty list. Numbers may be equal, 0 or negative, so they don't tell where you have been.

For \`${told(example)}\` the result is \`${told(answer)}\`.
`,
      objectives: ['Keep track of boundaries that move', 'Handle a single row and a single column'],
      tags: ['tables', 'loops', 'simulation'],
      hints: [
        'A round has four sides. What is left of the table after one whole round?',
        'Remember four boundaries: the first and the last row and column that have not been visited. After each round they move inwards.',
        'The innermost round may be a single row or a single column: then there is no way back. And no corner may be visited twice.',
      ],
      signature: {
        functionName: 'spiral',
        params: [{ name, type: 'list<list<int>>' }],
        returns: 'list<int>',
      },
      solutions: {
        python: `def spiral(${name}):
    result = []
    top, bottom = 0, len(${name}) - 1
    left, right = 0, len(${name}[0]) - 1 if ${name} else -1
    while top <= bottom and left <= right:
        result += [${name}[top][column] for column in range(left, right + 1)]
        result += [${name}[row][right] for row in range(top + 1, bottom + 1)]
        if top < bottom and left < right:
            result += [${name}[bottom][column] for column in range(right - 1, left - 1, -1)]
            result += [${name}[row][left] for row in range(bottom - 1, top, -1)]
        top, bottom, left, right = top + 1, bottom - 1, left + 1, right - 1
    return result${isOut ? '[::-1]' : ''}
`,
        javascript: `function spiral(${name}) {
  const result = [];
  if (${name}.length === 0) return result;
  let top = 0;
  let bottom = ${name}.length - 1;
  let left = 0;
  let right = ${name}[0].length - 1;
  ${walk('    ', 'let', place => `result.push(${name}${place});`).replaceAll('    ', '  ')}
  return result${isOut ? '.reverse()' : ''};
}
`,
        java: `import java.util.*;

class Solution {
    static List<Long> spiral(List<List<Long>> ${name}) {
        List<Long> result = new ArrayList<>();
        if (${name}.isEmpty()) return result;
        int top = 0;
        int bottom = ${name}.size() - 1;
        int left = 0;
        int right = ${name}.get(0).size() - 1;
        ${walk('        ', 'int', place => `result.add(${name}${place.replace(/\[(\w+)\]/g, '.get($1)')});`)}
${isOut ? '        Collections.reverse(result);\n' : ''}        return result;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

int_list spiral(const int_list *${name}, size_t ${name}_length) {
    if (${name}_length == 0) return (int_list){NULL, 0};
    long long top = 0;
    long long bottom = (long long)${name}_length - 1;
    long long left = 0;
    long long right = (long long)${name}[0].length - 1;
    size_t total = ${name}_length * ${name}[0].length;
    int_list result = {calloc(total, sizeof(long long)), 0};
    ${walk('    ', 'long long', place => `result.items[result.length++] = ${name}${place.replace('][', '].items[')};`)}
${
  isOut
    ? `    for (size_t i = 0; i < total / 2; i++) {
        long long swapped = result.items[i];
        result.items[i] = result.items[total - 1 - i];
        result.items[total - 1 - i] = swapped;
    }
`
    : ''
}    return result;
}
`,
        cpp: `${isOut ? '#include <algorithm>\n' : ''}#include <vector>

std::vector<long long> spiral(const std::vector<std::vector<long long>>& ${name}) {
    std::vector<long long> result;
    if (${name}.empty()) return result;
    int top = 0;
    int bottom = (int)${name}.size() - 1;
    int left = 0;
    int right = (int)${name}[0].size() - 1;
    ${walk('    ', 'int', place => `result.push_back(${name}${place});`)}
${isOut ? '    std::reverse(result.begin(), result.end());\n' : ''}    return result;
}
`,
      },
      mistakes: [
        {
          why: 'walks a single row, or column, a second time',
          edits: alike('if (top < bottom && left < right) {', 'if (top <= bottom && left <= right) {', {
            python: ['if top < bottom and left < right', 'if top <= bottom and left <= right'],
          }),
        },
        {
          why: 'off by one: stops before the innermost row or column',
          edits: alike('while (top <= bottom && left <= right)', 'while (top < bottom && left < right)', {
            python: ['while top <= bottom and left <= right', 'while top < bottom and left < right'],
          }),
        },
        {
          why: 'visits the top right corner twice',
          edits: alike('row = top + 1;', 'row = top;', {
            python: ['range(top + 1,', 'range(top,'],
          }),
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('no rows', []),
        shown('one row', table(1, 4)),
        hidden('one number', [[between(random, -9, 9)]]),
        hidden('one column', table(5, 1)),
        hidden('two and two', table(2, 2)),
        hidden('two rows', table(2, 5)),
        hidden('two columns', table(6, 2)),
        hidden('three and three', table(3, 3)),
        hidden('four and four', table(4, 4)),
        hidden('an inner row', table(3, 6)),
        hidden('an inner column', table(6, 3)),
        hidden('equal numbers', [
          [1, 1, 0],
          [0, 1, 1],
          [1, 0, 2],
        ]),
        hidden('some', drawn(5, 7)),
        hidden('many', drawn(11, 9)),
      ],
    };
  },
};
