import type { CodeFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { alike, hidden, shown } from './shorthand.ts';

const STORIES = [
  {
    title: 'The number on the ticket',
    name: 'ticket',
    text: 'A railway prints a check number on each ticket, so that typing errors are noticed.',
  },
  {
    title: 'The number on the parcel',
    name: 'parcel',
    text: 'A parcel service adds a check number to the number of every parcel.',
  },
  {
    title: 'The number in the book',
    name: 'book',
    text: 'A library gives its books numbers, each with a check number behind it.',
  },
] as const;

/** Taking a number apart, digit by digit; with weights where it shall be harder. */
export const checkDigit: CodeFamily = {
  kind: 'code',
  id: 'check-digit',
  words:
    'digit sum digits checksum check number modulo remainder loop while division weights cross sum integer',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, text } = pick(random, STORIES);
    const isWeighted = difficulty !== 'EASY';
    const weight = isWeighted ? pick(random, [2, 3]) : 1;
    const modulus = pick(random, isWeighted ? [7, 10, 11, 13] : [5, 7, 8, 11]);
    const digitsOf = (n: number) => [...String(n)].map(Number).reverse();
    const check = (n: number) =>
      digitsOf(n).reduce((sum, digit, place) => sum + digit * (place % 2 === 1 ? weight : 1), 0) % modulus;
    const example = between(random, 471, 989) * 10 + between(random, 1, 3);
    const steps = String(example)
      .split('')
      .map((digit, i, { length }) =>
        (length - 1 - i) % 2 === 1 && isWeighted ? `${weight} · ${digit}` : digit,
      )
      .join(' + ');
    const sum = digitsOf(example).reduce(
      (all, digit, place) => all + digit * (place % 2 === 1 ? weight : 1),
      0,
    );
    const rule = isWeighted
      ? `Count the digits from the right: the first, third, fifth … count once, the second, fourth, sixth … count **${weight} times**. Add all that up`
      : 'Add up all the digits';
    const loopInC = (type: string) =>
      `long long rest = ${name}; rest > 0; rest /= 10`.replaceAll('long long', type);
    const bodyIn = (type: string, indent: string) =>
      isWeighted
        ? `${type} sum = 0;
${indent}${type} weight = 1;
${indent}for (${loopInC(type)}) {
${indent}    sum += rest % 10 * weight;
${indent}    weight = weight == 1 ? ${weight} : 1;
${indent}}
${indent}return sum % ${modulus};`
        : `${type} sum = 0;
${indent}for (${loopInC(type)}) {
${indent}    sum += rest % 10;
${indent}}
${indent}return sum % ${modulus};`;
    return {
      title,
      statement: `${text} Write \`check\`, which works it out from the number \`${name}\`:

1. ${rule}.
2. The check number is the remainder when that sum is divided by **${modulus}**.

The number is from 0 to 999,999,999,999; the check number of 0 is 0.

For ${example} the sum is ${steps} = ${sum}, so the check number is ${check(example)}.
`,
      objectives: ['Take a number apart into its digits', 'Work with remainders'],
      tags: ['numbers', 'loops'],
      hints: [
        'How do you get at the last digit of a number? And how do you get rid of it then?',
        'The remainder of a division by 10 is the last digit; the quotient is all the others.',
        isWeighted
          ? 'Keep the weight in a variable that starts at 1 and changes after every digit.'
          : 'Repeat that until nothing is left of the number, and add up the digits on the way.',
      ],
      signature: { functionName: 'check', params: [{ name, type: 'int' }], returns: 'int' },
      solutions: {
        python: isWeighted
          ? `def check(${name}):
    total = 0
    for place, digit in enumerate(reversed(str(${name}))):
        total += int(digit) * (${weight} if place % 2 == 1 else 1)
    return total % ${modulus}
`
          : `def check(${name}):
    return sum(int(digit) for digit in str(${name})) % ${modulus}
`,
        javascript: isWeighted
          ? `function check(${name}) {
  let sum = 0;
  let weight = 1;
  for (const digit of String(${name}).split('').reverse()) {
    sum += Number(digit) * weight;
    weight = weight === 1 ? ${weight} : 1;
  }
  return sum % ${modulus};
}
`
          : `function check(${name}) {
  let sum = 0;
  for (const digit of String(${name})) {
    sum += Number(digit);
  }
  return sum % ${modulus};
}
`,
        java: `class Solution {
    static long check(long ${name}) {
        ${bodyIn('long', '        ')}
    }
}
`,
        c: `#include "capsule.h"

long long check(long long ${name}) {
    ${bodyIn('long long', '    ')}
}
`,
        cpp: `long long check(long long ${name}) {
    ${bodyIn('long long', '    ')}
}
`,
      },
      mistakes: [
        {
          why: 'forgets the remainder at the end',
          edits: alike(`sum % ${modulus}`, 'sum', { python: [` % ${modulus}\n`, '\n'] }),
        },
        {
          why: 'off by one: divides by one more',
          edits: alike(`sum % ${modulus}`, `sum % ${modulus + 1}`, {
            python: [`% ${modulus}\n`, `% ${modulus + 1}\n`],
          }),
        },
        isWeighted
          ? {
              why: 'counts the weights from the left',
              edits: {
                python: [`reversed(str(${name}))`, `str(${name})`] as const,
                javascript: [".split('').reverse()", ''] as const,
                java: [
                  'long weight = 1;',
                  `long weight = String.valueOf(${name}).length() % 2 == 1 ? 1 : ${weight};`,
                ] as const,
                c: [
                  'long long weight = 1;',
                  `long long weight = 1;\n    for (long long left = ${name}; left > 9; left /= 10) weight = weight == 1 ? ${weight} : 1;`,
                ] as const,
                cpp: [
                  'long long weight = 1;',
                  `long long weight = 1;\n    for (long long left = ${name}; left > 9; left /= 10) weight = weight == 1 ? ${weight} : 1;`,
                ] as const,
              },
            }
          : {
              why: 'leaves out the first digit',
              edits: alike('rest > 0', 'rest > 9', {
                python: [`str(${name})`, `str(${name})[1:]`],
                javascript: [`String(${name})`, `String(${name}).slice(1)`],
              }),
            },
      ],
      cases: [
        shown('as in the statement', example),
        shown('zero', 0),
        shown('one digit', 4),
        hidden('one', 1),
        hidden('nine', 9),
        hidden('ten', 10),
        hidden('the same digits, the other way', Number(String(example).split('').reverse().join(''))),
        hidden('a zero at the end', example * 10),
        hidden('zeros inside', 700_205),
        hidden('two digits', between(random, 21, 98)),
        hidden('five digits', between(random, 40_000, 99_999)),
        hidden('only nines', 999_999),
        hidden('many digits', between(random, 100_000_000_000, 900_000_000_000)),
        hidden('as large as can be', 999_999_999_999),
      ],
    };
  },
};
