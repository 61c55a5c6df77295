import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'A message for the treehouse',
    name: 'message',
    text: 'Children send each other secret messages.',
  },
  {
    title: 'The captain of the ship',
    name: 'order',
    text: 'A captain writes down orders that only the crew can read.',
  },
  { title: 'The recipe book', name: 'recipe', text: 'A cook keeps recipes secret by writing other letters.' },
] as const;
const WORDS = 'meet zebra quiz anchor lazy crazy boxes jump by six wave zoo yes'.split(' ');

/** Moving letters along the alphabet, which is a ring; there or back. */
export const shiftLetters: CodeFamily = {
  kind: 'code',
  id: 'shift-letters',
  words:
    'caesar cipher shift letters alphabet encrypt decrypt encode decode secret string characters modulo rotation rot13',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, text } = pick(random, STORIES);
    const hasCapitals = difficulty !== 'EASY';
    const shift = between(random, 3, 11);
    const isBack = random() < 0.5;
    const by = isBack ? 26 - shift : shift;
    const move = (letter: string) => {
      const code = letter.charCodeAt(0);
      if (code >= 97 && code <= 122) return String.fromCharCode(97 + ((code - 97 + by) % 26));
      if (hasCapitals && code >= 65 && code <= 90) return String.fromCharCode(65 + ((code - 65 + by) % 26));
      return letter;
    };
    const shifted = (from: string) => [...from].map(move).join('');
    const example = pick(
      random,
      hasCapitals ? ['Buy a Zebra!', 'Lazy Xaver, why?'] : ['quiz by day!', 'crazy box 7'],
    );
    const drawn = (count: number) =>
      listOf(count, () => {
        const word = pick(random, WORDS);
        return random() < 0.4 ? word.toUpperCase() : word;
      }).join(' ');
    const way = isBack ? 'back' : 'forward';
    const [before, after] = isBack ? ['a', 'z'] : ['z', 'a'];
    const branch = (letter: string, ifIndent: string) =>
      hasCapitals
        ? ` else if (${letter} >= 'A' && ${letter} <= 'Z') {
${ifIndent}    ${letter} = 'A' + (${letter} - 'A' + ${by}) % 26;
${ifIndent}}`
        : '';
    return {
      title,
      statement: `${text} In \`${name}\`, every letter has to be moved **${way} by ${shift} places** in the alphabet${isBack ? ', to make it readable again' : ''}. The alphabet is a ring: ${isBack ? 'before' : 'after'} \`${before}\` comes \`${after}\` again.

Return the text with every letter from \`a\` to \`z\` moved. ${hasCapitals ? 'The capital letters from `A` to `Z` move as well, and stay capital letters. ' : 'Capital letters stay as they are. '}All other characters stay, too. The text consists of plain ASCII characters and may be empty.

For \`${told(example)}\` the result is \`${told(shifted(example))}\`.
`,
      objectives: ['Compute with characters', 'Wrap a position round with the remainder'],
      tags: ['strings', 'ciphers', 'remainder'],
      hints: [
        'Which place in the alphabet does a letter have, counted from 0? And how do you get from a place to a letter?',
        'A letter is a number inside the computer: take the number of `a` away, move, and add it again.',
        isBack
          ? `To go back by ${shift} in a ring of 26 is to go forward by the rest of the ring.`
          : 'A place past the last one starts again at 0: that is what the remainder is for.',
      ],
      signature: { functionName: 'shifted', params: [{ name, type: 'string' }], returns: 'string' },
      solutions: {
        python: hasCapitals
          ? `def shifted(${name}):
    result = ""
    for letter in ${name}:
        if "a" <= letter <= "z":
            letter = chr(ord("a") + (ord(letter) - ord("a") + ${by}) % 26)
        elif "A" <= letter <= "Z":
            letter = chr(ord("A") + (ord(letter) - ord("A") + ${by}) % 26)
        result += letter
    return result
`
          : `def shifted(${name}):
    result = ""
    for letter in ${name}:
        if "a" <= letter <= "z":
            letter = chr(ord("a") + (ord(letter) - ord("a") + ${by}) % 26)
        result += letter
    return result
`,
        javascript: `function shifted(${name}) {
  const move = (letter, first) => String.fromCharCode(first + ((letter.charCodeAt(0) - first + ${by}) % 26));
  return ${name}.replace(/[a-z]/g, letter => move(letter, 97))${hasCapitals ? '.replace(/[A-Z]/g, letter => move(letter, 65))' : ''};
}
`,
        java: `class Solution {
    static String shifted(String ${name}) {
        StringBuilder result = new StringBuilder();
        for (char letter : ${name}.toCharArray()) {
            if (letter >= 'a' && letter <= 'z') {
                letter = (char) ('a' + (letter - 'a' + ${by}) % 26);
            }${branch('letter', '            ').replace(/= ('A' \+ .*);/, '= (char) ($1);')}
            result.append(letter);
        }
        return result.toString();
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

const char *shifted(const char *${name}) {
    char *result = strcpy(malloc(strlen(${name}) + 1), ${name});
    for (char *at = result; *at != '\\0'; at++) {
        if (*at >= 'a' && *at <= 'z') {
            *at = 'a' + (*at - 'a' + ${by}) % 26;
        }${branch('*at', '        ')}
    }
    return result;
}
`,
        cpp: `#include <string>

std::string shifted(std::string ${name}) {
    for (char& letter : ${name}) {
        if (letter >= 'a' && letter <= 'z') {
            letter = 'a' + (letter - 'a' + ${by}) % 26;
        }${branch('letter', '        ')}
    }
    return ${name};
}
`,
      },
      mistakes: [
        {
          why: 'moves the other way',
          edits: {
            python: [`ord("a") + ${by}`, `ord("a") + ${26 - by}`],
            javascript: [`first + ${by}`, `first + ${26 - by}`],
            java: [`'a' + ${by}`, `'a' + ${26 - by}`],
            c: [`'a' + ${by}`, `'a' + ${26 - by}`],
            cpp: [`'a' + ${by}`, `'a' + ${26 - by}`],
          },
        },
        {
          why: 'forgets that the alphabet is a ring',
          edits: {
            python: [`(ord(letter) - ord("a") + ${by}) % 26`, `ord(letter) - ord("a") + ${by}`],
            javascript: [
              `((letter.charCodeAt(0) - first + ${by}) % 26)`,
              `letter.charCodeAt(0) - first + ${by}`,
            ],
            java: [`(letter - 'a' + ${by}) % 26`, `(letter - 'a' + ${by})`],
            c: [`(*at - 'a' + ${by}) % 26`, `(*at - 'a' + ${by}) % 27`],
            cpp: [`(letter - 'a' + ${by}) % 26`, `(letter - 'a' + ${by}) % 27`],
          },
        },
        {
          why: 'off by one: the last letter of the alphabet stays',
          edits: alike("<= 'z'", "< 'z'", {
            python: ['<= "z"', '< "z"'],
            javascript: ['/[a-z]/g', '/[a-y]/g'],
          }),
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('an empty text', ''),
        hidden('the first letter', 'a'),
        hidden('the last letter', 'z'),
        hidden('the whole alphabet', 'abcdefghijklmnopqrstuvwxyz'),
        hidden('all the capital letters', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
        hidden('no letters', '12:30, 5 + 7 = 12!'),
        hidden('beside the letters', '`{@[~^ az AZ'),
        hidden('only blanks', '   '),
        hidden('one word', pick(random, WORDS)),
        hidden('several lines', `zip\n${pick(random, WORDS)}\n`),
        hidden('some', drawn(7)),
        hidden('many', drawn(40)),
      ],
    };
  },
};
