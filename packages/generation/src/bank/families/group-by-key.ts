import type { CodeFamily } from '../family.ts';
import { between, listOf, pick, some } from '../pick.ts';
import { hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'Who scored what',
    keys: 'players',
    values: 'points',
    text: 'A game notes every goal: who scored it, and how many points it was worth.',
    names: ['ada', 'bo', 'cleo', 'dan', 'eve'],
  },
  {
    title: 'Parcels for each street',
    keys: 'streets',
    values: 'weights',
    text: 'A courier notes every parcel: the street it goes to, and its weight.',
    names: ['elm', 'lake', 'mill', 'oak', 'park'],
  },
  {
    title: 'The harvest',
    keys: 'beds',
    values: 'amounts',
    text: 'A gardener notes every harvest: the bed it came from, and the amount.',
    names: ['north', 'south', 'shed', 'pond', 'wall'],
  },
] as const;

/** Two lists side by side become a map from key to values, or to their sum. */
export const groupByKey: CodeFamily = {
  kind: 'code',
  id: 'group-by-key',
  words: 'group by key map dictionary dict hash lists collect values per category aggregate sum pairs',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, keys, values, text, names } = pick(random, STORIES);
    const isSum = difficulty === 'EASY';
    const least = between(random, 2, 9);
    const [a = '', b = '', c = ''] = some(random, names, 3);
    const grouped = (of: string[], numbers: number[]) => {
      const groups: Record<string, number[]> = {};
      for (const [i, key] of of.entries()) {
        const value = numbers[i] ?? 0;
        if (value >= least) groups[key] = [...(groups[key] ?? []), value];
      }
      const entries = Object.entries(groups).map(([key, list]) => [key, list] as const);
      return entries
        .map(
          ([key, list]) =>
            `${told(key)}: ${isSum ? list.reduce((sum, value) => sum + value, 0) : told(list)}`,
        )
        .join(', ');
    };
    const example = [
      [a, b, a, c],
      [least + 3, least, least + 1, least - 1],
    ] as const;
    const drawn = (length: number) =>
      [listOf(length, () => pick(random, names)), listOf(length, () => between(random, -3, 25))] as const;
    const what = isSum
      ? 'the **sum** of what belongs to it'
      : 'the **list** of what belongs to it, in the given order';
    const type = isSum ? 'long long' : 'std::vector<long long>';
    const entry = isSum ? 'int_map_entry' : 'int_list_map_entry';
    const mapType = isSum ? 'int_map' : 'int_list_map';
    return {
      title,
      statement: `${text} The lists \`${keys}\` and \`${values}\` are equally long: \`${keys}[0]\` and \`${values}[0]\` belong together, and so on.

Return a map from each of the ${keys} to ${what}. Entries with a value **below ${least}** are not taken into account: who has no other entry is not in the map at all. Keys are the same only if they are written in exactly the same way. When the lists are empty the map is empty.

For \`${told(example[0])}\` and \`${told(example[1])}\` the result is \`{${grouped([...example[0]], [...example[1]])}}\`. The order of the entries in the map does not matter.
`,
      objectives: ['Collect values by key in a map'],
      tags: ['maps', 'lists'],
      hints: [
        'Which entry of the map does each place of the two lists change?',
        'Go through the places, not through the keys: at each one you have a key and a value.',
        `The first time a key comes, the map has no entry for it yet: start with ${isSum ? '0' : 'an empty list'}. Leave out small values before that.`,
      ],
      signature: {
        functionName: 'grouped',
        params: [
          { name: keys, type: 'list<string>' },
          { name: values, type: 'list<int>' },
        ],
        returns: isSum ? 'map<string, int>' : 'map<string, list<int>>',
      },
      solutions: {
        python: `def grouped(${keys}, ${values}):
    groups = {}
    for key, value in zip(${keys}, ${values}):
        if value >= ${least}:
            ${isSum ? 'groups[key] = groups.get(key, 0) + value' : 'groups.setdefault(key, []).append(value)'}
    return groups
`,
        javascript: `function grouped(${keys}, ${values}) {
  const groups = new Map();
  for (const [i, key] of ${keys}.entries()) {
    if (${values}[i] < ${least}) continue;
    ${isSum ? `groups.set(key, (groups.get(key) ?? 0) + ${values}[i]);` : `if (!groups.has(key)) groups.set(key, []);\n    groups.get(key).push(${values}[i]);`}
  }
  return groups;
}
`,
        java: `import java.util.*;

class Solution {
    static Map<String, ${isSum ? 'Long' : 'List<Long>'}> grouped(List<String> ${keys}, long[] ${values}) {
        Map<String, ${isSum ? 'Long' : 'List<Long>'}> groups = new HashMap<>();
        for (int i = 0; i < ${values}.length; i++) {
            if (${values}[i] < ${least}) continue;
            ${isSum ? `groups.merge(${keys}.get(i), ${values}[i], Long::sum)` : `groups.computeIfAbsent(${keys}.get(i), key -> new ArrayList<>()).add(${values}[i])`};
        }
        return groups;
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

static ${entry} *entry_of(${mapType} *groups, const char *key${isSum ? '' : ', size_t room'}) {
    for (size_t i = 0; i < groups->length; i++) {
        if (strcmp(groups->entries[i].key, key) == 0) return &groups->entries[i];
    }
    ${entry} *added = &groups->entries[groups->length++];
    added->key = key;
${isSum ? '' : '    added->value.items = calloc(room, sizeof(long long));\n'}    return added;
}

${mapType} grouped(const char *const *${keys}, size_t ${keys}_length, const long long *${values}, size_t ${values}_length) {
    ${mapType} groups = {calloc(${keys}_length + 1, sizeof(${entry})), 0};
    for (size_t i = 0; i < ${values}_length; i++) {
        if (${values}[i] < ${least}) continue;
        ${entry} *entry = entry_of(&groups, ${keys}[i]${isSum ? '' : `, ${keys}_length`});
        ${isSum ? `entry->value += ${values}[i];` : `entry->value.items[entry->value.length++] = ${values}[i];`}
    }
    return groups;
}
`,
        cpp: `#include <map>
#include <string>
#include <vector>

std::map<std::string, ${type}> grouped(const std::vector<std::string>& ${keys}, const std::vector<long long>& ${values}) {
    std::map<std::string, ${type}> groups;
    for (size_t i = 0; i < ${values}.size(); i++) {
        if (${values}[i] < ${least}) continue;
        ${isSum ? `groups[${keys}[i]] += ${values}[i]` : `groups[${keys}[i]].push_back(${values}[i])`};
    }
    return groups;
}
`,
      },
      mistakes: [
        {
          why: 'keeps only the last value of each key',
          edits: isSum
            ? {
                python: ['groups.get(key, 0) + value', 'value'],
                javascript: ['(groups.get(key) ?? 0) + ', ''],
                java: [
                  `groups.merge(${keys}.get(i), ${values}[i], Long::sum)`,
                  `groups.put(${keys}.get(i), ${values}[i])`,
                ],
                c: ['entry->value +=', 'entry->value ='],
                cpp: ['+=', '='],
              }
            : {
                python: ['groups.setdefault(key, []).append(value)', 'groups[key] = [value]'],
                javascript: [`groups.get(key).push(${values}[i])`, `groups.set(key, [${values}[i]])`],
                java: [
                  `groups.computeIfAbsent(${keys}.get(i), key -> new ArrayList<>()).add(${values}[i])`,
                  `groups.put(${keys}.get(i), List.of(${values}[i]))`,
                ],
                c: [
                  `entry->value.items[entry->value.length++] = ${values}[i];`,
                  `entry->value.items[0] = ${values}[i];\n        entry->value.length = 1;`,
                ],
                cpp: [`groups[${keys}[i]].push_back(${values}[i])`, `groups[${keys}[i]] = {${values}[i]}`],
              },
        },
        {
          why: `off by one: leaves out a value of exactly ${least}`,
          edits: {
            python: [`>= ${least}`, `> ${least}`],
            javascript: [`< ${least})`, `<= ${least})`],
            java: [`< ${least})`, `<= ${least})`],
            c: [`< ${least})`, `<= ${least})`],
            cpp: [`< ${least})`, `<= ${least})`],
          },
        },
        {
          why: 'leaves nothing out',
          edits: {
            python: [`if value >= ${least}:`, 'if True:'],
            javascript: [`    if (${values}[i] < ${least}) continue;\n`, ''],
            java: [`            if (${values}[i] < ${least}) continue;\n`, ''],
            c: [`        if (${values}[i] < ${least}) continue;\n`, ''],
            cpp: [`        if (${values}[i] < ${least}) continue;\n`, ''],
          },
        },
      ],
      cases: [
        shown('as in the statement', ...example),
        shown('empty lists', [], []),
        hidden('one entry', [b], [least + 1]),
        hidden('exactly enough', [c], [least]),
        hidden('a little too small', [c], [least - 1]),
        hidden('one key only', [a, a, a], [least + 5, least + 2, least + 9]),
        hidden('each key once', [c, a, b], [least + 1, least + 2, least + 3]),
        hidden('equal values', [a, b, a, b], [least, least, least, least]),
        hidden('small ones between', [a, a, b, a], [least + 2, -5, 0, least + 4]),
        hidden('the small one comes first', [b, b], [least - 2, least + 6]),
        hidden('small and capital letters', [a, a.toUpperCase(), a], [least + 1, least + 2, least + 4]),
        hidden('the empty key', ['', a, ''], [least, least + 1, least + 2]),
        hidden('all too small', [a, b], [least - 1, -least]),
        hidden('some', ...drawn(10)),
        hidden('many', ...drawn(60)),
      ],
    };
  },
};
