import type { CodeFamily } from '../family.ts';
import { pick, some } from '../pick.ts';
import { hidden, shown } from './shorthand.ts';

const PAIRS = ['()', '[]', '{}', '<>'] as const;
const STORIES = [
  { title: 'How deep are the boxes?', scene: 'A packing list uses brackets for boxes within boxes' },
  { title: 'Brackets in a formula', scene: 'A calculator checks the brackets of a formula before it starts' },
  {
    title: 'Nested remarks',
    scene: 'Somebody writes letters with remarks in brackets, and remarks within remarks',
  },
] as const;

/** Balanced brackets of two kinds, and how deep they are nested. */
export const nestedDepth: CodeFamily = {
  kind: 'code',
  id: 'nested-depth',
  words: 'balanced brackets parentheses stack matching nesting depth valid string push pop',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, scene } = pick(random, STORIES);
    const [one = '()', two = '[]', other = '{}'] = some(random, PAIRS, 3);
    const [a = '', b = ''] = one;
    const [c = '', d = ''] = two;
    const word = pick(random, ['tea', 'ink', 'map', 'sum']);
    const example = pick(random, [
      { text: `${a}${word}${c}x${d}${b}${a}${b}`, answer: 2 },
      { text: `${word}${c}${a}${b}${c}${a}1${b}${d}${d}`, answer: 3 },
    ]);
    return {
      title,
      statement: `${scene}. Only two kinds count: \`${a}\` with \`${b}\`, and \`${c}\` with \`${d}\`. All other characters mean nothing, other brackets included.

Write \`nested_depth\`: return how **deep** the brackets of \`text\` are nested, 0 if there are none. If they do not fit, return **-1**: one is closed that was not opened, one is closed by the other kind, or one is still open at the end.

**Example:** \`${example.text}\` gives ${example.answer}, and \`${a}${c}${b}${d}\` gives -1.
`,
      objectives: ['Remember what is open on a stack'],
      tags: ['stack', 'strings'],
      hints: [
        'When you meet a closing bracket, which of the open ones must it fit?',
        'It must fit the one opened last that is still open. A list to which you add at the end and from which you take at the end remembers that.',
        'Opening: put it on the stack and look how high the stack is. Closing: take one off, unless there is none, and compare. At the end, the stack must be empty.',
      ],
      signature: {
        functionName: 'nested_depth',
        params: [{ name: 'text', type: 'string' }],
        returns: 'int',
      },
      solutions: {
        python: `def nested_depth(text: str) -> int:
    partner = {"${b}": "${a}", "${d}": "${c}"}
    waiting = []
    deepest = 0
    for sign in text:
        if sign in partner.values():
            waiting.append(sign)
            deepest = max(deepest, len(waiting))
        elif sign in partner and (not waiting or waiting.pop() != partner[sign]):
            return -1
    return -1 if waiting else deepest
`,
        javascript: `function nested_depth(text) {
  const waiting = [];
  let deepest = 0;
  for (const sign of text) {
    if (sign === '${a}' || sign === '${c}') {
      waiting.push(sign === '${a}' ? '${b}' : '${d}');
      deepest = Math.max(deepest, waiting.length);
    } else if (sign === '${b}' || sign === '${d}') {
      if (waiting.pop() !== sign) return -1;
    }
  }
  return waiting.length === 0 ? deepest : -1;
}
`,
        java: `import java.util.*;

class Solution {
    static long nested_depth(String text) {
        Deque<Character> waiting = new ArrayDeque<>();
        long deepest = 0;
        for (char sign : text.toCharArray()) {
            if (sign == '${a}' || sign == '${c}') {
                waiting.push(sign == '${a}' ? '${b}' : '${d}');
                deepest = Math.max(deepest, waiting.size());
            } else if (sign == '${b}' || sign == '${d}') {
                if (waiting.isEmpty() || waiting.pop() != sign) return -1;
            }
        }
        return waiting.isEmpty() ? deepest : -1;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

long long nested_depth(const char *text) {
    char *waiting = malloc(strlen(text) + 1);
    long long open = 0;
    long long deepest = 0;
    bool fits = true;
    for (const char *sign = text; *sign != '\\0' && fits; sign++) {
        if (*sign == '${a}' || *sign == '${c}') {
            waiting[open++] = *sign == '${a}' ? '${b}' : '${d}';
            if (open > deepest) deepest = open;
        } else if (*sign == '${b}' || *sign == '${d}') {
            fits = open > 0 && waiting[--open] == *sign;
        }
    }
    free(waiting);
    return fits && open == 0 ? deepest : -1;
}
`,
        cpp: `#include <algorithm>
#include <cstddef>
#include <string>

long long nested_depth(const std::string& text) {
    std::string waiting;
    std::size_t deepest = 0;
    for (char sign : text) {
        if (sign == '${a}' || sign == '${c}') {
            waiting.push_back(sign == '${a}' ? '${b}' : '${d}');
            deepest = std::max(deepest, waiting.size());
        } else if (sign == '${b}' || sign == '${d}') {
            if (waiting.empty() || waiting.back() != sign) return -1;
            waiting.pop_back();
        }
    }
    return waiting.empty() ? (long long)deepest : -1;
}
`,
      },
      mistakes: [
        {
          why: 'forgets what is still open at the end',
          edits: {
            python: ['return -1 if waiting else deepest', 'return deepest'],
            javascript: ['waiting.length === 0 ? deepest : -1', 'deepest'],
            java: ['waiting.isEmpty() ? deepest : -1', 'deepest'],
            c: ['fits && open == 0 ?', 'fits ?'],
            cpp: ['waiting.empty() ? (long long)deepest : -1', '(long long)deepest'],
          },
        },
        {
          why: 'lets the other kind close it',
          edits: {
            python: ['waiting.pop() != partner[sign]', 'not waiting.pop()'],
            javascript: ['waiting.pop() !== sign', 'waiting.pop() === undefined'],
            java: ['waiting.pop() != sign', 'waiting.pop() == null'],
            c: ['waiting[--open] == *sign', 'open-- > 0'],
            cpp: ['waiting.empty() || waiting.back() != sign', 'waiting.empty()'],
          },
        },
        {
          why: 'tells how deep it is at the end, not how deep it was',
          edits: {
            python: ['max(deepest, len(waiting))', 'len(waiting) - 1'],
            javascript: ['Math.max(deepest, waiting.length)', 'waiting.length - 1'],
            java: ['Math.max(deepest, waiting.size())', 'waiting.size() - 1'],
            c: ['if (open > deepest) deepest = open', 'deepest = open - 1'],
            cpp: ['std::max(deepest, waiting.size())', 'waiting.size() - 1'],
          },
        },
      ],
      cases: [
        shown('as in the statement', example.text),
        shown('crossed', `${a}${c}${b}${d}`),
        shown('nothing', ''),
        hidden('no brackets', `${word} and ${word}`),
        hidden('other brackets mean nothing', `${other}${a}${other[1]}${b}${other[0]}`),
        hidden('one pair', `${a}${b}`),
        hidden('one after the other', `${a}${b}${c}${d}${a}x${b}`),
        hidden('deep first, flat later', `${c}${a}${c}${d}${b}${d}${a}${b}`),
        hidden('never closed', `${a}${a}${b}`),
        hidden('only opened', `${word}${c}`),
        hidden('only closed', `${b}`),
        hidden('closed too often', `${a}${b}${b}${a}`),
        hidden('closed by the other kind', `${c}${b}`),
        hidden('the other kind at the end', `${a}${c}${d}${d}`),
        hidden('the wrong way round', `${d}${c}`),
        hidden('very deep', `${a.repeat(30)}${c.repeat(20)}${d.repeat(20)}${b.repeat(30)}`),
      ],
    };
  },
};
