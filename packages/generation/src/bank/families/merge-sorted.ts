import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'Two queues become one',
    left: 'first',
    right: 'second',
    text: 'Two lists of ticket numbers, each sorted already, become one.',
  },
  {
    title: 'Two shelves of records',
    left: 'upper',
    right: 'lower',
    text: 'The years of the records on two shelves, each shelf sorted already, go on one long shelf.',
  },
  {
    title: 'Two classes line up',
    left: 'blue',
    right: 'green',
    text: 'Two classes stand in line by height, and the teacher wants one line of all.',
  },
] as const;

/** Two sorted lists become one, without sorting again. */
export const mergeSorted: CodeFamily = {
  kind: 'code',
  id: 'merge-sorted',
  words: 'merge sorted lists two pointers combine order ascending descending merge sort arrays',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, left, right, text } = pick(random, STORIES);
    const up = random() < 0.5;
    const [sign, other] = up ? ['<=', '>='] : ['>=', '<='];
    const start = between(random, 10, 60);
    const at = (steps: number) => start + (up ? steps : -steps);
    const inOrder = (values: number[]) => values.toSorted((a, b) => (up ? a - b : b - a));
    const drawn = (length: number) => inOrder(listOf(length, () => at(between(random, -20, 40))));
    const a = [at(0), at(between(random, 3, 4)), at(9)];
    const b = [at(between(random, 1, 2)), at(9), at(between(random, 11, 14)), at(15)];
    const body = (indent: string, leftLength: string, rightLength: string, put: (value: string) => string) =>
      `while (i < ${leftLength} || j < ${rightLength}) {
${indent}    if (j == ${rightLength} || (i < ${leftLength} && ${left}[i] ${sign} ${right}[j])) {
${indent}        ${put(`${left}[i++]`)}
${indent}    } else {
${indent}        ${put(`${right}[j++]`)}
${indent}    }
${indent}}`;
    return {
      title,
      statement: `${text} Both lists, \`${left}\` and \`${right}\`, are in **${up ? 'ascending' : 'descending'}** order: the ${up ? 'smallest' : 'largest'} value comes first.

Return one list with all the values of both, in the same order. A value that stands in both lists, or several times in one, stands in the result just as often as in both together. Each list may be empty, and the given lists stay as they are.

Sorting again would work, but the lists are sorted already: try to build the result in one pass.

For \`${told(a)}\` and \`${told(b)}\` the result is \`${told(inOrder([...a, ...b]))}\`.
`,
      objectives: ['Walk through two lists at the same time', 'Make use of an order that is there already'],
      tags: ['lists', 'sorting', 'two pointers'],
      hints: [
        'Which two values can be the first of the result? And after you have taken one of them?',
        'Keep a place in each list. Look at the two values there, take one, and move on in that list.',
        'When one list is used up, all that is left comes from the other one. Check that before you compare.',
      ],
      signature: {
        functionName: 'merged',
        params: [
          { name: left, type: 'list<int>' },
          { name: right, type: 'list<int>' },
        ],
        returns: 'list<int>',
      },
      solutions: {
        python: `def merged(${left}, ${right}):
    result = []
    i = j = 0
    while i < len(${left}) or j < len(${right}):
        if j == len(${right}) or (i < len(${left}) and ${left}[i] ${sign} ${right}[j]):
            result.append(${left}[i])
            i += 1
        else:
            result.append(${right}[j])
            j += 1
    return result
`,
        javascript: `function merged(${left}, ${right}) {
  const result = [];
  let i = 0;
  let j = 0;
  ${body('  ', `${left}.length`, `${right}.length`, value => `result.push(${value});`)
    .replace(' == ', ' === ')
    .replaceAll('    ', '  ')}
  return result;
}
`,
        java: `class Solution {
    static long[] merged(long[] ${left}, long[] ${right}) {
        long[] result = new long[${left}.length + ${right}.length];
        int i = 0;
        int j = 0;
        ${body('        ', `${left}.length`, `${right}.length`, value => `result[i + j] = ${value};`)}
        return result;
    }
}
`
          .replace(`result[i + j] = ${left}[i++];`, `result[i + j] = ${left}[i];\n                i++;`)
          .replace(`result[i + j] = ${right}[j++];`, `result[i + j] = ${right}[j];\n                j++;`),
        c: `#include "capsule.h"
#include <stdlib.h>

int_list merged(const long long *${left}, size_t ${left}_length, const long long *${right}, size_t ${right}_length) {
    int_list result = {calloc(${left}_length + ${right}_length + 1, sizeof(long long)), 0};
    size_t i = 0;
    size_t j = 0;
    ${body('    ', `${left}_length`, `${right}_length`, value => `result.items[result.length++] = ${value};`)}
    return result;
}
`,
        cpp: `#include <vector>

std::vector<long long> merged(const std::vector<long long>& ${left}, const std::vector<long long>& ${right}) {
    std::vector<long long> result;
    size_t i = 0;
    size_t j = 0;
    ${body('    ', `${left}.size()`, `${right}.size()`, value => `result.push_back(${value});`)}
    return result;
}
`,
      },
      mistakes: [
        {
          why: 'stops when one list is used up',
          edits: {
            python: [`len(${left}) or j < `, `len(${left}) and j < `],
            javascript: [`${left}.length || j < `, `${left}.length && j < `],
            java: [`${left}.length || j < `, `${left}.length && j < `],
            c: [`${left}_length || j < `, `${left}_length && j < `],
            cpp: [`${left}.size() || j < `, `${left}.size() && j < `],
          },
        },
        {
          why: 'has the order the wrong way round',
          edits: alike(`${left}[i] ${sign} ${right}[j]`, `${left}[i] ${other} ${right}[j]`),
        },
        {
          why: 'takes one of each in turn',
          edits: alike(`${left}[i] ${sign} ${right}[j]`, 'i <= j'),
        },
      ],
      cases: [
        shown('as in the statement', a, b),
        shown('both empty', [], []),
        shown('the second is empty', a, []),
        hidden('the first is empty', [], [at(2), at(3), at(5)]),
        hidden('all of the first come first', [at(0), at(1)], [at(2), at(3), at(4)]),
        hidden('all of the second come first', [at(7), at(8), at(9)], [at(1), at(2)]),
        hidden('one each', [at(5)], [at(4)]),
        hidden('in turn', [at(0), at(2), at(4)], [at(1), at(3), at(5)]),
        hidden('the same values', [at(1), at(2)], [at(1), at(2)]),
        hidden('the same value again and again', [at(3), at(3), at(3)], [at(2), at(3), at(3), at(4)]),
        hidden('one fits into the middle', [at(1), at(2), at(8), at(9)], [at(5)]),
        hidden('around zero', inOrder([-5, 0, 6]), inOrder([-6, 0, 1])),
        hidden('a short and a long one', drawn(3), drawn(20)),
        hidden('many', drawn(45), drawn(40)),
      ],
    };
  },
};
