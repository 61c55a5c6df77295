import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'The carousel',
    name: 'riders',
    text: 'On a carousel sit riders, each with a number.',
    event: 'The carousel moves on by',
    unit: 'seats',
  },
  {
    title: 'The cleaning rota',
    name: 'rooms',
    text: 'A rota lists the rooms of a house, one for each flatmate.',
    event: 'Every week it moves on; now it moves by',
    unit: 'places',
  },
  {
    title: 'The ring of lamps',
    name: 'lamps',
    text: 'Lamps of different brightness are arranged in a ring; the list tells how bright each one is.',
    event: 'The pattern moves on by',
    unit: 'lamps',
  },
] as const;

/** A list turned round, as if it were a ring. */
export const rotateList: CodeFamily = {
  kind: 'code',
  id: 'rotate-list',
  words: 'rotate shift list array circular ring cyclic modulo remainder slice index wrap around',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, text, event, unit } = pick(random, STORIES);
    const isBothWays = difficulty !== 'EASY';
    const isRight = random() < 0.5;
    const rotate = (list: number[], steps: number) =>
      list.map((_, i) => {
        const from = i + (isRight ? -steps : steps);
        return list[((from % list.length) + list.length) % list.length] ?? 0;
      });
    const first = between(random, 1, 60);
    const row = (length: number) => listOf(length, i => first + i);
    const drawn = (length: number) => listOf(length, () => between(random, -50, 50));
    const example = [first + 3, first, first + 8, first + 5, first + 1];
    const steps = between(random, 1, 2);
    const towards = isRight ? 'towards the **end**' : 'towards the **front**';
    const over = isRight
      ? 'What leaves the list at its end comes in again at its front.'
      : 'What leaves the list at its front comes in again at its end.';
    const range = isBothWays
      ? `\`steps\` may be negative: then the list moves the other way. Both ways it may be larger than the list is long, up to 1,000,000.`
      : `\`steps\` is from 0 to 1,000,000, and may be larger than the list is long.`;
    const place = (count: string) =>
      isBothWays ? `((steps % ${count}) + ${count}) % ${count}` : `steps % ${count}`;
    const python = isRight ? `-steps % len(${name})` : `steps % len(${name})`;
    const [from, to] = isRight ? ['i', '(i + by) % count'] : ['(i + by) % count', 'i'];
    return {
      title,
      statement: `${text} ${event} \`steps\` ${unit}, ${towards} of the list. ${over}

Return the list \`${name}\` after that, as a **new** list. ${range} An empty list stays empty.

For \`${told(example)}\` and ${steps} the result is \`${told(rotate(example, steps))}\`.
`,
      objectives: ['Work with positions in a ring'],
      tags: ['lists', 'remainder'],
      hints: [
        'Where is the first entry afterwards? And after as many steps as the list is long?',
        'Whole turns change nothing: what remains after them is how far you have to move.',
        isBothWays
          ? 'A move by a negative number is a move the other way by what is left of a whole turn. What is the remainder of a negative number in your language?'
          : 'The result consists of two parts of the list, in the other order. Take care of the empty list before you divide.',
      ],
      signature: {
        functionName: 'turned',
        params: [
          { name, type: 'list<int>' },
          { name: 'steps', type: 'int' },
        ],
        returns: 'list<int>',
      },
      solutions: {
        python: `def turned(${name}, steps):
    if not ${name}:
        return []
    start = ${python}
    return ${name}[start:] + ${name}[:start]
`,
        javascript: `function turned(${name}, steps) {
  const count = ${name}.length;
  if (count === 0) return [];
  const by = ${place('count')};
  return ${isRight ? `[...${name}.slice(count - by), ...${name}.slice(0, count - by)]` : `[...${name}.slice(by), ...${name}.slice(0, by)]`};
}
`,
        java: `class Solution {
    static long[] turned(long[] ${name}, long steps) {
        int count = ${name}.length;
        long[] result = new long[count];
        if (count == 0) return result;
        int by = (int) ${isBothWays ? 'Math.floorMod(steps, (long) count)' : '(steps % count)'};
        for (int i = 0; i < count; i++) {
            result[${to}] = ${name}[${from}];
        }
        return result;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

int_list turned(const long long *${name}, size_t ${name}_length, long long steps) {
    long long count = (long long)${name}_length;
    int_list result = {calloc(${name}_length + 1, sizeof(long long)), ${name}_length};
    if (count == 0) return result;
    long long by = ${place('count')};
    for (long long i = 0; i < count; i++) {
        result.items[${to}] = ${name}[${from}];
    }
    return result;
}
`,
        cpp: `#include <algorithm>
#include <vector>

std::vector<long long> turned(const std::vector<long long>& ${name}, long long steps) {
    std::vector<long long> result = ${name};
    if (result.empty()) return result;
    long long count = result.size();
    long long by = ${place('count')};
    std::rotate(${isRight ? 'result.rbegin(), result.rbegin() + by, result.rend()' : 'result.begin(), result.begin() + by, result.end()'});
    return result;
}
`,
      },
      mistakes: [
        {
          why: 'turns the other way',
          edits: {
            python: isRight ? ['-steps', 'steps'] : ['= steps', '= -steps'],
            javascript: ['const by =', 'const by = count -'],
            java: isRight
              ? [`result[(i + by) % count] = ${name}[i]`, `result[i] = ${name}[(i + by) % count]`]
              : [`result[i] = ${name}[(i + by) % count]`, `result[(i + by) % count] = ${name}[i]`],
            c: isRight
              ? [`result.items[(i + by) % count] = ${name}[i]`, `result.items[i] = ${name}[(i + by) % count]`]
              : [
                  `result.items[i] = ${name}[(i + by) % count]`,
                  `result.items[(i + by) % count] = ${name}[i]`,
                ],
            cpp: isRight
              ? [
                  'result.rbegin(), result.rbegin() + by, result.rend()',
                  'result.begin(), result.begin() + by, result.end()',
                ]
              : [
                  'result.begin(), result.begin() + by, result.end()',
                  'result.rbegin(), result.rbegin() + by, result.rend()',
                ],
          },
        },
        {
          why: 'off by one: moves one step too few',
          edits: {
            python: isRight ? ['-steps', '(1 - steps)'] : ['steps %', '(steps - 1) %'],
            javascript: [place('count'), `(${place('count')} + count - 1) % count`],
            java: ['int by =', 'int by = count - 1 +'],
            c: [place('count'), `(${place('count')} + count - 1) % count`],
            cpp: [place('count'), `(${place('count')} + count - 1) % count`],
          },
        },
        {
          why: 'moves only when there are fewer steps than entries',
          edits: {
            python: [
              `    if not ${name}:\n        return []\n`,
              `    if not ${name} or abs(steps) >= len(${name}):\n        return ${name}\n`,
            ],
            javascript: ['if (count === 0) return [];', `if (Math.abs(steps) >= count) return ${name};`],
            java: ['if (count == 0) return result;', `if (Math.abs(steps) >= count) return ${name};`],
            c: [
              'if (count == 0) return result;',
              `if (llabs(steps) >= count) return (int_list){(long long *)${name}, ${name}_length};`,
            ],
            cpp: [
              'if (result.empty()) return result;',
              'if (steps >= (long long)result.size() || -steps >= (long long)result.size()) return result;',
            ],
          },
        },
      ],
      cases: [
        shown('as in the statement', example, steps),
        shown('an empty list', [], 3),
        shown('no step', row(3), 0),
        hidden('one entry', [first], 5),
        hidden('two entries', [first, first + 9], 1),
        hidden('all but one step', row(6), 5),
        hidden('a whole turn', row(4), 4),
        hidden('a turn and a step', row(4), 5),
        hidden('many turns', row(7), 7 * between(random, 20, 60) + between(random, 1, 6)),
        hidden('as far as can be', row(13), 1_000_000),
        hidden('equal values', [first, first, first + 1, first], 2),
        hidden('below zero', [-4, 0, -9, 7], 1),
        hidden('some', drawn(11), between(random, 2, 9)),
        hidden('many', drawn(60), between(random, 70, 110)),
        ...(isBothWays
          ? [
              hidden('one step the other way', row(5), -1),
              hidden('the other way, a whole turn', row(5), -5),
              hidden('the other way, many turns', row(6), -between(random, 601, 605)),
            ]
          : []),
      ],
    };
  },
};
