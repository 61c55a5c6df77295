import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  { title: 'As many talks as possible', things: 'talks', do: 'hear', way: 'to walk from one to the next' },
  {
    title: 'As many rides as possible',
    things: 'rides',
    do: 'drive',
    way: 'to clean the carriage in between',
  },
  { title: 'As many films as possible', things: 'films', do: 'see', way: 'to change halls' },
] as const;

function most(spans: readonly number[][], pause: number): number {
  let [count, free] = [0, Number.NEGATIVE_INFINITY];
  for (const [start = 0, end = 0] of spans.toSorted((a, b) => (a[1] ?? 0) - (b[1] ?? 0))) {
    if (start < free) continue;
    count++;
    free = end + pause;
  }
  return count;
}

/** Interval scheduling: as many as possible that do not overlap, with a pause between them. */
export const mostVisits: CodeFamily = {
  kind: 'code',
  id: 'most-visits',
  words: 'interval scheduling activity selection greedy sort by end maximum number meetings overlap talks',
  difficulties: ['HARD'],
  make(random) {
    const { title, things, do: verb, way } = pick(random, STORIES);
    const pause = between(random, 3, 9);
    const t = between(random, 10, 30);
    const example = [
      [t, t + 60],
      [t + 5, t + 20],
      [t + 20 + pause, t + 35 + pause],
      [t + 30, t + 50],
      [t + 36 + 2 * pause, t + 70 + 2 * pause],
    ];
    const drawn = (count: number, width: number, longest: number) =>
      listOf(count, () => {
        const start = between(random, 0, width);
        return [start, start + between(random, 1, longest)];
      });
    return {
      title,
      statement: `\`spans\` holds a list \`[start, end]\` in minutes for each of some ${things}, in any order, with start < end. You can only ${verb} whole ones, one at a time, and need **${pause} minutes** ${way}: the next start must be **at least ${pause}** after the end before.

Write \`most_visits\`: return **how many** ${things} you can ${verb} at most. Without any the answer is 0. Minutes may be below zero. There may be 100,000 ${things}, so trying all selections takes too long.

**Example:** for \`${told(example)}\` the answer is ${most(example, pause)}.
`,
      objectives: ['Find the order in which a greedy choice is right'],
      tags: ['greedy', 'sorting', 'intervals'],
      hints: [
        'Which one would you choose first, so that as much time as possible is left for the others?',
        'Neither the one that starts first nor the shortest is always right: look at the ends.',
        `Sort by the end. Take one whenever its start is not before the time from which you are free, and be free again ${pause} minutes after its end.`,
      ],
      signature: {
        functionName: 'most_visits',
        params: [{ name: 'spans', type: 'list<list<int>>' }],
        returns: 'int',
      },
      solutions: {
        python: `def most_visits(spans: list[list[int]]) -> int:
    count = 0
    free = None
    for start, end in sorted(spans, key=lambda span: span[1]):
        if free is None or start >= free:
            count += 1
            free = end + ${pause}
    return count
`,
        javascript: `function most_visits(spans) {
  let count = 0;
  let free = -Infinity;
  for (const [start, end] of spans.toSorted((a, b) => a[1] - b[1])) {
    if (start >= free) {
      count++;
      free = end + ${pause};
    }
  }
  return count;
}
`,
        java: `import java.util.*;

class Solution {
    static long most_visits(List<List<Long>> spans) {
        List<List<Long>> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(span -> span.get(1)));
        long count = 0;
        long free = Long.MIN_VALUE;
        for (List<Long> span : sorted) {
            if (span.get(0) >= free) {
                count++;
                free = span.get(1) + ${pause};
            }
        }
        return count;
    }
}
`,
        c: `#include "capsule.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static int by_end(const void *a, const void *b) {
    long long left = ((const int_list *)a)->items[1];
    long long right = ((const int_list *)b)->items[1];
    return (left > right) - (left < right);
}

long long most_visits(const int_list *spans, size_t spans_length) {
    int_list *sorted = calloc(spans_length + 1, sizeof *sorted);
    if (spans_length > 0) memcpy(sorted, spans, spans_length * sizeof *sorted);
    qsort(sorted, spans_length, sizeof *sorted, by_end);
    long long count = 0;
    long long free_from = LLONG_MIN;
    for (size_t i = 0; i < spans_length; i++) {
        if (sorted[i].items[0] >= free_from) {
            count++;
            free_from = sorted[i].items[1] + ${pause};
        }
    }
    free(sorted);
    return count;
}
`,
        cpp: `#include <algorithm>
#include <limits>
#include <vector>

long long most_visits(std::vector<std::vector<long long>> spans) {
    std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a[1] < b[1]; });
    long long count = 0;
    long long free = std::numeric_limits<long long>::min();
    for (const auto& span : spans) {
        if (span[0] >= free) {
            count++;
            free = span[1] + ${pause};
        }
    }
    return count;
}
`,
      },
      mistakes: [
        {
          why: 'sorts by the start',
          edits: {
            python: ['sorted(spans, key=lambda span: span[1])', 'sorted(spans)'],
            javascript: ['a[1] - b[1]', 'a[0] - b[0]'],
            java: ['comparing(span -> span.get(1))', 'comparing(span -> span.get(0))'],
            c: [
              '((const int_list *)a)->items[1];\n    long long right = ((const int_list *)b)->items[1];',
              '((const int_list *)a)->items[0];\n    long long right = ((const int_list *)b)->items[0];',
            ],
            cpp: ['a[1] < b[1]', 'a[0] < b[0]'],
          },
        },
        {
          why: 'takes the shortest first',
          edits: {
            python: ['key=lambda span: span[1])', 'key=lambda span: span[1] - span[0])'],
            javascript: ['a[1] - b[1]', 'a[1] - a[0] - b[1] + b[0]'],
            java: ['comparing(span -> span.get(1))', 'comparing(span -> span.get(1) - span.get(0))'],
            c: [
              '((const int_list *)a)->items[1];\n    long long right = ((const int_list *)b)->items[1];',
              '((const int_list *)a)->items[1] - ((const int_list *)a)->items[0];\n    long long right = ((const int_list *)b)->items[1] - ((const int_list *)b)->items[0];',
            ],
            cpp: ['a[1] < b[1]', 'a[1] - a[0] < b[1] - b[0]'],
          },
        },
        {
          why: 'off by one: a pause of exactly that length is too short',
          edits: alike('start >= free', 'start > free', {
            java: ['span.get(0) >= free', 'span.get(0) > free'],
            c: ['>= free_from', '> free_from'],
            cpp: ['span[0] >= free', 'span[0] > free'],
          }),
        },
        {
          why: 'forgets the pause',
          edits: alike(` + ${pause};`, ' + 0;', { python: [`end + ${pause}`, 'end'] }),
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('none', []),
        hidden('one', [[5, 9]]),
        hidden('all at the same time', [
          [0, 10],
          [0, 10],
          [0, 10],
        ]),
        hidden('just enough of a pause', [
          [0, 10],
          [10 + pause, 20 + pause],
        ]),
        hidden('a minute too short', [
          [0, 10],
          [9 + pause, 20 + pause],
        ]),
        hidden('no pause at all', [
          [0, 10],
          [10, 20],
        ]),
        hidden('a long one that starts first', [
          [0, 100],
          [1, 10],
          [30, 40],
          [60, 70],
        ]),
        hidden('a short one in the way', [
          [0, 20],
          [18, 24 + pause],
          [22 + pause, 50 + pause],
        ]),
        hidden('one within another', [
          [0, 50],
          [10, 20],
          [20 + pause, 70],
        ]),
        hidden('below zero', [
          [-30, -20],
          [-20 + pause, -5],
          [-5 + pause, 10],
          [-100, 5],
        ]),
        hidden('from the last to the first', [
          [100, 110],
          [60, 70],
          [30, 40],
          [0, 10],
        ]),
        hidden('some', drawn(9, 80, 30)),
        hidden('many', drawn(60, 500, 60)),
        hidden('many short ones', drawn(70, 300, 12)),
      ],
    };
  },
};
