import type { CodeFamily } from '../family.ts';
import { between, listOf, pick, shuffled } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'The runner-up',
    values: 'points',
    most: 'largest',
    text: 'A board game ends, and `points` holds what every player has.',
  },
  {
    title: 'The second price',
    values: 'bids',
    most: 'largest',
    text: 'At an auction `bids` were made; the second largest decides what the winner pays.',
  },
  {
    title: 'The second coldest',
    values: 'degrees',
    most: 'smallest',
    text: 'A hut in the mountains wrote down its `degrees` every morning.',
  },
  {
    title: 'The second shortest',
    values: 'lengths',
    most: 'smallest',
    text: 'A rope maker looks for a spare piece among `lengths` of rope.',
  },
] as const;

/** The second of the different values of a list, from above or from below. */
export const secondLargest: CodeFamily = {
  kind: 'code',
  id: 'second-largest',
  words:
    'second largest smallest maximum minimum max min list distinct different unique loop optional none null sort numbers',
  difficulties: ['EASY'],
  make(random) {
    const { title, values, most, text } = pick(random, STORIES);
    const up = most === 'largest';
    const sign = up ? '>' : '<';
    const start = between(random, -8, 8);
    const toward = (steps: number) => start + (up ? steps : -steps);
    const list = shuffled(random, [toward(9), toward(4), toward(9), toward(between(random, 0, 3))]);
    const noise = (length: number) => listOf(length, () => between(random, -30, 30));
    return {
      title,
      statement: `${text} The same value may stand there more than once.

Return the second ${most} of the **different** values. When there are fewer than two different values, there is none: return nothing (\`None\`, \`null\`, \`NULL\`, an empty optional). The list may be empty.

For \`${told(list)}\` the answer is ${toward(4)}: ${toward(9)} stands there twice, but it counts once.
`,
      objectives: ['Remember the best two while going through a list', 'Return a value that may be missing'],
      tags: ['lists', 'loops', 'optional'],
      hints: [
        `What do you know about the ${most} value, once you have seen the whole list?`,
        `Remember two values, and that both may still be missing: the ${most} so far and the second.`,
        `A new ${most} value pushes the old one to second place. A value equal to the ${most} changes nothing.`,
      ],
      signature: {
        functionName: 'second',
        params: [{ name: values, type: 'list<int>' }],
        returns: 'optional<int>',
      },
      solutions: {
        python: `def second(${values}):
    first = runner = None
    for value in ${values}:
        if first is None or value ${sign} first:
            first, runner = value, first
        elif value != first and (runner is None or value ${sign} runner):
            runner = value
    return runner
`,
        javascript: `function second(${values}) {
  let first = null;
  let runner = null;
  for (const value of ${values}) {
    if (first === null || value ${sign} first) {
      runner = first;
      first = value;
    } else if (value !== first && (runner === null || value ${sign} runner)) {
      runner = value;
    }
  }
  return runner;
}
`,
        java: `class Solution {
    static Long second(long[] ${values}) {
        Long first = null;
        Long runner = null;
        for (long value : ${values}) {
            if (first == null || value ${sign} first) {
                runner = first;
                first = value;
            } else if (value != first && (runner == null || value ${sign} runner)) {
                runner = value;
            }
        }
        return runner;
    }
}
`,
        c: `#include "capsule.h"

const long long *second(const long long *${values}, size_t ${values}_length) {
    const long long *first = NULL;
    const long long *runner = NULL;
    for (size_t i = 0; i < ${values}_length; i++) {
        const long long *value = &${values}[i];
        if (first == NULL || *value ${sign} *first) {
            runner = first;
            first = value;
        } else if (*value != *first && (runner == NULL || *value ${sign} *runner)) {
            runner = value;
        }
    }
    return runner;
}
`,
        cpp: `#include <optional>
#include <vector>

std::optional<long long> second(const std::vector<long long>& ${values}) {
    std::optional<long long> first;
    std::optional<long long> runner;
    for (long long value : ${values}) {
        if (!first || value ${sign} *first) {
            runner = first;
            first = value;
        } else if (value != *first && (!runner || value ${sign} *runner)) {
            runner = value;
        }
    }
    return runner;
}
`,
      },
      mistakes: [
        {
          why: 'counts a value that stands there twice as two',
          edits: {
            python: ['elif value != first and (runner', 'elif (runner'],
            javascript: ['value !== first && ', ''],
            java: ['value != first && ', ''],
            c: ['*value != *first && ', ''],
            cpp: ['value != *first && ', ''],
          },
        },
        {
          why: `forgets the old one where a new ${most} comes`,
          edits: {
            python: ['first, runner = value, first', 'first = value'],
            javascript: ['      runner = first;\n', ''],
            java: ['                runner = first;\n', ''],
            c: ['            runner = first;\n', ''],
            cpp: ['            runner = first;\n', ''],
          },
        },
        {
          why: `sees a second only where a new ${most} comes`,
          edits: {
            python: ['            runner = value\n', '            pass\n'],
            javascript: ['      runner = value;\n', ''],
            java: ['                runner = value;\n', ''],
            c: ['            runner = value;\n', ''],
            cpp: ['            runner = value;\n', ''],
          },
        },
        {
          why: `returns the ${most} where there is no second`,
          edits: {
            python: ['return runner', 'return first if runner is None else runner'],
            javascript: ['return runner', 'return runner ?? first'],
            java: ['return runner', 'return runner == null ? first : runner'],
            c: ['return runner', 'return runner == NULL ? first : runner'],
            cpp: ['return runner', 'return runner ? runner : first'],
          },
        },
      ],
      cases: [
        shown('as in the statement', list),
        shown('an empty list', []),
        hidden('one value', [toward(1)]),
        hidden('one value, three times', [toward(1), toward(1), toward(1)]),
        hidden('two values, the better first', [toward(3), toward(1)]),
        hidden('two values, the better last', [toward(1), toward(3)]),
        hidden('better and better', [toward(1), toward(2), toward(3), toward(4)]),
        hidden('worse and worse', [toward(4), toward(3), toward(2), toward(1)]),
        hidden('the second in the middle', [toward(1), toward(5), toward(3), toward(2)]),
        hidden('the second comes twice', [toward(5), toward(3), toward(1), toward(3)]),
        hidden('below zero', [-3, -8, -1, -1, -5]),
        hidden('zero is a value', [0, up ? 4 : -4]),
        hidden('some', noise(12)),
        hidden('many', noise(80)),
      ],
    };
  },
};
