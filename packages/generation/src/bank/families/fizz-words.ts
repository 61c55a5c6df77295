import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  { game: 'In a counting game', first: 'clap', second: 'stamp' },
  { game: 'On a long car ride', first: 'cow', second: 'bell' },
  { game: 'In a rhythm class', first: 'tick', second: 'boom' },
  { game: 'Round a camp fire', first: 'owl', second: 'fox' },
] as const;

/** Counting with words in place of some numbers. */
export const fizzWords: CodeFamily = {
  kind: 'code',
  id: 'fizz-words',
  words: 'fizzbuzz fizz buzz loop condition modulo divisible remainder list strings numbers counting game',
  difficulties: ['EASY'],
  make(random) {
    const { game, first, second } = pick(random, STORIES);
    const a = between(random, 2, 4);
    const b = a === 2 ? pick(random, [3, 5, 7]) : a === 3 ? pick(random, [4, 5, 7]) : pick(random, [5, 7]);
    const say = (n: number) => `${n % a === 0 ? first : ''}${n % b === 0 ? second : ''}` || String(n);
    const example = b + 1;
    return {
      title: `Count with ${first} and ${second}`,
      statement: `${game} the numbers are said one after the other, but some are replaced:

- a number that can be divided by **${a}** is replaced by \`${first}\`,
- one that can be divided by **${b}** by \`${second}\`,
- one that can be divided by both by \`${first}${second}\`.

Return the list of what is said from 1 to \`count\`, every entry a text; the other numbers are written in digits. When \`count\` is 0 the list is empty; it is never negative.

For ${example} the answer is \`${told(listOf(example, i => say(i + 1)))}\`.
`,
      objectives: ['Count with a loop', 'Choose among several conditions'],
      tags: ['loops', 'conditions'],
      hints: [
        'What do you say for a number that both rules apply to?',
        'Start with an empty text for each number, and let each rule add its word.',
        'If neither rule has added anything, the text is the number itself.',
      ],
      signature: { functionName: 'say', params: [{ name: 'count', type: 'int' }], returns: 'list<string>' },
      solutions: {
        python: `def say(count):
    said = []
    for number in range(1, count + 1):
        word = ""
        if number % ${a} == 0:
            word += "${first}"
        if number % ${b} == 0:
            word += "${second}"
        said.append(word or str(number))
    return said
`,
        javascript: `function say(count) {
  const said = [];
  for (let number = 1; number <= count; number++) {
    let word = '';
    if (number % ${a} === 0) word += '${first}';
    if (number % ${b} === 0) word += '${second}';
    said.push(word || String(number));
  }
  return said;
}
`,
        java: `import java.util.*;

class Solution {
    static List<String> say(long count) {
        List<String> said = new ArrayList<>();
        for (long number = 1; number <= count; number++) {
            String word = "";
            if (number % ${a} == 0) word += "${first}";
            if (number % ${b} == 0) word += "${second}";
            said.add(word.isEmpty() ? String.valueOf(number) : word);
        }
        return said;
    }
}
`,
        c: `#include "capsule.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

string_list say(long long count) {
    string_list said = {calloc(count + 1, sizeof(char *)), 0};
    for (long long number = 1; number <= count; number++) {
        char word[32] = "";
        if (number % ${a} == 0) strcat(word, "${first}");
        if (number % ${b} == 0) strcat(word, "${second}");
        if (word[0] == '\\0') sprintf(word, "%lld", number);
        said.items[said.length++] = strcpy(malloc(strlen(word) + 1), word);
    }
    return said;
}
`,
        cpp: `#include <string>
#include <vector>

std::vector<std::string> say(long long count) {
    std::vector<std::string> said;
    for (long long number = 1; number <= count; number++) {
        std::string word;
        if (number % ${a} == 0) word += "${first}";
        if (number % ${b} == 0) word += "${second}";
        said.push_back(word.empty() ? std::to_string(number) : word);
    }
    return said;
}
`,
      },
      mistakes: [
        {
          why: 'off by one: stops before the last number',
          edits: alike('number <= count', 'number < count', { python: ['count + 1', 'count'] }),
        },
        {
          why: 'says only one word where both belong',
          edits: alike(`if (number % ${b} == 0)`, `else if (number % ${b} == 0)`, {
            python: [`if number % ${b}`, `elif number % ${b}`],
            javascript: [`if (number % ${b} === 0)`, `else if (number % ${b} === 0)`],
          }),
        },
        {
          why: 'starts at 0',
          edits: alike('number = 1;', 'number = 0;', {
            python: ['range(1, ', 'range(0, '],
          }),
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('nothing to count', 0),
        shown('before the first word', a - 1),
        hidden('up to the first word', a),
        hidden('up to the second word', b),
        hidden('just before both', a * b - 1),
        hidden('up to both', a * b),
        hidden('just after both', a * b + 1),
        hidden('both twice', 2 * a * b),
        hidden('some', between(random, 71, 90)),
        hidden('many', between(random, 150, 200)),
      ],
    };
  },
};
