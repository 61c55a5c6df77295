import type { CodeFamily } from '../family.ts';
import { listOf, pick, shuffled, some } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'Letters for the shop window',
    have: 'box',
    want: 'sign',
    text: 'A shop keeps wooden letters in a box and wants to put a sign together.',
  },
  {
    title: 'Magnets on the fridge',
    have: 'magnets',
    want: 'note',
    text: 'On the fridge hang letter magnets, and somebody wants to leave a note with them.',
  },
  {
    title: 'The old cinema',
    have: 'stock',
    want: 'title',
    text: 'Above the door of an old cinema, the title of the film is put together from letters in stock.',
  },
] as const;

/** Whether one text has the letters of another: exactly those, or at least those. */
export const sameLetters: CodeFamily = {
  kind: 'code',
  id: 'same-letters',
  words:
    'anagram letters count characters compare strings sort map dictionary frequency enough rearrange words',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, have, want, text } = pick(random, STORIES);
    const isExact = difficulty === 'EASY';
    const call = isExact ? 'same' : 'enough';
    const [a = 'a', b = 'b', c = 'c', d = 'd'] = shuffled(random, [...'aeilmnorst']);
    const mixed = (from: string) => shuffled(random, [...from]).join('');
    const word = `${a}${b}${c}${a}`;
    const drawn = (length: number) => listOf(length, () => pick(random, [...'aeilmnorst'])).join('');
    const long = drawn(40);
    const [most = 'q'] = some(random, [...'qwxyz'], 1);
    const rule = isExact
      ? `Return whether \`${want}\` uses **exactly** the letters in \`${have}\`, each as often as it is there, in any order: none may be missing, and none may be left over.`
      : `Return whether \`${have}\` has **enough letters** for \`${want}\`: each letter has to be there at least as often as it is needed. Letters may be left over.`;
    const [given, wanted] = isExact
      ? [`${a}${b}${c}${a}`, `${c}${a}${a}${b}`]
      : [`${b}${a}${d}${a}${c}`, `${a}${c}${a}`];
    const given2 = isExact ? `${a}${b}${c}` : `${b}${a}${d}${c}`;
    const fault = isExact
      ? 'is there more often or less often than it is needed'
      : 'is needed more often than it is there';
    return {
      title,
      statement: `${text} Both are texts of the small letters \`a\` to \`z\`${isExact ? '' : ' and blanks'}.

${rule} ${isExact ? 'Two empty texts have the same letters.' : 'Blanks cost nothing: ignore them in both texts. An empty text needs no letters.'}

With \`${have}\` = \`${told(given)}\` and \`${want}\` = \`${told(wanted)}\` the answer is \`true\`. With \`${told(given2)}\` instead it is \`false\`: ${isExact ? `\`${a}\` is needed twice` : `there is only one \`${a}\``}.
`,
      objectives: ['Count the letters of a text', 'Compare two counts'],
      tags: ['strings', 'counting'],
      hints: [
        'The order of the letters does not matter. What does?',
        'Count how often each letter is there, and how often it is needed.',
        `The answer is false as soon as one letter ${fault}. Look at all 26 of them, or at those that are needed${isExact ? ' and those that are there' : ''}.`,
      ],
      signature: {
        functionName: call,
        params: [
          { name: have, type: 'string' },
          { name: want, type: 'string' },
        ],
        returns: 'bool',
      },
      solutions: {
        python: isExact
          ? `def ${call}(${have}, ${want}):
    return sorted(${have}) == sorted(${want})
`
          : `def ${call}(${have}, ${want}):
    needed = ${want}.replace(" ", "")
    return all(${have}.count(letter) >= needed.count(letter) for letter in needed)
`,
        javascript: isExact
          ? `function ${call}(${have}, ${want}) {
  const sorted = text => [...text].sort().join('');
  return sorted(${have}) === sorted(${want});
}
`
          : `function ${call}(${have}, ${want}) {
  const counts = new Map();
  for (const letter of ${have}) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  for (const letter of ${want}) {
    if (letter === ' ') continue;
    const left = counts.get(letter) ?? 0;
    if (left === 0) return false;
    counts.set(letter, left - 1);
  }
  return true;
}
`,
        java: isExact
          ? `import java.util.Arrays;

class Solution {
    static boolean ${call}(String ${have}, String ${want}) {
        char[] there = ${have}.toCharArray();
        char[] needed = ${want}.toCharArray();
        Arrays.sort(there);
        Arrays.sort(needed);
        return Arrays.equals(there, needed);
    }
}
`
          : `class Solution {
    static boolean ${call}(String ${have}, String ${want}) {
        int[] counts = new int[128];
        for (char letter : ${have}.toCharArray()) {
            counts[letter]++;
        }
        for (char letter : ${want}.toCharArray()) {
            if (letter == ' ') continue;
            if (counts[letter] == 0) return false;
            counts[letter]--;
        }
        return true;
    }
}
`,
        c: isExact
          ? `#include "capsule.h"

bool ${call}(const char *${have}, const char *${want}) {
    int counts[256] = {0};
    for (const char *at = ${have}; *at != '\\0'; at++) counts[(unsigned char)*at]++;
    for (const char *at = ${want}; *at != '\\0'; at++) counts[(unsigned char)*at]--;
    for (int letter = 'a'; letter <= 'z'; letter++) {
        if (counts[letter] != 0) return false;
    }
    return true;
}
`
          : `#include "capsule.h"

bool ${call}(const char *${have}, const char *${want}) {
    int counts[256] = {0};
    for (const char *at = ${have}; *at != '\\0'; at++) counts[(unsigned char)*at]++;
    for (const char *at = ${want}; *at != '\\0'; at++) {
        if (*at == ' ') continue;
        if (counts[(unsigned char)*at] == 0) return false;
        counts[(unsigned char)*at]--;
    }
    return true;
}
`,
        cpp: isExact
          ? `#include <algorithm>
#include <string>

bool ${call}(std::string ${have}, std::string ${want}) {
    std::sort(${have}.begin(), ${have}.end());
    std::sort(${want}.begin(), ${want}.end());
    return ${have} == ${want};
}
`
          : `#include <map>
#include <string>

bool ${call}(const std::string& ${have}, const std::string& ${want}) {
    std::map<char, int> counts;
    for (char letter : ${have}) counts[letter]++;
    for (char letter : ${want}) {
        if (letter == ' ') continue;
        if (counts[letter] == 0) return false;
        counts[letter]--;
    }
    return true;
}
`,
      },
      mistakes: [
        isExact
          ? {
              why: 'only looks at which letters there are, not at how often',
              edits: {
                python: [`sorted(${have}) == sorted(${want})`, `set(${have}) == set(${want})`] as const,
                javascript: ['[...text]', '[...new Set(text)]'] as const,
                java: [
                  'return Arrays.equals(there, needed);',
                  `return ${have}.chars().boxed().collect(java.util.stream.Collectors.toSet()).equals(${want}.chars().boxed().collect(java.util.stream.Collectors.toSet()));`,
                ] as const,
                c: ['counts[(unsigned char)*at]--', 'counts[(unsigned char)*at] = 0'] as const,
                cpp: [
                  `return ${have} == ${want};`,
                  `${have}.erase(std::unique(${have}.begin(), ${have}.end()), ${have}.end());\n    ${want}.erase(std::unique(${want}.begin(), ${want}.end()), ${want}.end());\n    return ${have} == ${want};`,
                ] as const,
              },
            }
          : {
              why: 'uses the same letter again and again',
              edits: {
                python: [`${have}.count(letter) >= needed.count(letter)`, `letter in ${have}`] as const,
                javascript: ['counts.set(letter, left - 1)', 'counts.set(letter, left)'] as const,
                java: ['            counts[letter]--;\n', ''] as const,
                c: ['        counts[(unsigned char)*at]--;\n', ''] as const,
                cpp: ['        counts[letter]--;\n', ''] as const,
              },
            },
        isExact
          ? {
              why: 'only compares the lengths',
              edits: {
                python: [`sorted(${have}) == sorted(${want})`, `len(${have}) == len(${want})`] as const,
                javascript: ["[...text].sort().join('')", 'text.length'] as const,
                java: ['Arrays.equals(there, needed)', 'there.length == needed.length'] as const,
                c: [
                  `    for (int letter = 'a'; letter <= 'z'; letter++) {\n        if (counts[letter] != 0) return false;\n    }\n    return true;`,
                  `    int sum = 0;\n    for (int letter = 'a'; letter <= 'z'; letter++) sum += counts[letter];\n    return sum == 0;`,
                ] as const,
                cpp: [`${have} == ${want}`, `${have}.size() == ${want}.size()`] as const,
              },
            }
          : {
              why: 'off by one: allows one letter too many',
              edits: {
                python: ['>= needed', '>= -1 + needed'] as const,
                javascript: ['left === 0', 'left < 0'] as const,
                java: ['counts[letter] == 0', 'counts[letter] < 0'] as const,
                c: ['counts[(unsigned char)*at] == 0', 'counts[(unsigned char)*at] < 0'] as const,
                cpp: ['counts[letter] == 0', 'counts[letter] < 0'] as const,
              },
            },
        {
          why: isExact ? 'compares the texts as they stand' : 'counts blanks as letters',
          edits: isExact
            ? {
                python: [`sorted(${have}) == sorted(${want})`, `${have} == ${want}`],
                javascript: ['.sort()', ''],
                java: ['        Arrays.sort(there);\n        Arrays.sort(needed);\n', ''],
                c: [
                  'int counts[256] = {0};',
                  `int counts[256] = {0};\n    for (size_t i = 0; ${have}[i] != '\\0'; i++) if (${have}[i] != ${want}[i]) return false;`,
                ],
                cpp: [`    std::sort(${have}.begin(), ${have}.end());\n`, ''],
              }
            : {
                python: ['.replace(" ", "")', ''],
                javascript: ["    if (letter === ' ') continue;\n", ''],
                java: ["            if (letter == ' ') continue;\n", ''],
                c: ["        if (*at == ' ') continue;\n", ''],
                cpp: ["        if (letter == ' ') continue;\n", ''],
              },
        },
      ],
      cases: [
        shown('as in the statement', given, wanted),
        shown('the other one', given2, wanted),
        shown('both empty', '', ''),
        hidden('nothing there', '', a),
        hidden('nothing needed', a, ''),
        hidden('the same text', word, word),
        hidden('backwards', `${a}${b}${c}${d}`, `${d}${c}${b}${a}`),
        hidden('one letter differs', `${a}${b}${c}`, `${a}${b}${d}`),
        hidden('one letter too many is needed', `${b}${a}`, `${a}${a}${b}`),
        hidden('another letter twice', `${a}${a}${b}${c}`, `${a}${b}${b}${c}`),
        hidden('one letter is left over', `${a}${b}${c}${c}`, `${c}${b}${a}`),
        hidden('a rare letter', `${word}`, `${a}${b}${c}${most}`),
        hidden('the first and the last of the alphabet', `${isExact ? '' : 'm'}za`, 'az'),
        ...(isExact
          ? [hidden('one z too many', 'azz', 'az')]
          : [
              hidden('blanks in what is needed', `${a}${b}${c}`, `${c} ${b}  ${a}`),
              hidden('blanks in what is there', `${a} ${b} `, `${b}${a}`),
              hidden('only blanks', a, '   '),
            ]),
        hidden('many', long, mixed(long)),
        hidden('many, and one more', long, `${mixed(long)}${a}`),
      ],
    };
  },
};
