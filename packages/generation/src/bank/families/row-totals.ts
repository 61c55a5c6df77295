import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'Points of the teams',
    table: 'teams',
    one: 'team',
    text: 'Every row of a table holds the points that the members of one team made.',
  },
  {
    title: 'The week in the bakery',
    table: 'weeks',
    one: 'week',
    text: 'Every row of a table tells how many cakes were sold on the days of one week.',
  },
  {
    title: 'Fruit on the shelves',
    table: 'shelves',
    one: 'shelf',
    text: 'Every row of a table tells how much fruit lies in the baskets of one shelf.',
  },
] as const;

/** A number for each row of a table: its total, of which no value may be too large a part. */
export const rowTotals: CodeFamily = {
  kind: 'code',
  id: 'row-totals',
  words: 'matrix table grid row sums totals nested list two dimensional 2d array nested loops rows columns',
  difficulties: ['EASY'],
  make(random) {
    const { title, table, one, text } = pick(random, STORIES);
    const cap = between(random, 6, 20);
    const total = (row: number[]) => row.reduce((sum, value) => sum + Math.min(value, cap), 0);
    const small = () => between(random, 0, cap - 1);
    const example = [[small(), cap + between(random, 2, 7), small()], [cap, 1], []];
    const drawn = (rows: number, width: number) =>
      listOf(rows, () => listOf(between(random, 0, width), () => between(random, 0, cap + 8)));
    return {
      title,
      statement: `${text} Add up each ${one}, but let no single value count more than **${cap}**: a larger one counts as ${cap}.

Return the list of the totals, one for each row of \`${table}\`, in the same order. Rows may have different lengths; an empty row has the total 0. The table may have no rows at all; then the result is an empty list. No value is negative.

For \`${told(example)}\` the result is \`${told(example.map(total))}\`.
`,
      objectives: ['Go through a list of lists with two loops'],
      tags: ['lists', 'nested loops'],
      hints: [
        `How would you work out the total of a single ${one}?`,
        'One loop goes through the rows. Inside of it, another one goes through the values of the row.',
        'The sum has to start anew for every row. The limit is for each value, not for the total.',
      ],
      signature: {
        functionName: 'totals',
        params: [{ name: table, type: 'list<list<int>>' }],
        returns: 'list<int>',
      },
      solutions: {
        python: `def totals(${table}):
    result = []
    for row in ${table}:
        result.append(sum(min(value, ${cap}) for value in row))
    return result
`,
        javascript: `function totals(${table}) {
  return ${table}.map(row => row.reduce((sum, value) => sum + Math.min(value, ${cap}), 0));
}
`,
        java: `import java.util.*;

class Solution {
    static long[] totals(List<List<Long>> ${table}) {
        long[] result = new long[${table}.size()];
        for (int i = 0; i < result.length; i++) {
            for (long value : ${table}.get(i)) {
                result[i] += Math.min(value, ${cap});
            }
        }
        return result;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

int_list totals(const int_list *${table}, size_t ${table}_length) {
    int_list result = {calloc(${table}_length + 1, sizeof(long long)), ${table}_length};
    for (size_t i = 0; i < ${table}_length; i++) {
        for (size_t j = 0; j < ${table}[i].length; j++) {
            long long value = ${table}[i].items[j];
            result.items[i] += value < ${cap} ? value : ${cap};
        }
    }
    return result;
}
`,
        cpp: `#include <algorithm>
#include <vector>

std::vector<long long> totals(const std::vector<std::vector<long long>>& ${table}) {
    std::vector<long long> result;
    for (const auto& row : ${table}) {
        long long sum = 0;
        for (long long value : row) {
            sum += std::min(value, ${cap}LL);
        }
        result.push_back(sum);
    }
    return result;
}
`,
      },
      mistakes: [
        {
          why: 'counts large values in full',
          edits: {
            python: [`min(value, ${cap})`, 'value'],
            javascript: [`Math.min(value, ${cap})`, 'value'],
            java: [`Math.min(value, ${cap})`, 'value'],
            c: [`value < ${cap} ? value : ${cap}`, 'value'],
            cpp: [`std::min(value, ${cap}LL)`, 'value'],
          },
        },
        {
          why: 'limits the total instead of the values',
          edits: {
            python: [`sum(min(value, ${cap}) for value in row)`, `min(sum(row), ${cap})`],
            javascript: [
              `row.reduce((sum, value) => sum + Math.min(value, ${cap}), 0)`,
              `Math.min(row.reduce((sum, value) => sum + value, 0), ${cap})`,
            ],
            java: [`result[i] += Math.min(value, ${cap})`, `result[i] = Math.min(result[i] + value, ${cap})`],
            c: [
              `result.items[i] += value < ${cap} ? value : ${cap}`,
              `result.items[i] = result.items[i] + value < ${cap} ? result.items[i] + value : ${cap}`,
            ],
            cpp: [`sum += std::min(value, ${cap}LL)`, `sum = std::min(sum + value, ${cap}LL)`],
          },
        },
        {
          why: 'off by one: a limit that is one too low',
          edits: alike(`value, ${cap})`, `value, ${cap - 1})`, {
            c: [`: ${cap};`, `: ${cap - 1};`],
            cpp: [`${cap}LL`, `${cap - 1}LL`],
          }),
        },
        {
          why: 'leaves out empty rows',
          edits: {
            python: ['        result.append', '        if row:\n            result.append'],
            javascript: [`${table}.map`, `${table}.filter(row => row.length > 0).map`],
            java: [
              `long[] result`,
              `${table} = ${table}.stream().filter(row -> !row.isEmpty()).toList();\n        long[] result`,
            ],
            c: [
              '    return result;',
              `    size_t kept = 0;\n    for (size_t i = 0; i < ${table}_length; i++) {\n        if (${table}[i].length > 0) result.items[kept++] = result.items[i];\n    }\n    result.length = kept;\n    return result;`,
            ],
            cpp: ['result.push_back(sum)', 'if (!row.empty()) result.push_back(sum)'],
          },
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('no rows', []),
        hidden('one empty row', [[]]),
        hidden('one value', [[cap - 2]]),
        hidden('exactly the limit', [[cap], [cap, cap]]),
        hidden('one more than the limit', [[cap + 1], [cap + 1, 1]]),
        hidden('one less than the limit', [[cap - 1, cap - 1]]),
        hidden('zeros', [[0, 0], [0]]),
        hidden('empty rows in between', [[], [3, 4], [], [], [5]]),
        hidden('one long row', [listOf(20, () => small())]),
        hidden(
          'many short rows',
          listOf(20, i => [i % (cap + 3)]),
        ),
        hidden('very large values', [
          [1_000_000, 2],
          [3, 5_000_000, 1],
        ]),
        hidden('some', drawn(6, 5)),
        hidden('many', drawn(30, 9)),
      ],
    };
  },
};
