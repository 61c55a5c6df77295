import type { CodeFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'The clock on another planet',
    place: 'On a planet far away',
    name: 'delay',
    event: 'A visitor waits for a while',
  },
  {
    title: 'The ship with its own time',
    place: 'On board an old ship',
    name: 'watch',
    event: 'The next watch begins a while later',
  },
  {
    title: 'The clock of the board game',
    place: 'In the world of a board game',
    name: 'travel',
    event: 'A journey takes a while',
  },
] as const;

/** Adding to a time of day that wraps round. */
export const clockArithmetic: CodeFamily = {
  kind: 'code',
  id: 'clock-arithmetic',
  words:
    'clock time of day hours minutes add modulo remainder wrap around midnight division arithmetic units',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, place, name, event } = pick(random, STORIES);
    const isBothWays = difficulty !== 'EASY';
    const hours = pick(random, [8, 9, 10, 12, 15, 18, 20]);
    const minutes = pick(random, [30, 40, 50, 64, 80, 90]);
    const day = hours * minutes;
    const later = (hour: number, minute: number, by: number) => {
      const total = (((hour * minutes + minute + by) % day) + day) % day;
      return [Math.floor(total / minutes), total % minutes];
    };
    const example = [hours - 1, minutes - between(random, 3, 9), between(random, 12, minutes - 2)] as const;
    const other = [0, between(random, 1, 9), -between(random, 12, 25)] as const;
    const sum = `hour * ${minutes} + minute + ${name}`;
    const total = isBothWays ? `((${sum}) % ${day} + ${day}) % ${day}` : `(${sum}) % ${day}`;
    const told2 = ([hour, minute, by]: readonly [number, number, number]) =>
      `${hour}:${minute} and ${by} ${by < 0 ? 'lead back to' : 'lead to'} \`${told(later(hour, minute, by))}\``;
    const inOtherDirection = isBothWays
      ? ' It may be negative: then the time **before** is asked for. Both ways it may be longer than a day.'
      : ' It is never negative, but it may be longer than a day.';
    return {
      title,
      statement: `${place} a day has **${hours} hours** (0 to ${hours - 1}), and an hour has **${minutes} minutes** (0 to ${minutes - 1}). ${event}: \`${name}\` tells how many minutes.${inOtherDirection}

Given the time now, \`hour\` and \`minute\`, return the time then as a list of two numbers: the hour and the minute. After the last minute of the day comes 0:00 again.

Example: ${told2(example)}${isBothWays ? `; ${told2(other)}` : ''}.
`,
      objectives: ['Convert between units', 'Wrap a number round with the remainder'],
      tags: ['arithmetic', 'clock'],
      hints: [
        'With one number instead of two, adding would be easy. Which number?',
        'Count in minutes since the beginning of the day, add, and turn the result into hours and minutes again.',
        isBothWays
          ? `A day has ${day} minutes. In many languages the remainder of a negative number is negative: bring it back into the day.`
          : `A day has ${day} minutes: what remains after whole days is the time.`,
      ],
      signature: {
        functionName: 'later',
        params: ['hour', 'minute', name].map(param => ({ name: param, type: 'int' })),
        returns: 'list<int>',
      },
      solutions: {
        python: `def later(hour, minute, ${name}):
    total = (${sum}) % ${day}
    return [total // ${minutes}, total % ${minutes}]
`,
        javascript: `function later(hour, minute, ${name}) {
  const total = ${total};
  return [Math.floor(total / ${minutes}), total % ${minutes}];
}
`,
        java: isBothWays
          ? `class Solution {
    static long[] later(long hour, long minute, long ${name}) {
        long total = Math.floorMod(${sum}, ${day}L);
        return new long[] {total / ${minutes}, total % ${minutes}};
    }
}
`
          : `class Solution {
    static long[] later(long hour, long minute, long ${name}) {
        long total = ${total};
        return new long[] {total / ${minutes}, total % ${minutes}};
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

int_list later(long long hour, long long minute, long long ${name}) {
    long long total = ${total};
    int_list time = {malloc(2 * sizeof(long long)), 2};
    time.items[0] = total / ${minutes};
    time.items[1] = total % ${minutes};
    return time;
}
`,
        cpp: `#include <vector>

std::vector<long long> later(long long hour, long long minute, long long ${name}) {
    long long total = ${total};
    return {total / ${minutes}, total % ${minutes}};
}
`,
      },
      mistakes: [
        {
          why: `an hour of 60 minutes`,
          edits: alike(`hour * ${minutes}`, 'hour * 60'),
        },
        {
          why: 'forgets that the day ends',
          edits: alike(total, sum, {
            python: [`(${sum}) % ${day}`, sum],
            ...(isBothWays && { java: [`Math.floorMod(${sum}, ${day}L)`, sum] as const }),
          }),
        },
        {
          why: 'off by one: the day has a minute more',
          edits: alike(total, total.replaceAll(`${day}`, `${day + 1}`), {
            python: [`% ${day}`, `% ${day + 1}`],
            ...(isBothWays && { java: [`${day}L`, `${day + 1}L`] as const }),
          }),
        },
      ],
      cases: [
        shown('as in the statement', ...example),
        ...(isBothWays ? [shown('back over midnight', ...other)] : []),
        shown('no time at all', 2, 7, 0),
        hidden('within the hour', 3, 1, between(random, 2, minutes - 3)),
        hidden('into the next hour', 3, minutes - 1, 1),
        hidden('to the last minute', hours - 1, 0, minutes - 1),
        hidden('to midnight', hours - 1, minutes - 1, 1),
        hidden('a whole day', 4, 5, day),
        hidden('a day and a minute', hours - 1, minutes - 1, day + 1),
        hidden('a day less a minute', 0, 0, day - 1),
        hidden('from midnight', 0, 0, between(random, minutes + 1, day - 2)),
        hidden(
          'several days',
          between(random, 1, hours - 1),
          between(random, 1, 29),
          7 * day + between(random, 1, day),
        ),
        hidden('long', 1, 2, between(random, 100_000, 900_000)),
        ...(isBothWays
          ? [
              hidden('one minute back from midnight', 0, 0, -1),
              hidden('a whole day back', 5, 9, -day),
              hidden('back within the hour', 5, 20, -15),
              hidden('several days back', 1, 2, -(5 * day + between(random, 1, day - 1))),
            ]
          : []),
      ],
    };
  },
};
