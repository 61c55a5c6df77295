import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'The account that stays above a limit',
    start: 'balance',
    changes: 'bookings',
    unit: 'euros',
    text: 'A bank account may be overdrawn, but only so far.',
    low: [-300, -20],
  },
  {
    title: 'The water tank',
    start: 'level',
    changes: 'changes',
    unit: 'litres',
    text: 'A water tank is filled and drained; a reserve must always be left in it.',
    low: [10, 80],
  },
  {
    title: 'The lamp on the battery',
    start: 'charge',
    changes: 'steps',
    unit: 'percent',
    text: 'A lamp in a tent is charged by the sun; it switches off before its battery gets too low.',
    low: [5, 20],
  },
] as const;

/** A running total that refuses what would take it too low. */
export const refuseBelowFloor: CodeFamily = {
  kind: 'code',
  id: 'refuse-below-floor',
  words: 'running total sum accumulate account balance bank withdraw deposit limit loop condition list state',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, start, changes, unit, text, low } = pick(random, STORIES);
    const counts = difficulty !== 'EASY';
    const floor = between(random, low[0], low[1]);
    const begin = floor + between(random, 20, 40);
    const run = (first: number, list: number[]) => {
      let total = first;
      let refused = 0;
      for (const change of list) {
        if (total + change >= floor) total += change;
        else refused++;
      }
      return counts ? refused : total;
    };
    const list = [
      -between(random, 12, 19),
      -between(random, 25, 40),
      between(random, 5, 9),
      -between(random, 2, 5),
    ];
    const drawn = (length: number) => listOf(length, () => between(random, -30, 24));
    const asked = counts
      ? `Return **how many** changes were refused.`
      : `Return the ${start} after all changes.`;
    const result = counts ? 'refused' : start;
    const loop = (type: string, indent: string) =>
      counts
        ? `if (${start} + ${type} >= ${floor}) {
${indent}    ${start} += ${type};
${indent}} else {
${indent}    refused++;
${indent}}`
        : `if (${start} + ${type} >= ${floor}) ${start} += ${type};`;
    const counter = (declared: string) => (counts ? declared : '');
    return {
      title: counts ? `${title}: what was refused` : title,
      statement: `${text} At the beginning there are \`${start}\` ${unit}; then come the \`${changes}\`, one after the other. A positive one adds to it, a negative one takes away.

A change that would take the ${start} **below ${floor}** is refused: it is left out as a whole, and the next one is looked at. To end up at exactly ${floor} is fine. A change that is refused has no effect on the later ones.

${asked} The ${start} is at least ${floor} at the beginning. The list may be empty.

For ${begin} and \`${told(list)}\` the answer is ${run(begin, list)}.
`,
      objectives: ['Keep a running total', 'Decide about a step before taking it'],
      tags: ['loops', 'conditions'],
      hints: [
        `What do you have to know about the ${start} before you can decide about a change?`,
        'Work out what the change would lead to, and look at that number before you keep it.',
        `Compare ${start} plus change with ${floor}: not with 0, and not the change alone.`,
      ],
      signature: {
        functionName: 'after',
        params: [
          { name: start, type: 'int' },
          { name: changes, type: 'list<int>' },
        ],
        returns: 'int',
      },
      solutions: {
        python: counts
          ? `def after(${start}, ${changes}):
    refused = 0
    for change in ${changes}:
        if ${start} + change >= ${floor}:
            ${start} += change
        else:
            refused += 1
    return refused
`
          : `def after(${start}, ${changes}):
    for change in ${changes}:
        if ${start} + change >= ${floor}:
            ${start} += change
    return ${start}
`,
        javascript: `function after(${start}, ${changes}) {
${counter('  let refused = 0;\n')}  for (const change of ${changes}) {
    ${loop('change', '    ').replaceAll('        ', '      ')}
  }
  return ${result};
}
`,
        java: `class Solution {
    static long after(long ${start}, long[] ${changes}) {
${counter('        long refused = 0;\n')}        for (long change : ${changes}) {
            ${loop('change', '            ')}
        }
        return ${result};
    }
}
`,
        c: `#include "capsule.h"

long long after(long long ${start}, const long long *${changes}, size_t ${changes}_length) {
${counter('    long long refused = 0;\n')}    for (size_t i = 0; i < ${changes}_length; i++) {
        ${loop(`${changes}[i]`, '        ')}
    }
    return ${result};
}
`,
        cpp: `#include <vector>

long long after(long long ${start}, const std::vector<long long>& ${changes}) {
${counter('    long long refused = 0;\n')}    for (long long change : ${changes}) {
        ${loop('change', '        ')}
    }
    return ${result};
}
`,
      },
      mistakes: [
        {
          why: 'off by one: refuses what ends exactly at the limit',
          edits: alike(`>= ${floor}`, `> ${floor}`),
        },
        {
          why: `looks at the ${start} before the change, not after it`,
          edits: alike(`${start} + change >=`, `${start} >=`, {
            c: [`${start} + ${changes}[i] >=`, `${start} >=`],
          }),
        },
        {
          why: 'stops at the first change that is refused',
          edits: counts
            ? alike('refused++;', 'return 1;', { python: ['refused += 1', 'return 1'] })
            : alike(`${start} += change;`, `${start} += change;\n        else break;`, {
                python: [
                  `            ${start} += change\n`,
                  `            ${start} += change\n        else:\n            break\n`,
                ],
                c: [`${start} += ${changes}[i];`, `${start} += ${changes}[i];\n        else break;`],
              }),
        },
      ],
      cases: [
        shown('as in the statement', begin, list),
        shown('no changes', begin, []),
        shown('exactly to the limit', begin, [floor - begin]),
        hidden('one too low', begin, [floor - begin - 1]),
        hidden('one above', begin, [floor - begin + 1]),
        hidden('at the limit already', floor, [-1, 1, -1]),
        hidden('only up', begin, [3, 10, 25]),
        hidden('refused again and again', floor + 5, [-6, -7, -8, -5, -1]),
        hidden('a change of 0 at the limit', floor, [0, 0]),
        hidden('up first, then down again', floor, [10, -10, -1, 2]),
        hidden('the smaller one still fits', floor + 10, [-11, -4, -7, -6]),
        hidden('large numbers', floor + 1_000_000, [-999_999, -2, -1, 500_000]),
        hidden('some', begin, drawn(15)),
        hidden('many', begin, drawn(80)),
      ],
    };
  },
};
