import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  { title: 'Songs in the same order', lists: 'Two playlists hold the numbers of songs', one: 'songs' },
  { title: 'The same stops', lists: 'Two bus lines list the numbers of their stops', one: 'stops' },
  {
    title: 'Steps of two dances',
    lists: 'Two dances are written down as lists of step numbers',
    one: 'steps',
  },
] as const;

function longest(first: readonly number[], second: readonly number[]): number {
  const [a, ...restA] = first;
  const [b, ...restB] = second;
  if (a === undefined || b === undefined) return 0;
  return a === b ? 1 + longest(restA, restB) : Math.max(longest(restA, second), longest(first, restB));
}

/** The length of a longest common subsequence of two lists. */
export const commonSequence: CodeFamily = {
  kind: 'code',
  id: 'common-sequence',
  words: 'longest common subsequence lcs dynamic programming table two lists compare order diff',
  difficulties: ['HARD'],
  make(random) {
    const { title, lists, one } = pick(random, STORIES);
    const draw = (length: number, kinds: number) => listOf(length, () => between(random, 1, kinds));
    const first = draw(5, 4);
    const second = draw(6, 4);
    return {
      title,
      statement: `${lists}; a number may occur several times. Somebody wants to leave out ${one} from both until the same ${one} are left **in the same order**, and to keep as many as possible.

Write \`longest_common\`: return **how many** ${one} are left then, in each of the two. What is left need not stand side by side before. If a list is empty, or they have nothing in common, the answer is 0. Neither list has more than 500 entries.

**Example:** for \`${told(first)}\` and \`${told(second)}\` the answer is ${longest(first, second)}.
`,
      objectives: ['Fill a table whose cells follow from their neighbours'],
      tags: ['dynamic programming', 'lists'],
      hints: [
        'Look at the last entries of both lists. What follows if they are equal, and what if they are not?',
        'If they are equal, they go together and both lists become shorter; otherwise one of the two last ones is left out, whichever is better.',
        'Make a table with a row for each beginning of the one list and a column for each beginning of the other, the empty ones included. Each cell follows from the one to the left, above, or diagonally before.',
      ],
      signature: {
        functionName: 'longest_common',
        params: [
          { name: 'first', type: 'list<int>' },
          { name: 'second', type: 'list<int>' },
        ],
        returns: 'int',
      },
      solutions: {
        python: `def longest_common(first: list[int], second: list[int]) -> int:
    best = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i, left in enumerate(first):
        for j, right in enumerate(second):
            if left == right:
                best[i + 1][j + 1] = best[i][j] + 1
            else:
                best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j])
    return best[-1][-1]
`,
        javascript: `function longest_common(first, second) {
  const best = Array.from({ length: first.length + 1 }, () => new Array(second.length + 1).fill(0));
  first.forEach((left, i) => {
    second.forEach((right, j) => {
      best[i + 1][j + 1] = left === right ? best[i][j] + 1 : Math.max(best[i][j + 1], best[i + 1][j]);
    });
  });
  return best[first.length][second.length];
}
`,
        java: `class Solution {
    static long longest_common(long[] first, long[] second) {
        int[][] best = new int[first.length + 1][second.length + 1];
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < second.length; j++) {
                if (first[i] == second[j]) {
                    best[i + 1][j + 1] = best[i][j] + 1;
                } else {
                    best[i + 1][j + 1] = Math.max(best[i][j + 1], best[i + 1][j]);
                }
            }
        }
        return best[first.length][second.length];
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

long long longest_common(const long long *first, size_t first_length, const long long *second, size_t second_length) {
    size_t width = second_length + 1;
    long long *best = calloc((first_length + 1) * width, sizeof *best);
    for (size_t i = 0; i < first_length; i++) {
        for (size_t j = 0; j < second_length; j++) {
            long long above = best[i * width + j + 1];
            long long left = best[(i + 1) * width + j];
            long long larger = above > left ? above : left;
            best[(i + 1) * width + j + 1] = first[i] == second[j] ? best[i * width + j] + 1 : larger;
        }
    }
    long long answer = best[first_length * width + second_length];
    free(best);
    return answer;
}
`,
        cpp: `#include <algorithm>
#include <cstddef>
#include <vector>

long long longest_common(const std::vector<long long>& first, const std::vector<long long>& second) {
    std::vector<std::vector<long long>> best(first.size() + 1, std::vector<long long>(second.size() + 1));
    for (std::size_t i = 0; i < first.size(); i++) {
        for (std::size_t j = 0; j < second.size(); j++) {
            if (first[i] == second[j]) {
                best[i + 1][j + 1] = best[i][j] + 1;
            } else {
                best[i + 1][j + 1] = std::max(best[i][j + 1], best[i + 1][j]);
            }
        }
    }
    return best[first.size()][second.size()];
}
`,
      },
      mistakes: [
        {
          why: 'wants them side by side',
          edits: {
            python: ['max(best[i][j + 1], best[i + 1][j])', '0'],
            javascript: ['Math.max(best[i][j + 1], best[i + 1][j])', '0'],
            java: ['Math.max(best[i][j + 1], best[i + 1][j])', '0'],
            c: ['above > left ? above : left', '0'],
            cpp: ['std::max(best[i][j + 1], best[i + 1][j])', '0'],
          },
        },
        {
          why: 'uses an entry twice',
          edits: alike('best[i][j] + 1', 'best[i][j + 1] + 1', {
            c: ['best[i * width + j] + 1', 'above + 1'],
          }),
        },
        {
          why: 'leaves out from the first list only',
          edits: {
            python: ['max(best[i][j + 1], best[i + 1][j])', 'best[i][j + 1]'],
            javascript: ['Math.max(best[i][j + 1], best[i + 1][j])', 'best[i][j + 1]'],
            java: ['Math.max(best[i][j + 1], best[i + 1][j])', 'best[i][j + 1]'],
            c: ['above > left ? above : left', 'above'],
            cpp: ['std::max(best[i][j + 1], best[i + 1][j])', 'best[i][j + 1]'],
          },
        },
      ],
      cases: [
        shown('as in the statement', first, second),
        shown('nothing in common', [1, 2, 3], [4, 5]),
        hidden('both empty', [], []),
        hidden('the first empty', [], [3, 1]),
        hidden('the second empty', [3, 1], []),
        hidden('the same list', [5, 6, 7, 5], [5, 6, 7, 5]),
        hidden('turned round', [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]),
        hidden('all of the first within the second', [2, 4, 6], [1, 2, 3, 4, 5, 6, 7]),
        hidden('all of the second within the first', [9, 2, 8, 4, 7, 6], [2, 4, 6]),
        hidden('one entry many times', [7, 7, 7, 7], [7, 7]),
        hidden('one against many', [7], [7, 7, 7]),
        hidden('the greedy way is wrong', [1, 2, 3, 4, 9], [9, 1, 2, 3, 4]),
        hidden('below zero', [-1, 0, -2, 3], [0, -1, -2, 3]),
        hidden('some', draw(9, 3), draw(8, 3)),
        hidden('many', draw(40, 5), draw(35, 5)),
      ],
    };
  },
};
