import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'The longest dry spell',
    name: 'rain',
    what: 'how many litres of rain fell each day',
    good: 'dry',
    is: 'at most',
  },
  {
    title: 'The best walking streak',
    name: 'minutes',
    what: 'how many minutes somebody walked each day',
    good: 'active',
    is: 'at least',
  },
  {
    title: 'The longest cold snap',
    name: 'degrees',
    what: 'how cold it was every morning',
    good: 'cold',
    is: 'at most',
  },
  {
    title: 'The busiest stretch',
    name: 'guests',
    what: 'how many guests came to a cafe each day',
    good: 'busy',
    is: 'at least',
  },
] as const;

/** The longest row of neighbours that meet a condition. */
export const longestStreak: CodeFamily = {
  kind: 'code',
  id: 'longest-streak',
  words: 'longest streak run consecutive in a row neighbours loop counter reset maximum list condition days',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, what, good, is } = pick(random, STORIES);
    const asksWhere = difficulty !== 'EASY';
    const bound = between(random, 3, 40);
    const isLeast = is === 'at least';
    const sign = isLeast ? '>=' : '<=';
    const strict = isLeast ? '>' : '<';
    const meets = (value: number) => (isLeast ? value >= bound : value <= bound);
    /** So far inside of the bound; below 0 it is outside. */
    const at = (inside: number) => bound + (isLeast ? inside : -inside);
    const answer = (list: number[]) => {
      let [best, run, first] = [0, 0, -1];
      for (const [i, value] of list.entries()) {
        run = meets(value) ? run + 1 : 0;
        if (run > best) [best, first] = [run, i + 1 - run];
      }
      return asksWhere ? first : best;
    };
    const list = [at(1), at(-1), at(0), at(between(random, 1, 3)), at(-between(random, 1, 3)), at(2)];
    const drawn = (length: number) => listOf(length, () => at(between(random, -2, 4)));
    const asked = asksWhere
      ? `Return the **index** (counted from 0) at which the longest row of ${good} days **begins**. Of several that are equally long, take the first. When there is no ${good} day at all, or no day, return -1.`
      : `Return how many days the **longest row of ${good} days** has, without another day in between. When there is no ${good} day at all, or no day, the answer is 0.`;
    const [before, found] = asksWhere ? ['first', 'first'] : ['', 'best'];
    const declare = (type: string, indent: string) =>
      `${type} best = 0;\n${indent}${before ? `${type} first = -1;\n${indent}` : ''}${type} run = 0;`;
    const keep = (indent: string, begin: string) =>
      asksWhere
        ? `if (run > best) {
${indent}    best = run;
${indent}    first = ${begin};
${indent}}`
        : 'if (run > best) best = run;';
    return {
      title,
      statement: `The list \`${name}\` tells ${what}. A day is *${good}* when its number is **${is} ${bound}**.

${asked}

For \`${told(list)}\` the answer is ${answer(list)}.
`,
      objectives: ['Count neighbours that belong together', 'Keep the best found so far'],
      tags: ['lists', 'loops'],
      hints: [
        'What do you have to remember from one day to the next?',
        `Count the ${good} days in a row. What becomes of that count on another day?`,
        'Compare the count with the best one after every day, not only where a row ends: the last row may go to the end of the list.',
      ],
      signature: {
        functionName: 'streak',
        params: [{ name, type: 'list<int>' }],
        returns: 'int',
      },
      solutions: {
        python: asksWhere
          ? `def streak(${name}):
    best = 0
    first = -1
    run = 0
    for i, value in enumerate(${name}):
        run = run + 1 if value ${sign} ${bound} else 0
        if run > best:
            best = run
            first = i + 1 - run
    return first
`
          : `def streak(${name}):
    best = run = 0
    for value in ${name}:
        run = run + 1 if value ${sign} ${bound} else 0
        best = max(best, run)
    return best
`,
        javascript: asksWhere
          ? `function streak(${name}) {
  let best = 0;
  let first = -1;
  let run = 0;
  for (const [i, value] of ${name}.entries()) {
    run = value ${sign} ${bound} ? run + 1 : 0;
    if (run > best) {
      best = run;
      first = i + 1 - run;
    }
  }
  return first;
}
`
          : `function streak(${name}) {
  let best = 0;
  let run = 0;
  for (const value of ${name}) {
    run = value ${sign} ${bound} ? run + 1 : 0;
    best = Math.max(best, run);
  }
  return best;
}
`,
        java: `class Solution {
    static long streak(long[] ${name}) {
        ${declare('long', '        ')}
        for (int i = 0; i < ${name}.length; i++) {
            run = ${name}[i] ${sign} ${bound} ? run + 1 : 0;
            ${keep('            ', 'i + 1 - run')}
        }
        return ${found};
    }
}
`,
        c: `#include "capsule.h"

long long streak(const long long *${name}, size_t ${name}_length) {
    ${declare('long long', '    ')}
    for (size_t i = 0; i < ${name}_length; i++) {
        run = ${name}[i] ${sign} ${bound} ? run + 1 : 0;
        ${keep('        ', '(long long)i + 1 - run')}
    }
    return ${found};
}
`,
        cpp: `#include <vector>

long long streak(const std::vector<long long>& ${name}) {
    ${declare('long long', '    ')}
    for (size_t i = 0; i < ${name}.size(); i++) {
        run = ${name}[i] ${sign} ${bound} ? run + 1 : 0;
        ${keep('        ', 'i + 1 - run')}
    }
    return ${found};
}
`,
      },
      mistakes: [
        {
          why: 'off by one: the bound itself does not count',
          edits: alike(`${sign} ${bound}`, `${strict} ${bound}`),
        },
        {
          why: 'goes on counting after a gap',
          edits: alike('run + 1 : 0', 'run + 1 : run', { python: ['else 0', 'else run'] }),
        },
        asksWhere
          ? {
              why: 'takes the last of equally long rows',
              edits: alike('if (run > best)', 'if (run > 0 && run >= best)', {
                python: ['if run > best', 'if run >= best > 0 or run > best'],
              }),
            }
          : {
              why: 'returns the last row instead of the longest',
              edits: alike('if (run > best) best = run', 'best = run', {
                python: ['max(best, run)', 'run'],
                javascript: ['Math.max(best, run)', 'run'],
              }),
            },
      ],
      cases: [
        shown('as in the statement', list),
        shown('an empty list', []),
        shown('none', [at(-1), at(-2), at(-1)]),
        hidden('one day', [at(0)]),
        hidden('one day that does not count', [at(-1)]),
        hidden('all', [at(0), at(3), at(1), at(2)]),
        hidden('the longest first', [at(1), at(2), at(0), at(-1), at(5), at(-1)]),
        hidden('the longest last', [at(1), at(-1), at(0), at(-3), at(2), at(1), at(1)]),
        hidden('the longest in the middle', [at(1), at(-1), at(0), at(0), at(0), at(-2), at(4)]),
        hidden('two equally long', [at(-1), at(1), at(2), at(-1), at(3), at(4), at(-1)]),
        hidden('a row that continues after one gap', [
          at(1),
          at(1),
          at(-1),
          at(1),
          at(1),
          at(1),
          at(-1),
          at(1),
        ]),
        hidden('exactly at the bound', [at(0), at(0), at(-1), at(0)]),
        hidden('some', drawn(20)),
        hidden('many', drawn(90)),
      ],
    };
  },
};
