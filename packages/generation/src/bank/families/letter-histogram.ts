import type { CodeFamily } from '../family.ts';
import { pick, some } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'Letters for the sign',
    name: 'sign',
    text: 'A workshop cuts letters out of wood. For the rare ones it wants to know how many it needs.',
  },
  {
    title: 'Letters in a headline',
    name: 'headline',
    text: 'A printer has only a few of some letters left. Will they do for the headline?',
  },
  {
    title: 'Counting letters',
    name: 'phrase',
    text: 'A riddle asks how often certain letters stand in a phrase.',
  },
] as const;
const SETS = ['aeiou', 'ains', 'esty', 'lmnor', 'aekt'] as const;
const WORDS =
  'Salt Lanterns over Quiet water tiny yaks INK at Noon lemon street Mist many Kites else Oar'.split(' ');

/** How often each of some letters stands in a text, as a map. */
export const letterHistogram: CodeFamily = {
  kind: 'code',
  id: 'letter-histogram',
  words:
    'count letters characters vowels frequency histogram map dictionary dict string text loop occurrences',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, text } = pick(random, STORIES);
    const isAnyCase = difficulty !== 'EASY';
    const letters = pick(random, SETS);
    const counted = (of: string) => {
      const found: Record<string, number> = {};
      for (const letter of isAnyCase ? of.toLowerCase() : of) {
        if (letters.includes(letter)) found[letter] = (found[letter] ?? 0) + 1;
      }
      return found;
    };
    const [first = 'a', second = 'e', third = 'i'] = letters;
    const drawn = (count: number) => some(random, WORDS, count).join(' ');
    const example = `${pick(random, ['Tall ', 'Lone ', 'Slim '])}${pick(random, ['tomatoes', 'sailors', 'lantern'])}`;
    const about = isAnyCase
      ? 'Capital letters count as small ones; the map has only small letters.'
      : 'Only small letters count: a capital letter is another character.';
    const inC = isAnyCase ? 'char letter = tolower((unsigned char)*at);' : 'char letter = *at;';
    return {
      title,
      statement: `${text}

Count how often each of the letters **${[...letters].join(', ')}** stands in the text \`${name}\`. Return a map from letter to count that has **only the letters which occur**: none with 0. ${about} Other characters are ignored.

The text has only plain ASCII characters and may be empty; then the map is empty too.

For \`${told(example)}\` the result is \`${JSON.stringify(counted(example)).replaceAll(':', ': ').replaceAll(',', ', ')}\`. The order of the entries does not matter.
`,
      objectives: ['Count with a map', 'Go through a text character by character'],
      tags: ['strings', 'maps'],
      hints: [
        'What should the map hold at the beginning?',
        'For each character, decide first whether it is one of the letters.',
        'The first time a letter turns up, the map has no entry for it yet: then its count is 1, later one more.',
      ],
      signature: { functionName: 'letters', params: [{ name, type: 'string' }], returns: 'map<string, int>' },
      solutions: {
        python: `def letters(${name}):
    counts = {}
    for letter in ${name}${isAnyCase ? '.lower()' : ''}:
        if letter in "${letters}":
            counts[letter] = counts.get(letter, 0) + 1
    return counts
`,
        javascript: `function letters(${name}) {
  const counts = {};
  for (const letter of ${name}${isAnyCase ? '.toLowerCase()' : ''}) {
    if ('${letters}'.includes(letter)) counts[letter] = (counts[letter] ?? 0) + 1;
  }
  return counts;
}
`,
        java: `import java.util.*;

class Solution {
    static Map<String, Long> letters(String ${name}) {
        Map<String, Long> counts = new HashMap<>();
        for (char letter : ${name}${isAnyCase ? '.toLowerCase()' : ''}.toCharArray()) {
            if ("${letters}".indexOf(letter) >= 0) counts.merge(String.valueOf(letter), 1L, Long::sum);
        }
        return counts;
    }
}
`,
        c: `#include "capsule.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

int_map letters(const char *${name}) {
    static const char *const wanted[] = {${[...letters].map(letter => `"${letter}"`).join(', ')}};
    size_t kinds = sizeof(wanted) / sizeof(wanted[0]);
    int_map counts = {calloc(kinds, sizeof(int_map_entry)), 0};
    for (size_t i = 0; i < kinds; i++) {
        long long count = 0;
        for (const char *at = ${name}; *at != '\\0'; at++) {
            ${inC}
            if (letter == wanted[i][0]) count++;
        }
        if (count > 0) counts.entries[counts.length++] = (int_map_entry){wanted[i], count};
    }
    return counts;
}
`,
        cpp: `#include <cctype>
#include <map>
#include <string>

std::map<std::string, long long> letters(const std::string& ${name}) {
    const std::string wanted = "${letters}";
    std::map<std::string, long long> counts;
    for (unsigned char character : ${name}) {
        char letter = ${isAnyCase ? 'std::tolower(character)' : 'character'};
        if (wanted.find(letter) != std::string::npos) counts[std::string(1, letter)]++;
    }
    return counts;
}
`,
      },
      mistakes: [
        {
          why: 'forgets the last of the letters',
          edits: {
            python: [`"${letters}"`, `"${letters.slice(0, -1)}"`],
            javascript: [`'${letters}'`, `'${letters.slice(0, -1)}'`],
            java: [`"${letters}"`, `"${letters.slice(0, -1)}"`],
            c: ['i < kinds', 'i + 1 < kinds'],
            cpp: [`"${letters}"`, `"${letters.slice(0, -1)}"`],
          },
        },
        {
          why: 'only says that a letter occurs, not how often',
          edits: {
            python: ['counts.get(letter, 0) + 1', '1'],
            javascript: ['(counts[letter] ?? 0) + 1', '1'],
            java: [
              'counts.merge(String.valueOf(letter), 1L, Long::sum)',
              'counts.put(String.valueOf(letter), 1L)',
            ],
            c: ['count++', 'count = 1'],
            cpp: ['counts[std::string(1, letter)]++', 'counts[std::string(1, letter)] = 1'],
          },
        },
        {
          why: isAnyCase ? 'leaves out the capital letters' : 'counts the capital letters too',
          edits: {
            python: isAnyCase ? ['.lower()', ''] : [`in ${name}:`, `in ${name}.lower():`],
            javascript: isAnyCase ? ['.toLowerCase()', ''] : [`of ${name})`, `of ${name}.toLowerCase())`],
            java: isAnyCase ? ['.toLowerCase()', ''] : ['.toCharArray()', '.toLowerCase().toCharArray()'],
            c: isAnyCase ? [inC, 'char letter = *at;'] : [inC, 'char letter = tolower((unsigned char)*at);'],
            cpp: isAnyCase
              ? ['std::tolower(character)', 'character']
              : ['letter = character', 'letter = std::tolower(character)'],
          },
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('an empty text', ''),
        hidden('every letter once', letters),
        hidden('every letter twice, backwards', [...letters].reverse().join('').repeat(2)),
        hidden('one letter', third),
        hidden('the last letter', `${letters.slice(-1)} ${letters.slice(-1)}`),
        hidden('only capitals', `${first}${second}`.toUpperCase()),
        hidden(
          'capitals and small ones',
          `${second}${second.toUpperCase()}-${second.toUpperCase()}${second}`,
        ),
        hidden('none of them', 'pfff, hmpf! 123'.replace(/m/g, 'd')),
        hidden('digits and signs', `4${first}! (${second})`),
        hidden('a long row', first.repeat(40)),
        hidden('some', drawn(5)),
        hidden('many', `${drawn(12)} ${drawn(9)}`),
      ],
    };
  },
};
