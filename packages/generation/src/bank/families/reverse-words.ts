import type { CodeFamily } from '../family.ts';
import { between, listOf, pick, some } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  { title: 'The wizard speaks backwards', name: 'spell', text: 'A wizard hides spells from curious pupils.' },
  { title: 'A riddle on a wall', name: 'riddle', text: 'On the wall of an old house stands a riddle.' },
  { title: 'The parrot', name: 'sentence', text: 'A parrot repeats sentences, but in its own way.' },
] as const;
const WORDS = 'green sun up with the dragon loud a bread stone moonlight on early two market so'.split(' ');

/** The words of a text in the other order, or long ones turned round in their places. */
export const reverseWords: CodeFamily = {
  kind: 'code',
  id: 'reverse-words',
  words: 'reverse words string text split join sentence backwards order turn around characters long words',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, text } = pick(random, STORIES);
    const isOrder = difficulty === 'EASY';
    const least = between(random, 3, 5);
    const join = isOrder ? ' ' : pick(random, [' ', '-']);
    const turned = (from: string) =>
      isOrder
        ? from.split(join).reverse().join(join)
        : from
            .split(join)
            .map(word => (word.length >= least ? [...word].reverse().join('') : word))
            .join(join);
    const drawn = (length: number) => listOf(length, () => pick(random, WORDS)).join(join);
    const example = some(random, ['moonlight', 'up', 'bread', 'a', 'so', 'green', 'dragon'], 5).join(join);
    const sample = [...'abcdefgh'];
    const exactly = (length: number) => sample.slice(0, length).join('');
    const sign = join === ' ' ? 'blank' : 'hyphen (`-`)';
    const rule = isOrder
      ? 'Return the text with its **words in reverse order**: the last one comes first. The words themselves stay as they are.'
      : `Return the text with every word of **at least ${least} characters** turned round, from its last character to its first. Shorter words stay as they are, and every word keeps its place.`;
    return {
      title,
      statement: `${text} In \`${name}\`, words are separated by **one ${sign}** each; there is none at the start or the end. Everything else belongs to a word.

${rule} The text consists of plain ASCII characters. An empty text stays empty.

For \`${told(example)}\` the result is \`${told(turned(example))}\`.
`,
      objectives: ['Take a text apart into words, and put it together again'],
      tags: ['strings', 'lists'],
      hints: [
        'Can you take the text apart where the words meet?',
        isOrder
          ? 'With a list of words, the task is about the order of a list.'
          : 'With a list of words, look at each one on its own: how long is it?',
        isOrder
          ? `Put the words together again, with one ${sign} between them: there is one fewer than words.`
          : `A word of exactly ${least} characters is turned round, too. Put the words together again in the same order.`,
      ],
      signature: { functionName: 'turned', params: [{ name, type: 'string' }], returns: 'string' },
      solutions: {
        python: isOrder
          ? `def turned(${name}):
    words = ${name}.split(" ")
    return " ".join(reversed(words))
`
          : `def turned(${name}):
    words = ${name}.split("${join}")
    return "${join}".join(word[::-1] if len(word) >= ${least} else word for word in words)
`,
        javascript: isOrder
          ? `function turned(${name}) {
  return ${name}.split(' ').reverse().join(' ');
}
`
          : `function turned(${name}) {
  const words = ${name}.split('${join}');
  return words.map(word => (word.length >= ${least} ? [...word].reverse().join('') : word)).join('${join}');
}
`,
        java: isOrder
          ? `import java.util.*;

class Solution {
    static String turned(String ${name}) {
        List<String> words = Arrays.asList(${name}.split(" "));
        Collections.reverse(words);
        return String.join(" ", words);
    }
}
`
          : `class Solution {
    static String turned(String ${name}) {
        String[] words = ${name}.split("${join}");
        for (int i = 0; i < words.length; i++) {
            if (words[i].length() >= ${least}) words[i] = new StringBuilder(words[i]).reverse().toString();
        }
        return String.join("${join}", words);
    }
}
`,
        c: isOrder
          ? `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

const char *turned(const char *${name}) {
    size_t length = strlen(${name});
    char *result = calloc(length + 1, 1);
    char *to = result + length;
    const char *word = ${name};
    while (*word != '\\0') {
        size_t size = strcspn(word, " ");
        to -= size;
        memcpy(to, word, size);
        word += size;
        if (*word == ' ') {
            *--to = ' ';
            word++;
        }
    }
    return result;
}
`
          : `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

const char *turned(const char *${name}) {
    char *result = strcpy(malloc(strlen(${name}) + 1), ${name});
    size_t start = 0;
    while (${name}[start] != '\\0') {
        size_t size = strcspn(${name} + start, "${join}");
        for (size_t i = 0; size >= ${least} && i < size; i++) {
            result[start + i] = ${name}[start + size - 1 - i];
        }
        start += size;
        if (${name}[start] == '${join}') start++;
    }
    return result;
}
`,
        cpp: isOrder
          ? `#include <sstream>
#include <string>

std::string turned(const std::string& ${name}) {
    std::istringstream words(${name});
    std::string word;
    std::string result;
    while (words >> word) {
        result = result.empty() ? word : word + " " + result;
    }
    return result;
}
`
          : `#include <algorithm>
#include <string>

std::string turned(std::string ${name}) {
    auto start = ${name}.begin();
    while (start != ${name}.end()) {
        auto end = std::find(start, ${name}.end(), '${join}');
        if (end - start >= ${least}) std::reverse(start, end);
        start = end == ${name}.end() ? end : end + 1;
    }
    return ${name};
}
`,
      },
      mistakes: [
        {
          why: isOrder
            ? 'turns the whole text round, letter by letter'
            : 'off by one: only turns longer words',
          edits: isOrder
            ? {
                python: ['" ".join(reversed(words))', `${name}[::-1]`],
                javascript: [".split(' ').reverse().join(' ')", ".split('').reverse().join('')"],
                java: [
                  'return String.join(" ", words);',
                  `return new StringBuilder(${name}).reverse().toString();`,
                ],
                c: [
                  'memcpy(to, word, size);',
                  'for (size_t i = 0; i < size; i++) to[i] = word[size - 1 - i];',
                ],
                cpp: ['    return result;\n', `    return std::string(${name}.rbegin(), ${name}.rend());\n`],
              }
            : {
                python: [`>= ${least}`, `> ${least}`],
                javascript: [`>= ${least}`, `> ${least}`],
                java: [`>= ${least}`, `> ${least}`],
                c: [`>= ${least}`, `> ${least}`],
                cpp: [`>= ${least}`, `> ${least}`],
              },
        },
        {
          why: isOrder ? 'puts no blank between the words' : 'turns every word round',
          edits: isOrder
            ? {
                python: ['" ".join', '"".join'],
                javascript: [".join(' ')", ".join('')"],
                java: ['String.join(" ", words)', 'String.join("", words)'],
                c: ["*--to = ' ';", ''],
                cpp: ['word + " " + result', 'word + result'],
              }
            : {
                python: [`word[::-1] if len(word) >= ${least} else word`, 'word[::-1]'],
                javascript: [`word.length >= ${least} ?`, 'word.length > 0 ?'],
                java: [`>= ${least}`, '>= 0'],
                c: [`size >= ${least} && `, ''],
                cpp: [`if (end - start >= ${least}) `, ''],
              },
        },
        {
          why: isOrder ? 'leaves the last word out' : 'turns the order of the words round, too',
          edits: isOrder
            ? {
                python: ['reversed(words)', 'reversed(words[:-1])'],
                javascript: ['.reverse()', '.slice(0, -1).reverse()'],
                java: ['String.join(" ", words)', 'String.join(" ", words.subList(1, words.size()))'],
                c: [
                  'return result',
                  'size_t skip = strcspn(result, " ");\n    return result + skip + (result[skip] == \' \')',
                ],
                cpp: [
                  '    return result;\n',
                  '    return result.size() == word.size() ? "" : result.substr(word.size() + 1);\n',
                ],
              }
            : {
                python: ['in words)', 'in reversed(words))'],
                javascript: ['words.map', 'words.reverse().map'],
                java: [
                  `return String.join("${join}", words);`,
                  `java.util.Collections.reverse(java.util.Arrays.asList(words));\n        return String.join("${join}", words);`,
                ],
                c: [
                  'return result',
                  `size_t last = strlen(result);\n    while (last > 0 && result[last - 1] != '${join}') last--;\n    return result + last`,
                ],
                cpp: [
                  `return ${name};`,
                  `std::reverse(${name}.begin(), ${name}.end());\n    return ${name};`,
                ],
              },
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('an empty text', ''),
        shown('one word', 'dragon'),
        hidden('one letter', 'a'),
        hidden('two words', `green${join}bread`),
        hidden('exactly long enough', [exactly(least), exactly(least - 1), exactly(least + 1)].join(join)),
        hidden('just too short', exactly(least - 1)),
        hidden('equal words', `bread${join}bread${join}so`),
        hidden('single letters', [...'abcd'].join(join)),
        hidden('punctuation belongs to a word', `early,${join}green!`),
        hidden('capital letters', `The${join}Dragon${join}ROARS`),
        hidden('some', drawn(9)),
        hidden('many', drawn(50)),
      ],
    };
  },
};
