import type { CodeFamily } from '../family.ts';
import { pick, shuffled } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'The same from both ends',
    name: 'text',
    text: 'Some texts read the same forwards and backwards.',
  },
  {
    title: 'A motto in the mirror',
    name: 'motto',
    text: 'A club wants a motto that reads the same from the front and from the back.',
  },
  {
    title: 'The turned banner',
    name: 'banner',
    text: 'A banner hangs above a street. Can it be read from either end?',
  },
] as const;
const APART = [
  { sign: ' ', called: 'blanks' },
  { sign: '-', called: 'hyphens (`-`)' },
  { sign: '.', called: 'full stops (`.`)' },
  { sign: '_', called: 'underscores (`_`)' },
] as const;

/** Whether a text reads the same both ways, but for what is ignored. */
export const palindrome: CodeFamily = {
  kind: 'code',
  id: 'palindrome',
  words:
    'palindrome reverse string text same backwards mirror ignore letters case compare characters two pointers',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, text } = pick(random, STORIES);
    const isAnyCase = difficulty !== 'EASY';
    const { sign, called } = pick(random, APART);
    const other = sign === '-' ? '+' : '-';
    const [a = 'a', b = 'b', c = 'c', d = 'd'] = shuffled(random, [...'abdeklmnorstu']);
    const same = `${a}${sign}${b}${c}${b}${a}`;
    const written = isAnyCase ? `${a.toUpperCase()}${sign}${b}${c}${b}${a}` : same;
    const not = `${a}${b}${sign}${c}${b}`;
    const about = isAnyCase
      ? `Only the letters count: **everything else is ignored**, and capital letters equal small ones.`
      : `The **${called}** are ignored. Everything else counts; capital letters differ from small ones.`;
    const keep = {
      python: `character != "${sign}"`,
      javascript: `character !== '${sign}'`,
      java: `character != '${sign}'`,
    };
    return {
      title,
      statement: `${text} Return whether \`${name}\` reads the same both ways. ${about}

When nothing is left to compare, the answer is \`true\`. The text consists of plain ASCII characters and may be empty.

For \`${told(written)}\` the answer is \`true\`, for \`${told(not)}\` it is \`false\`.
`,
      objectives: ['Compare a text with itself, read backwards'],
      tags: ['strings', 'loops'],
      hints: [
        'First get rid of what must not count. What is left to do then?',
        'Build the text anew from the characters that count, and compare it with its reverse.',
        'The first character has to equal the last one, the second the last but one, and so on to the middle.',
      ],
      signature: { functionName: 'symmetric', params: [{ name, type: 'string' }], returns: 'bool' },
      solutions: {
        python: isAnyCase
          ? `def symmetric(${name}):
    letters = [character for character in ${name}.lower() if character.isalpha()]
    return letters == letters[::-1]
`
          : `def symmetric(${name}):
    letters = [character for character in ${name} if ${keep.python}]
    return letters == letters[::-1]
`,
        javascript: isAnyCase
          ? `function symmetric(${name}) {
  const letters = ${name}.toLowerCase().replace(/[^a-z]/g, '');
  return letters === [...letters].reverse().join('');
}
`
          : `function symmetric(${name}) {
  const letters = [...${name}].filter(character => ${keep.javascript}).join('');
  return letters === [...letters].reverse().join('');
}
`,
        java: `class Solution {
    static boolean symmetric(String ${name}) {
        StringBuilder letters = new StringBuilder();
        for (char character : ${name}${isAnyCase ? '.toLowerCase()' : ''}.toCharArray()) {
            if (${isAnyCase ? 'Character.isLetter(character)' : keep.java}) letters.append(character);
        }
        String forwards = letters.toString();
        return forwards.equals(letters.reverse().toString());
    }
}
`,
        c: `#include "capsule.h"
${isAnyCase ? '#include <ctype.h>\n' : ''}#include <stdlib.h>
#include <string.h>

bool symmetric(const char *${name}) {
    char *letters = malloc(strlen(${name}) + 1);
    size_t count = 0;
    for (const char *at = ${name}; *at != '\\0'; at++) {
        if (${isAnyCase ? 'isalpha((unsigned char)*at)' : `*at != '${sign}'`}) letters[count++] = ${isAnyCase ? 'tolower((unsigned char)*at)' : '*at'};
    }
    bool same = true;
    for (size_t i = 0; i < count / 2; i++) {
        if (letters[i] != letters[count - 1 - i]) same = false;
    }
    free(letters);
    return same;
}
`,
        cpp: `${isAnyCase ? '#include <cctype>\n' : ''}#include <string>

bool symmetric(const std::string& ${name}) {
    std::string letters;
    for (unsigned char character : ${name}) {
        if (${isAnyCase ? 'std::isalpha(character)' : keep.java}) letters.push_back(${isAnyCase ? 'std::tolower(character)' : 'character'});
    }
    return letters == std::string(letters.rbegin(), letters.rend());
}
`,
      },
      mistakes: [
        {
          why: isAnyCase ? 'tells capital letters from small ones' : 'ignores capitals, too',
          edits: isAnyCase
            ? {
                python: ['.lower()', ''],
                javascript: [".toLowerCase().replace(/[^a-z]/g, '')", ".replace(/[^a-z]/gi, '')"],
                java: ['.toLowerCase()', ''],
                c: ['tolower((unsigned char)*at)', '*at'],
                cpp: ['std::tolower(character)', 'character'],
              }
            : {
                python: [`in ${name} if`, `in ${name}.lower() if`],
                javascript: [`[...${name}]`, `[...${name}.toLowerCase()]`],
                java: ['.toCharArray()', '.toLowerCase().toCharArray()'],
                c: ['= *at;', "= *at >= 'A' && *at <= 'Z' ? *at + 32 : *at;"],
                cpp: [
                  'push_back(character)',
                  "push_back(character >= 'A' && character <= 'Z' ? character + 32 : character)",
                ],
              },
        },
        {
          why: 'ignores nothing',
          edits: {
            python: isAnyCase ? [' if character.isalpha()', ''] : [` if ${keep.python}`, ''],
            javascript: isAnyCase
              ? [".replace(/[^a-z]/g, '')", '']
              : [`.filter(character => ${keep.javascript})`, ''],
            java: isAnyCase ? ['if (Character.isLetter(character)) ', ''] : [`if (${keep.java}) `, ''],
            c: isAnyCase ? ['if (isalpha((unsigned char)*at)) ', ''] : [`if (*at != '${sign}') `, ''],
            cpp: isAnyCase ? ['if (std::isalpha(character)) ', ''] : [`if (${keep.java}) `, ''],
          },
        },
        {
          why: 'compares only the first character with the last',
          edits: {
            python: ['letters == letters[::-1]', 'letters[:1] == letters[-1:]'],
            javascript: ["letters === [...letters].reverse().join('')", 'letters.at(0) === letters.at(-1)'],
            java: [
              'forwards.equals(letters.reverse().toString())',
              'forwards.isEmpty() || forwards.charAt(0) == forwards.charAt(forwards.length() - 1)',
            ],
            c: ['i < count / 2', 'i < count / 2 && i < 1'],
            cpp: [
              'letters == std::string(letters.rbegin(), letters.rend())',
              'letters.empty() || letters.front() == letters.back()',
            ],
          },
        },
      ],
      cases: [
        shown('as in the statement', written),
        shown('the other one', not),
        shown('an empty text', ''),
        hidden('one character', d),
        hidden('only what is ignored', sign.repeat(3)),
        hidden('two that are equal', `${c}${c}`),
        hidden('two that differ', `${c}${d}`),
        hidden('an even number of letters', `${a}${b}${c}${c}${b}${a}`),
        hidden('different only in the middle', `${a}${b}${c}${d}${b}${a}`),
        hidden('different only at the ends', `${a}${b}${c}${b}${d}`),
        hidden('ignored at one end', `${sign}${sign}${a}${b}${a}`),
        hidden('ignored in several places', `${a}${sign}${b}${sign}${sign}${b}${a}${sign}`),
        hidden('a capital and a small letter', `${a.toUpperCase()}${b}${a}`),
        hidden('other signs', `${a}${b}${other}${a}`),
        hidden('other signs, the same both ways', `${other}${a}${other}`),
        hidden('letters and digits', `${a}1${b}${sign}2${a}`),
        hidden('long', `${a}${b}${c}${d}`.repeat(8) + sign + `${d}${c}${b}${a}`.repeat(8)),
        hidden(
          'long, with one fault',
          [`${a}${b}${c}${d}`.repeat(8), sign, `${d}${c}${b}${a}`.repeat(7), d, c, a, a].join(''),
        ),
      ],
    };
  },
};
