import type { CodeFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { hidden, shown } from './shorthand.ts';

const STORIES = [
  {
    title: 'Counting on a planet',
    people: 'The people of a faraway planet have',
    name: 'fingers',
    number: 'number',
  },
  {
    title: 'The counting frame',
    people: 'The rods of an old counting frame have',
    name: 'beads',
    number: 'count',
  },
  {
    title: 'The signs on the stone',
    people: 'The writers of an old stone knew',
    name: 'signs',
    number: 'value',
  },
] as const;

/** Writing a number with other digits than ten. */
export const numberBase: CodeFamily = {
  kind: 'code',
  id: 'number-base',
  words:
    'number base system convert conversion digits remainder division binary octal positional notation radix string',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, people, name, number } = pick(random, STORIES);
    const base = pick(random, [3, 4, 5, 6, 7, 9]);
    const example = base * base + between(random, 1, base - 1) * base + between(random, 0, base - 1);
    const negative = -(base + between(random, 1, base - 1));
    const top = base - 1;
    return {
      title,
      statement: `${people} only ${base} ${name}, so they write numbers in **base ${base}**, with the digits 0 to ${top}: after ${top} comes 10, and 10 there is what we call ${base}.

Return \`${number}\` as a text in base ${base}. A negative number has a minus sign in front. There are no zeros in front, but 0 itself is \`"0"\`. The number is from -1,000,000,000,000 to 1,000,000,000,000.

${example} is \`"${example.toString(base)}"\`, for ${example} = ${[...example.toString(base)].map((digit, i, { length }) => `${digit} · ${base ** (length - 1 - i)}`).join(' + ')}; and ${negative} is \`"${negative.toString(base)}"\`.
`,
      objectives: ['Convert a number to another base'],
      tags: ['numbers', 'strings', 'division'],
      hints: [
        `What does the remainder of a division by ${base} tell you?`,
        `The remainder is the last digit. What is left when you divide by ${base} are the digits before it.`,
        'The digits come from the last to the first, so each new one goes in front. Think of 0, which would get no digit, and of the sign.',
      ],
      signature: { functionName: 'written', params: [{ name: number, type: 'int' }], returns: 'string' },
      solutions: {
        python: `def written(${number}):
    if ${number} == 0:
        return "0"
    digits = ""
    rest = abs(${number})
    while rest > 0:
        digits = str(rest % ${base}) + digits
        rest //= ${base}
    return "-" + digits if ${number} < 0 else digits
`,
        javascript: `function written(${number}) {
  if (${number} === 0) return '0';
  let digits = '';
  for (let rest = Math.abs(${number}); rest > 0; rest = Math.floor(rest / ${base})) {
    digits = (rest % ${base}) + digits;
  }
  return ${number} < 0 ? '-' + digits : digits;
}
`,
        java: `class Solution {
    static String written(long ${number}) {
        if (${number} == 0) return "0";
        StringBuilder digits = new StringBuilder();
        for (long rest = Math.abs(${number}); rest > 0; rest /= ${base}) {
            digits.append(rest % ${base});
        }
        if (${number} < 0) digits.append('-');
        return digits.reverse().toString();
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

const char *written(long long ${number}) {
    char *digits = calloc(72, 1);
    size_t at = 70;
    long long rest = llabs(${number});
    do {
        digits[at--] = '0' + rest % ${base};
        rest /= ${base};
    } while (rest > 0);
    if (${number} < 0) digits[at--] = '-';
    return digits + at + 1;
}
`,
        cpp: `#include <cstdlib>
#include <string>

std::string written(long long ${number}) {
    if (${number} == 0) return "0";
    std::string digits;
    for (long long rest = std::llabs(${number}); rest > 0; rest /= ${base}) {
        digits = std::to_string(rest % ${base}) + digits;
    }
    return ${number} < 0 ? "-" + digits : digits;
}
`,
      },
      mistakes: [
        {
          why: 'has the digits the wrong way round',
          edits: {
            python: [`str(rest % ${base}) + digits`, `digits + str(rest % ${base})`],
            javascript: [`(rest % ${base}) + digits`, `digits + (rest % ${base})`],
            java: ['digits.append(rest', 'digits.insert(0, rest'],
            c: [
              `    if (${number} < 0)`,
              `    for (size_t i = at + 1, j = 70; i < j; i++, j--) {\n        char swapped = digits[i];\n        digits[i] = digits[j];\n        digits[j] = swapped;\n    }\n    if (${number} < 0)`,
            ],
            cpp: [`std::to_string(rest % ${base}) + digits`, `digits + std::to_string(rest % ${base})`],
          },
        },
        {
          why: 'writes nothing for 0',
          edits: {
            python: ['return "0"', 'return ""'],
            javascript: ["return '0'", "return ''"],
            java: ['return "0"', 'return ""'],
            c: ['    do {', `    if (rest == 0) return "";\n    do {`],
            cpp: ['return "0"', 'return ""'],
          },
        },
        {
          why: 'forgets the sign',
          edits: {
            python: [`"-" + digits if ${number} < 0 else digits`, 'digits'],
            javascript: [`${number} < 0 ? '-' + digits : digits`, 'digits'],
            java: [`        if (${number} < 0) digits.append('-');\n`, ''],
            c: [`    if (${number} < 0) digits[at--] = '-';\n`, ''],
            cpp: [`${number} < 0 ? "-" + digits : digits`, 'digits'],
          },
        },
        {
          why: 'off by one: stops before the first digit',
          edits: {
            python: ['while rest > 0', `while rest > ${top}`],
            javascript: ['rest > 0', `rest > ${top}`],
            java: ['rest > 0', `rest > ${top}`],
            c: ['while (rest > 0)', `while (rest > ${top})`],
            cpp: ['rest > 0', `rest > ${top}`],
          },
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('zero', 0),
        shown('below zero', negative),
        hidden('one', 1),
        hidden('the largest digit', top),
        hidden('two digits', base),
        hidden('minus one', -1),
        hidden('the first with three digits', base * base),
        hidden('the last with two digits', base * base - 1),
        hidden('zeros inside', base ** 5 + 1),
        hidden('a zero at the end', 2 * base ** 3),
        hidden('minus a power', -(base ** 4)),
        hidden('some', between(random, 500, 5000)),
        hidden('some below zero', -between(random, 500, 5000)),
        hidden('many digits', between(random, 1_000_000_000, 900_000_000_000)),
        hidden('the largest', 1_000_000_000_000),
      ],
    };
  },
};
