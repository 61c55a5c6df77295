import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  { title: 'When the hall is busy', spans: 'bookings of a sports hall', unit: 'minutes' },
  { title: 'Repairs along the road', spans: 'stretches of a road that need repair', unit: 'metres' },
  { title: 'When somebody is watching', spans: 'the watches in a bird hide', unit: 'minutes' },
] as const;

function merged(spans: readonly (readonly [number, number])[], gap: number): number[][] {
  const result: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start - last[1] <= gap) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** Intervals that overlap, or nearly touch, become one. */
export const mergeSpans: CodeFamily = {
  kind: 'code',
  id: 'merge-spans',
  words: 'merge overlapping intervals ranges spans sort sweep union of intervals calendar bookings',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, spans, unit } = pick(random, STORIES);
    const gap = between(random, 2, 5);
    const start = between(random, 10, 40);
    const [from, to] = [start + 9 + gap, start + 15 + gap];
    const example: [number, number][] = [
      [from, to],
      [start, start + 9],
      [to + gap + 1, to + gap + 4],
    ];
    const drawn = (count: number, width: number) =>
      listOf(count, () => {
        const begin = between(random, 0, width);
        return [begin, begin + between(random, 0, 9)];
      });
    return {
      title,
      statement: `These are ${spans}: \`spans\` holds a list \`[start, end]\` for each, in any order, with start ≤ end.

Write \`merge_spans\`: put those together that overlap or between which there are **at most ${gap} ${unit}** (the next start minus the end before is ${gap} or less), as often as it goes. Return the spans that result, **sorted by their start**; a gap that was closed belongs to the span. No spans give no spans. A span within another one disappears in it. Don't change the lists that you are given.

**Example:** \`${told(example)}\` gives \`${told(merged(example, gap))}\`.
`,
      objectives: ['Sort first, so that only neighbours have to be compared'],
      tags: ['intervals', 'sorting'],
      hints: [
        'Draw the spans on a line. In which order would you go through them?',
        'Sorted by their start, a span can only join the one that you made last.',
        'If the start is at most so far behind the last end, the last span reaches to the larger one of both ends; otherwise a new span begins.',
      ],
      signature: {
        functionName: 'merge_spans',
        params: [{ name: 'spans', type: 'list<list<int>>' }],
        returns: 'list<list<int>>',
      },
      solutions: {
        python: `def merge_spans(spans: list[list[int]]) -> list[list[int]]:
    merged = []
    for start, end in sorted(spans):
        if merged and start - merged[-1][1] <= ${gap}:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged
`,
        javascript: `function merge_spans(spans) {
  const merged = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start - last[1] <= ${gap}) {
      last[1] = Math.max(last[1], end);
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}
`,
        java: `import java.util.*;

class Solution {
    static List<long[]> merge_spans(List<List<Long>> spans) {
        List<List<Long>> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(span -> span.get(0)));
        List<long[]> merged = new ArrayList<>();
        long[] last = null;
        for (List<Long> span : sorted) {
            long start = span.get(0);
            long end = span.get(1);
            if (last != null && start - last[1] <= ${gap}) {
                last[1] = Math.max(last[1], end);
            } else {
                last = new long[] {start, end};
                merged.add(last);
            }
        }
        return merged;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

static int by_start(const void *a, const void *b) {
    long long left = ((const int_list *)a)->items[0];
    long long right = ((const int_list *)b)->items[0];
    return (left > right) - (left < right);
}

int_list_list merge_spans(const int_list *spans, size_t spans_length) {
    int_list *sorted = calloc(spans_length + 1, sizeof *sorted);
    if (spans_length > 0) memcpy(sorted, spans, spans_length * sizeof *sorted);
    qsort(sorted, spans_length, sizeof *sorted, by_start);
    int_list_list merged = {calloc(spans_length + 1, sizeof(int_list)), 0};
    long long *last = NULL;
    for (size_t i = 0; i < spans_length; i++) {
        long long start = sorted[i].items[0];
        long long end = sorted[i].items[1];
        if (last != NULL && start - last[1] <= ${gap}) {
            if (end > last[1]) last[1] = end;
        } else {
            last = calloc(2, sizeof *last);
            last[0] = start;
            last[1] = end;
            merged.items[merged.length++] = (int_list){last, 2};
        }
    }
    free(sorted);
    return merged;
}
`,
        cpp: `#include <algorithm>
#include <vector>

std::vector<std::vector<long long>> merge_spans(std::vector<std::vector<long long>> spans) {
    std::sort(spans.begin(), spans.end());
    std::vector<std::vector<long long>> merged;
    for (const auto& span : spans) {
        if (!merged.empty() && span[0] - merged.back()[1] <= ${gap}) {
            merged.back()[1] = std::max(merged.back()[1], span[1]);
        } else {
            merged.push_back(span);
        }
    }
    return merged;
}
`,
      },
      mistakes: [
        {
          why: 'off by one: a gap of exactly that length stays open',
          edits: alike(`<= ${gap}`, `< ${gap}`),
        },
        {
          why: 'a span within another one makes it shorter',
          edits: {
            python: ['max(merged[-1][1], end)', 'end'],
            javascript: ['Math.max(last[1], end)', 'end'],
            java: ['Math.max(last[1], end)', 'end'],
            c: ['if (end > last[1]) last[1] = end', 'last[1] = end'],
            cpp: ['std::max(merged.back()[1], span[1])', 'span[1]'],
          },
        },
        {
          why: 'forgets to sort',
          edits: {
            python: ['sorted(spans)', 'spans'],
            javascript: ['spans.toSorted((a, b) => a[0] - b[0])', 'spans'],
            java: ['        sorted.sort(Comparator.comparing(span -> span.get(0)));\n', ''],
            c: ['    qsort(sorted, spans_length, sizeof *sorted, by_start);\n', '    (void)by_start;\n'],
            cpp: ['    std::sort(spans.begin(), spans.end());\n', ''],
          },
        },
        { why: 'closes no gaps', edits: alike(`<= ${gap}`, '<= 0') },
      ],
      cases: [
        shown('as in the statement', example),
        shown('far apart', [
          [100, 110],
          [0, 5],
        ]),
        hidden('no spans', []),
        hidden('one span', [[4, 9]]),
        hidden('one point', [[4, 4]]),
        hidden('they touch', [
          [0, 5],
          [5, 8],
        ]),
        hidden('a gap just small enough', [
          [0, 5],
          [5 + gap, 20],
        ]),
        hidden('a gap just too large', [
          [0, 5],
          [6 + gap, 20],
        ]),
        hidden('one within another', [
          [0, 50],
          [10, 20],
          [52, 60],
        ]),
        hidden('the same twice', [
          [3, 7],
          [3, 7],
        ]),
        hidden('the same start', [
          [3, 19],
          [3, 5],
          [30, 31],
        ]),
        hidden('from the last to the first', [
          [40, 41],
          [20, 30],
          [0, 10],
        ]),
        hidden('a chain', [
          [6, 12],
          [0, 7],
          [18 + gap, 30],
          [11, 18],
        ]),
        hidden('below zero', [
          [-5, -3],
          [-20, -6 - gap],
          [-3 + gap, 0],
        ]),
        hidden('some', drawn(8, 70)),
        hidden('many', drawn(30, 400)),
      ],
    };
  },
};
