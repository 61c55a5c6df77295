import type { CodeFamily } from '../family.ts';
import { listOf, pick, some } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const WORDS =
  'at sun tree apple orange a light by stone harbour winter bread to window cat spring or field'.split(' ');
const STORIES = [
  { title: 'The longest word', text: 'A sign painter asks how wide the board must be.', name: 'message' },
  {
    title: 'The longest line to carve',
    text: 'A stone mason charges by the longest word of an inscription.',
    name: 'inscription',
  },
  {
    title: 'The longest tag',
    text: 'Somebody typed the tags of a photo into one field, with blanks in between.',
    name: 'tags',
  },
] as const;

/** The longest word of a text; of equally long ones the first or the last. */
export const longestWord: CodeFamily = {
  kind: 'code',
  id: 'longest-word',
  words: 'longest word string text split words maximum length blanks spaces sentence loop',
  difficulties: ['EASY'],
  make(random) {
    const { title, text, name } = pick(random, STORIES);
    const isFirst = random() < 0.5;
    const sign = isFirst ? '>' : '>=';
    const other = isFirst ? '>=' : '>';
    const longest = (words: string[]) =>
      words.reduce(
        (best, word) =>
          word.length > best.length || (!isFirst && word.length === best.length) ? word : best,
        '',
      );
    const example = ['river', ...some(random, ['oak', 'hill', 'moon', 'fog'], 2), 'cloud', 'sea'];
    const sentence = (length: number) => listOf(length, () => pick(random, WORDS)).join(' ');
    return {
      title,
      statement: `${text} Return the **longest word** of \`${name}\`. Of several that are equally long, take the **${isFirst ? 'first' : 'last'}** one.

A word is what stands between blanks; there may be several blanks in a row, and blanks at the start and the end. Everything that is no blank belongs to a word, punctuation too. Without any word the answer is an empty text.

The text consists of plain ASCII characters; of white space only the blank occurs.

For \`${told(example.join(' '))}\` the answer is \`${told(longest(example))}\`.
`,
      objectives: ['Split a text into words', 'Find the best item of a list'],
      tags: ['strings', 'loops'],
      hints: [
        'How do you get at the words one after the other? Most languages have something for that.',
        'Remember the longest word so far; it is empty at the beginning.',
        `When a word is exactly as long as the longest so far, ${isFirst ? 'keep the old one' : 'take the new one'}.`,
      ],
      signature: { functionName: 'longest', params: [{ name, type: 'string' }], returns: 'string' },
      solutions: {
        python: `def longest(${name}):
    best = ""
    for word in ${name}.split():
        if len(word) ${sign} len(best):
            best = word
    return best
`,
        javascript: `function longest(${name}) {
  let best = '';
  for (const word of ${name}.split(' ')) {
    if (word.length ${sign} best.length) best = word;
  }
  return best;
}
`,
        java: `class Solution {
    static String longest(String ${name}) {
        String best = "";
        for (String word : ${name}.split(" ")) {
            if (word.length() ${sign} best.length()) best = word;
        }
        return best;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

const char *longest(const char *${name}) {
    const char *best = ${name};
    size_t best_length = 0;
    const char *start = ${name};
    while (*start != '\\0') {
        size_t length = strcspn(start, " ");
        if (length ${sign} best_length) {
            best = start;
            best_length = length;
        }
        start += length;
        start += strspn(start, " ");
    }
    char *word = calloc(best_length + 1, 1);
    return memcpy(word, best, best_length);
}
`,
        cpp: `#include <sstream>
#include <string>

std::string longest(const std::string& ${name}) {
    std::istringstream words(${name});
    std::string best;
    std::string word;
    while (words >> word) {
        if (word.size() ${sign} best.size()) best = word;
    }
    return best;
}
`,
      },
      mistakes: [
        {
          why: `takes the ${isFirst ? 'last' : 'first'} of equally long words`,
          edits: {
            python: [`len(word) ${sign} len(best)`, `len(word) ${other} len(best)`],
            javascript: [`word.length ${sign} best`, `word.length ${other} best`],
            java: [`length() ${sign} best`, `length() ${other} best`],
            c: [`length ${sign} best_length`, `length ${other} best_length`],
            cpp: [`size() ${sign} best`, `size() ${other} best`],
          },
        },
        {
          why: 'finds the shortest',
          edits: {
            python: [`len(word) ${sign} len(best)`, 'best == "" or len(word) < len(best)'],
            javascript: [`word.length ${sign} best.length`, "best === '' || word.length < best.length"],
            java: [`word.length() ${sign} best.length()`, 'best.isEmpty() || word.length() < best.length()'],
            c: [`length ${sign} best_length`, 'best_length == 0 || length < best_length'],
            cpp: [`word.size() ${sign} best.size()`, 'best.empty() || word.size() < best.size()'],
          },
        },
        {
          why: 'forgets the first word',
          edits: {
            python: ['.split()', '.split()[1:]'],
            javascript: [".split(' ')", ".trim().split(' ').slice(1)"],
            java: [`${name}.split(" ")`, `${name}.trim().replaceFirst("[^ ]* *", "").split(" ")`],
            c: [
              `const char *start = ${name};`,
              `const char *start = ${name} + strcspn(${name}, " ");\n    start += strspn(start, " ");`,
            ],
            cpp: ['std::string word;', 'std::string word;\n    words >> word;'],
          },
        },
      ],
      cases: [
        shown('as in the statement', example.join(' ')),
        shown('an empty text', ''),
        shown('blanks all round', '  one   three  two '),
        hidden('one word', pick(random, WORDS)),
        hidden('only blanks', '   '),
        hidden('the first is the longest', `harbours ${sentence(5)}`),
        hidden('the last is the longest', `${sentence(5)} harbours`),
        hidden('all equally long', 'ab cd ef gh'),
        hidden('two share the lead', 'a lemon and a melon in it'),
        hidden('punctuation belongs to it', 'fine, thanks!'),
        hidden('shorter and shorter', 'abcd abc ab a'),
        hidden('longer and longer', 'a ab abc abcd'),
        hidden('some', sentence(12)),
        hidden('many', sentence(60)),
      ],
    };
  },
};
