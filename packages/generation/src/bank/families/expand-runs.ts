import type { CodeFamily } from '../family.ts';
import { between, listOf, pick, some } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'Beads on a string',
    name: 'plan',
    text: 'A plan for a string of beads is written in short.',
    letters: 'bgry',
  },
  {
    title: 'The knitting plan',
    name: 'plan',
    text: 'A knitting plan writes stitches in short.',
    letters: 'kpsm',
  },
  {
    title: 'Pixels in a row',
    name: 'row',
    text: 'A game stores each row of a picture in short.',
    letters: 'xoht',
  },
] as const;

/** Writing out a text in which numbers tell how often a letter comes. */
export const expandRuns: CodeFamily = {
  kind: 'code',
  id: 'expand-runs',
  words:
    'run length decoding decode encoding expand compress decompress repeat string text digits numbers parse loop',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, name, text, letters } = pick(random, STORIES);
    const most = pick(random, [50, 60, 80, 99]);
    const [a = 'a', b = 'b', c = 'c'] = some(random, [...letters], 3);
    const expand = (plan: string) =>
      plan.replace(/(\d*)(\D)/g, (_, count: string, letter: string) =>
        letter.repeat(count === '' ? 1 : Number(count)),
      );
    const [few, more] = [between(random, 2, 4), between(random, 10, 12)];
    const example = `${few}${a}${b}${more}${c}`;
    const drawn = (length: number) =>
      listOf(
        length,
        () =>
          `${pick(random, ['', '', between(random, 2, 9), between(random, 10, 25)])}${pick(random, [...letters])}`,
      ).join('');
    return {
      title,
      statement: `${text} A number in front of a letter tells **how often the letter comes**; a letter without a number comes once.

Return \`${name}\` written out: only letters, no digits. A number may have several digits and is from 0 to ${most}; with 0 in front, the letter does not come at all. Digits are never the last thing in the text. The letters are \`a\` to \`z\`. An empty text stays empty.

For \`${told(example)}\` the result is \`${told(expand(example))}\`.
`,
      objectives: ['Read a text character by character, and remember what came before'],
      tags: ['strings', 'loops', 'parsing'],
      hints: [
        'What do you have to remember when you meet a digit?',
        'Keep the number read so far. What does a further digit do to it?',
        'At a letter, write it as often as the number says, and forget the number. Tell "no number" from the number 0.',
      ],
      signature: { functionName: 'expand', params: [{ name, type: 'string' }], returns: 'string' },
      solutions: {
        python: `def expand(${name}):
    result = ""
    number = ""
    for character in ${name}:
        if character.isdigit():
            number += character
        else:
            result += character * int(number or "1")
            number = ""
    return result
`,
        javascript: `function expand(${name}) {
  let result = '';
  let number = '';
  for (const character of ${name}) {
    if (character >= '0' && character <= '9') {
      number += character;
    } else {
      result += character.repeat(Number(number || '1'));
      number = '';
    }
  }
  return result;
}
`,
        java: `class Solution {
    static String expand(String ${name}) {
        StringBuilder result = new StringBuilder();
        String number = "";
        for (char character : ${name}.toCharArray()) {
            if (Character.isDigit(character)) {
                number += character;
            } else {
                int count = number.isEmpty() ? 1 : Integer.parseInt(number);
                result.append(String.valueOf(character).repeat(count));
                number = "";
            }
        }
        return result.toString();
    }
}
`,
        c: `#include "capsule.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const char *expand(const char *${name}) {
    char *result = calloc(${most} * strlen(${name}) + 1, 1);
    size_t length = 0;
    int count = -1;
    for (const char *at = ${name}; *at != '\\0'; at++) {
        if (isdigit((unsigned char)*at)) {
            count = (count == -1 ? 0 : 10 * count) + (*at - '0');
        } else {
            if (count == -1) count = 1;
            memset(result + length, *at, count);
            length += count;
            count = -1;
        }
    }
    return result;
}
`,
        cpp: `#include <cctype>
#include <string>

std::string expand(const std::string& ${name}) {
    std::string result;
    std::string number;
    for (unsigned char character : ${name}) {
        if (std::isdigit(character)) {
            number += character;
        } else {
            result.append(number.empty() ? 1 : std::stoi(number), character);
            number.clear();
        }
    }
    return result;
}
`,
      },
      mistakes: [
        {
          why: 'reads only the last digit of a number',
          edits: {
            python: ['number += character', 'number = character'],
            javascript: ['number += character', 'number = character'],
            java: ['number += character', 'number = "" + character'],
            c: ['(count == -1 ? 0 : 10 * count) + (', '('],
            cpp: ['number += character', 'number = character'],
          },
        },
        {
          why: 'drops a letter without a number',
          edits: {
            python: ['number or "1"', 'number or "0"'],
            javascript: ["number || '1'", "number || '0'"],
            java: ['number.isEmpty() ? 1', 'number.isEmpty() ? 0'],
            c: ['count = 1', 'count = 0'],
            cpp: ['number.empty() ? 1', 'number.empty() ? 0'],
          },
        },
        {
          why: 'a 0 counts as no number',
          edits: {
            python: ['int(number or "1")', '(int(number or "1") or 1)'],
            javascript: ["Number(number || '1')", 'Number(number) || 1'],
            java: ['.repeat(count)', '.repeat(Math.max(count, 1))'],
            c: ['if (count == -1) count', 'if (count <= 0) count'],
            cpp: ['number.empty() ?', 'number.empty() || std::stoi(number) == 0 ?'],
          },
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('an empty text', ''),
        shown('no numbers', `${a}${b}${b}${c}`),
        hidden('one letter', b),
        hidden('one letter with a number', `${few}${b}`),
        hidden('none of it', `0${a}`),
        hidden('none in the middle', `${a}0${b}${c}`),
        hidden('a 1 written out', `1${c}${b}`),
        hidden('two digits', `10${a}20${b}`),
        hidden('a zero in front', `0${few}${a}05${c}`),
        hidden('the same letter again', `${few}${a}${few}${a}${a}`),
        hidden('as many as there can be', `${most}${c}`),
        hidden('some', drawn(6)),
        hidden('many', drawn(25)),
      ],
    };
  },
};
