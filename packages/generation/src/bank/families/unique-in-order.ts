import type { CodeFamily } from '../family.ts';
import { listOf, pick, some } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'Each guest once',
    name: 'guests',
    text: 'At the door of a party every arrival was written down, and some went out and came back.',
    items: ['Ada', 'Bo', 'Chidi', 'Dina', 'Emre', 'Fay'],
  },
  {
    title: 'Each song once',
    name: 'songs',
    text: 'A radio station notes every song it plays, and it likes to repeat them.',
    items: ['Rain', 'Moon', 'Home', 'Blue', 'Run', 'Fire'],
  },
  {
    title: 'The shopping list',
    name: 'wishes',
    text: 'Everybody in a shared flat adds to the shopping list, without reading it first.',
    items: ['milk', 'tea', 'rice', 'soap', 'figs', 'salt'],
  },
] as const;

/** A list without its repeats, in the order of the first or of the last time. */
export const uniqueInOrder: CodeFamily = {
  kind: 'code',
  id: 'unique-in-order',
  words:
    'remove duplicates unique distinct repeated deduplicate set list order strings first last occurrence',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, text, items } = pick(random, STORIES);
    const isLast = difficulty !== 'EASY';
    const once = (list: string[]) =>
      list.filter((item, i) => (isLast ? list.lastIndexOf(item) : list.indexOf(item)) === i);
    const [a = '', b = '', c = '', d = ''] = some(random, items, 4);
    const list = [a, b, a, c, b];
    const drawn = (length: number) => listOf(length, () => pick(random, items));
    const kept = isLast ? 'the **last** time' : 'the **first** time';
    const inC = isLast ? 'size_t j = i + 1; j < LENGTH; j++' : 'size_t j = 0; j < i; j++';
    return {
      title,
      statement: `${text} In the list \`${name}\`, some entries stand more than once.

Return a **new** list in which every entry stands only once, in the order in which each one stands there ${kept}. The given list stays as it is.

Two entries are the same only if they are written in exactly the same way: \`"A"\` and \`"a"\` are two. The empty text is an entry as well. The list may be empty.

For \`${told(list)}\` the result is \`${told(once(list))}\`.
`,
      objectives: ['Drop repeats and keep the order'],
      tags: ['lists', 'sets'],
      hints: [
        'How do you notice that an entry has been there already?',
        isLast
          ? 'The last time is the first time when you come from the other end.'
          : 'Build the result step by step, and look into it before you add something.',
        isLast
          ? 'Keep an entry if it does not come again behind the place where it stands.'
          : 'Keep an entry if it does not stand anywhere before the place where it stands.',
      ],
      signature: { functionName: 'once', params: [{ name, type: 'list<string>' }], returns: 'list<string>' },
      solutions: {
        python: isLast
          ? `def once(${name}):
    result = []
    for entry in reversed(${name}):
        if entry not in result:
            result.append(entry)
    return result[::-1]
`
          : `def once(${name}):
    result = []
    for entry in ${name}:
        if entry not in result:
            result.append(entry)
    return result
`,
        javascript: `function once(${name}) {
  return ${name}.filter((entry, i) => ${name}.${isLast ? 'lastIndexOf' : 'indexOf'}(entry) === i);
}
`,
        java: `import java.util.*;

class Solution {
    static List<String> once(List<String> ${name}) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < ${name}.size(); i++) {
            String entry = ${name}.get(i);
            if (${name}.${isLast ? 'lastIndexOf' : 'indexOf'}(entry) == i) result.add(entry);
        }
        return result;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

string_list once(const char *const *${name}, size_t ${name}_length) {
    string_list result = {calloc(${name}_length + 1, sizeof(char *)), 0};
    for (size_t i = 0; i < ${name}_length; i++) {
        bool repeated = false;
        for (${inC.replace('LENGTH', `${name}_length`)}) {
            if (strcmp(${name}[i], ${name}[j]) == 0) repeated = true;
        }
        if (!repeated) result.items[result.length++] = ${name}[i];
    }
    return result;
}
`,
        cpp: isLast
          ? `#include <algorithm>
#include <set>
#include <string>
#include <vector>

std::vector<std::string> once(const std::vector<std::string>& ${name}) {
    std::set<std::string> seen;
    std::vector<std::string> result;
    for (auto entry = ${name}.rbegin(); entry != ${name}.rend(); ++entry) {
        if (seen.insert(*entry).second) result.push_back(*entry);
    }
    std::reverse(result.begin(), result.end());
    return result;
}
`
          : `#include <set>
#include <string>
#include <vector>

std::vector<std::string> once(const std::vector<std::string>& ${name}) {
    std::set<std::string> seen;
    std::vector<std::string> result;
    for (const auto& entry : ${name}) {
        if (seen.insert(entry).second) result.push_back(entry);
    }
    return result;
}
`,
      },
      mistakes: [
        {
          why: `keeps the ${isLast ? 'first' : 'last'} time of each`,
          edits: {
            python: isLast
              ? [`reversed(${name})`, name]
              : [
                  `        if entry not in result:\n`,
                  `        if entry in result:\n            result.remove(entry)\n        if True:\n`,
                ],
            javascript: isLast ? ['lastIndexOf', 'indexOf'] : ['indexOf', 'lastIndexOf'],
            java: isLast ? ['lastIndexOf', 'indexOf'] : ['indexOf', 'lastIndexOf'],
            c: isLast
              ? [`size_t j = i + 1; j < ${name}_length; j++`, 'size_t j = 0; j < i; j++']
              : ['size_t j = 0; j < i; j++', `size_t j = i + 1; j < ${name}_length; j++`],
            cpp: isLast
              ? ['    std::reverse(result.begin(), result.end());\n', '']
              : [
                  'if (seen.insert(entry).second) result.push_back(entry);',
                  'std::erase(result, entry);\n        result.push_back(entry);',
                ],
          },
        },
        {
          why: 'compares only neighbours',
          edits: {
            python: ['entry not in result', 'result == [] or result[-1] != entry'],
            javascript: isLast
              ? [`${name}.lastIndexOf(entry) === i`, `${name}[i + 1] !== entry`]
              : [`${name}.indexOf(entry) === i`, `${name}[i - 1] !== entry`],
            java: isLast
              ? [
                  `${name}.lastIndexOf(entry) == i`,
                  `i + 1 == ${name}.size() || !entry.equals(${name}.get(i + 1))`,
                ]
              : [`${name}.indexOf(entry) == i`, `i == 0 || !entry.equals(${name}.get(i - 1))`],
            c: isLast
              ? [`j < ${name}_length; j++`, `j < ${name}_length && j < i + 2; j++`]
              : ['size_t j = 0; j < i; j++', 'size_t j = i == 0 ? 0 : i - 1; j < i; j++'],
            cpp: isLast
              ? ['seen.insert(*entry).second', 'result.empty() || result.back() != *entry']
              : ['seen.insert(entry).second', 'result.empty() || result.back() != entry'],
          },
        },
        {
          why: 'leaves the empty text out',
          edits: {
            python: ['if entry not in result', 'if entry and entry not in result'],
            javascript: ['=== i', "=== i && entry !== ''"],
            java: ['(entry) == i', '(entry) == i && !entry.isEmpty()'],
            c: ['if (!repeated)', `if (!repeated && ${name}[i][0] != '\\0')`],
            cpp: isLast
              ? ['if (seen.insert(*entry).second)', 'if (!entry->empty() && seen.insert(*entry).second)']
              : ['if (seen.insert(entry).second)', 'if (!entry.empty() && seen.insert(entry).second)'],
          },
        },
      ],
      cases: [
        shown('as in the statement', list),
        shown('an empty list', []),
        shown('one entry', [d]),
        hidden('no repeats', [c, a, d, b]),
        hidden('all the same', [b, b, b, b]),
        hidden('neighbours', [a, a, c, c, c, b]),
        hidden('there and back', [a, b, c, d, c, b, a]),
        hidden('the first comes again at the end', [d, a, b, d]),
        hidden('small and capital letters', [a.toLowerCase(), a.toUpperCase(), a.toLowerCase()]),
        hidden('the empty text', ['', a, '', b]),
        hidden('only the empty text', ['', '']),
        hidden('blanks count', [`${a} `, a, `${a} `]),
        hidden('some', drawn(10)),
        hidden('many', [...drawn(40), 'end', ...drawn(5)]),
      ],
    };
  },
};
