import type { CodeFamily } from '../family.ts';
import { between, listOf, pick, shuffled } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'The lost locker key',
    name: 'keys',
    thing: 'key',
    text: 'The lockers of a swimming pool are numbered without a gap. In the evening one key is missing.',
  },
  {
    title: 'The page that fell out',
    name: 'pages',
    thing: 'page',
    text: 'The loose pages of a manuscript were picked up from the floor, but one is still missing.',
  },
  {
    title: 'One seat is free',
    name: 'seats',
    thing: 'seat',
    text: 'Every passenger of a bus has reserved a seat, and exactly one seat is still free.',
  },
] as const;

/** The one number that a shuffled series lacks. */
export const missingNumber: CodeFamily = {
  kind: 'code',
  id: 'missing-number',
  words: 'missing number sequence series gap sum total list set loop formula find',
  difficulties: ['EASY'],
  make(random) {
    const { title, name, thing, text } = pick(random, STORIES);
    const start = between(random, 2, 60);
    /** The series with one left out, in any order. */
    const without = (length: number, place: number) =>
      shuffled(
        random,
        listOf(length + 1, i => start + i).filter(value => value !== start + place),
      );
    const place = between(random, 1, 3);
    const example = without(4, place);
    return {
      title,
      statement: `${text}

The numbers begin with **${start}** and go on without a gap. The list \`${name}\` holds all of them but one, in any order, none twice. Return the number of the missing ${thing}.

It may be the first or the last of all: with ${start}, ${start + 1} and ${start + 2} in the list, there are four numbers in all, and ${start + 3} is missing. When the list is empty, ${start} is missing.

For \`${told(example)}\` the answer is ${start + place}.
`,
      objectives: ['Compare what should be there with what is there'],
      tags: ['lists', 'sums'],
      hints: [
        `How many numbers are there in all, when the list has a certain length?`,
        'Imagine the list complete. By how much would its sum differ from the sum it has?',
        `Add up everything from ${start} on, one number more than the list is long, and take the list's sum away.`,
      ],
      signature: { functionName: 'missing', params: [{ name, type: 'list<int>' }], returns: 'int' },
      solutions: {
        python: `def missing(${name}):
    complete = range(${start}, ${start} + len(${name}) + 1)
    return sum(complete) - sum(${name})
`,
        javascript: `function missing(${name}) {
  let difference = ${start} + ${name}.length;
  for (let i = 0; i < ${name}.length; i++) {
    difference += ${start} + i - ${name}[i];
  }
  return difference;
}
`,
        java: `class Solution {
    static long missing(long[] ${name}) {
        long difference = ${start} + ${name}.length;
        for (int i = 0; i < ${name}.length; i++) {
            difference += ${start} + i - ${name}[i];
        }
        return difference;
    }
}
`,
        c: `#include "capsule.h"

long long missing(const long long *${name}, size_t ${name}_length) {
    long long difference = ${start} + (long long)${name}_length;
    for (size_t i = 0; i < ${name}_length; i++) {
        difference += ${start} + (long long)i - ${name}[i];
    }
    return difference;
}
`,
        cpp: `#include <numeric>
#include <vector>

long long missing(const std::vector<long long>& ${name}) {
    long long count = ${name}.size() + 1;
    long long last = ${start} + count - 1;
    long long complete = (${start} + last) * count / 2;
    return complete - std::accumulate(${name}.begin(), ${name}.end(), 0LL);
}
`,
      },
      mistakes: [
        {
          why: 'starts at 1, whatever the first number is',
          edits: {
            python: [`range(${start}, ${start} + len(${name}) + 1)`, `range(1, len(${name}) + 2)`],
            javascript: [`difference = ${start} + ${name}.length`, `difference = 1 + ${name}.length`],
            java: [`difference = ${start} + ${name}.length`, `difference = 1 + ${name}.length`],
            c: [`difference = ${start} +`, 'difference = 1 +'],
            cpp: [`(${start} + last)`, '(1 + last)'],
          },
        },
        {
          why: 'off by one: leaves the last number out',
          edits: alike(`difference = ${start} + ${name}.length`, 'difference = 0', {
            python: [`len(${name}) + 1`, `len(${name})`],
            c: [`difference = ${start} + (long long)${name}_length`, 'difference = 0'],
            cpp: [`${name}.size() + 1`, `${name}.size()`],
          }),
        },
        {
          why: 'looks only at whether the sum is there, not at what is in the list',
          edits: alike(` - ${name}[i]`, ` - (${start} + i)`, {
            python: [`sum(${name})`, `sum(complete[:-1])`],
            c: [` - ${name}[i]`, ` - (${start} + (long long)i)`],
            cpp: [`std::accumulate(${name}.begin(), ${name}.end(), 0LL)`, '(complete - last)'],
          }),
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('an empty list', []),
        shown('the last is missing', [start + 1, start, start + 2]),
        hidden('one number, the first', [start]),
        hidden('one number, the second', [start + 1]),
        hidden('the first is missing', without(3, 0)),
        hidden('one in the middle, in order', [start, start + 1, start + 3, start + 4]),
        hidden('in order from the last', [start + 4, start + 3, start + 1, start]),
        hidden('the last but one', without(6, 5)),
        hidden('some', without(15, between(random, 1, 14))),
        hidden('the first of many', without(60, 0)),
        hidden('the last of many', without(60, 60)),
        hidden('many', without(100, between(random, 1, 99))),
      ],
    };
  },
};
