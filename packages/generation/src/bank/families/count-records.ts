import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'New records',
    name: 'jumps',
    text: 'At a school contest the jumps are measured in centimetres.',
    better: 'longer',
    record: 'record',
    up: true,
  },
  {
    title: 'Faster and faster',
    name: 'times',
    text: 'A runner writes down the seconds of every training run.',
    better: 'shorter',
    record: 'best time',
    up: false,
  },
  {
    title: 'The view over the roofs',
    name: 'heights',
    text: 'From the end of a street you look along a row of houses.',
    better: 'higher',
    record: 'visible house',
    up: true,
  },
  {
    title: 'The cheapest so far',
    name: 'offers',
    text: 'Somebody collects offers for an old bicycle.',
    better: 'lower',
    record: 'best offer',
    up: false,
  },
] as const;

/** Values that beat all before them: how many, or which. */
export const countRecords: CodeFamily = {
  kind: 'code',
  id: 'count-records',
  words:
    'record prefix maximum minimum running maximum best so far count list loop compare greater than all before',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, text, better, record, up } = pick(random, STORIES);
    const lead = difficulty === 'EASY' ? 1 : between(random, 2, 5);
    const sign = up ? '>' : '<';
    const start = between(random, 60, 120);
    const at = (steps: number) => start + (up ? steps : -steps) * lead;
    const count = (list: number[]) => {
      let records = 0;
      let best: number | null = null;
      for (const value of list) {
        if (best !== null && (up ? value - best : best - value) < lead) continue;
        best = value;
        records++;
      }
      return records;
    };
    const list = [at(0), at(-2), at(between(random, 2, 4)), at(1), at(between(random, 6, 8)), at(5)];
    const drawn = (length: number) =>
      listOf(length, i => start + between(random, -4, 4) * lead + (up ? i : -i));
    const rule =
      lead === 1
        ? `A value is a *${record}* if it is **${better} than all before it**. One that only equals the best so far is none.`
        : `A value is a *${record}* if it is **${better} than the ${record} before it by at least ${lead}**. What beats that by less is none, and the later values are still compared with the ${record} before it.`;
    const oneOff = lead === 1 ? 0 : lead - 1;
    const beats = (value: string, best: string) =>
      lead === 1
        ? `${value} ${sign} ${best}`
        : `${value} ${up ? '>=' : '<='} ${best} ${up ? '+' : '-'} ${lead}`;
    const lax = (value: string, best: string) =>
      lead === 1
        ? `${value} ${sign}= ${best}`
        : `${value} ${up ? '>=' : '<='} ${best} ${up ? '+' : '-'} ${oneOff}`;
    return {
      title,
      statement: `${text} ${rule} The first value is always a ${record}.

Return how many there are in the list \`${name}\`. When the list is empty the answer is 0.

For \`${told(list)}\` the answer is ${count(list)}.
`,
      objectives: ['Remember the best so far while going through a list'],
      tags: ['lists', 'loops', 'comparison'],
      hints: [
        'Do you have to look at all values before this one, each time anew?',
        `It is enough to remember the last ${record}. What should it be before the first value?`,
        `A new ${record} changes two things: the count, and what later values are compared with.`,
      ],
      signature: { functionName: 'records', params: [{ name, type: 'list<int>' }], returns: 'int' },
      solutions: {
        python: `def records(${name}):
    count = 0
    best = None
    for value in ${name}:
        if best is None or ${beats('value', 'best')}:
            best = value
            count += 1
    return count
`,
        javascript: `function records(${name}) {
  let count = 0;
  let best = null;
  for (const value of ${name}) {
    if (best === null || ${beats('value', 'best')}) {
      best = value;
      count++;
    }
  }
  return count;
}
`,
        java: `class Solution {
    static long records(long[] ${name}) {
        long count = 0;
        long best = 0;
        for (long value : ${name}) {
            if (count == 0 || ${beats('value', 'best')}) {
                best = value;
                count++;
            }
        }
        return count;
    }
}
`,
        c: `#include "capsule.h"

long long records(const long long *${name}, size_t ${name}_length) {
    long long count = 0;
    long long best = 0;
    for (size_t i = 0; i < ${name}_length; i++) {
        if (count == 0 || ${beats(`${name}[i]`, 'best')}) {
            best = ${name}[i];
            count++;
        }
    }
    return count;
}
`,
        cpp: `#include <optional>
#include <vector>

long long records(const std::vector<long long>& ${name}) {
    long long count = 0;
    std::optional<long long> best;
    for (long long value : ${name}) {
        if (!best || ${beats('value', '*best')}) {
            best = value;
            count++;
        }
    }
    return count;
}
`,
      },
      mistakes: [
        {
          why: lead === 1 ? 'counts what only equals the best' : 'off by one: one less is enough',
          edits: {
            python: [beats('value', 'best'), lax('value', 'best')],
            javascript: [beats('value', 'best'), lax('value', 'best')],
            java: [beats('value', 'best'), lax('value', 'best')],
            c: [beats(`${name}[i]`, 'best'), lax(`${name}[i]`, 'best')],
            cpp: [beats('value', '*best'), lax('value', '*best')],
          },
        },
        {
          why: 'compares with the first value only',
          edits: {
            python: ['            best = value\n', '            best = value if best is None else best\n'],
            javascript: ['best = value', 'best ??= value'],
            java: ['best = value', 'best = count == 0 ? value : best'],
            c: [`best = ${name}[i];`, `best = count == 0 ? ${name}[i] : best;`],
            cpp: ['best = value', 'best = best.value_or(value)'],
          },
        },
        {
          why: 'does not count the first value',
          edits: {
            python: ['return count', 'return max(count - 1, 0)'],
            javascript: ['return count', 'return Math.max(count - 1, 0)'],
            java: ['return count', 'return Math.max(count - 1, 0)'],
            c: ['return count', 'return count == 0 ? 0 : count - 1'],
            cpp: ['return count', 'return count == 0 ? 0 : count - 1'],
          },
        },
        {
          why: 'compares with the value just before',
          edits: {
            python: ['            count += 1\n', '            count += 1\n        best = value\n'],
            javascript: ['count++;\n    }\n', 'count++;\n    }\n    best = value;\n'],
            java: ['count++;\n            }\n', 'count++;\n            }\n            best = value;\n'],
            c: ['count++;\n        }\n', `count++;\n        }\n        best = ${name}[i];\n`],
            cpp: ['count++;\n        }\n', 'count++;\n        }\n        best = value;\n'],
          },
        },
      ],
      cases: [
        shown('as in the statement', list),
        shown('an empty list', []),
        shown('all equal', [at(1), at(1), at(1)]),
        hidden('one value', [at(3)]),
        hidden('better and better', [at(0), at(1), at(2), at(3), at(4)]),
        hidden('worse and worse', [at(4), at(3), at(2), at(1)]),
        hidden('better by one step', [at(0), at(1)]),
        hidden('better by a little less', [at(0), at(1) + (up ? -1 : 1), at(2) + (up ? -1 : 1)]),
        hidden('the best is the first', [at(9), at(0), at(5), at(8)]),
        hidden('the best comes twice', [at(0), at(5), at(5), at(2), at(5)]),
        hidden('down and up again', [at(3), at(1), at(2), at(3), at(2), at(4)]),
        hidden('below zero', [-50, -45, -60, -30, -70, -20, -90]),
        hidden('around zero', [0, -1, 1, -6, 6]),
        hidden('some', drawn(15)),
        hidden('many', drawn(60)),
      ],
    };
  },
};
