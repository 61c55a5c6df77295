import type { CodeFamily } from '../family.ts';
import { listOf, pick } from '../pick.ts';
import { alike, hidden, shown } from './shorthand.ts';

const STORIES = [
  {
    title: 'Ways through the maze garden',
    scene: 'a garden',
    blocked: 'a hedge',
    start: 'the gate',
    end: 'the pond',
  },
  {
    title: 'Ways down the slope',
    scene: 'a ski slope',
    blocked: 'a rock',
    start: 'the lift',
    end: 'the hut',
  },
  { title: 'Ways over the marsh', scene: 'a marsh', blocked: 'water', start: 'the road', end: 'the tower' },
] as const;

function pathsThrough(rows: readonly string[], wall: string, y = 0, x = 0): number {
  const field = rows[y]?.[x];
  if (field === undefined || field === wall) return 0;
  if (y === rows.length - 1 && x === (rows[y]?.length ?? 0) - 1) return 1;
  return pathsThrough(rows, wall, y + 1, x) + pathsThrough(rows, wall, y, x + 1);
}

/** How many ways lead through a grid with blocked fields, to the right and down only. */
export const gridPaths: CodeFamily = {
  kind: 'code',
  id: 'grid-paths',
  words: 'grid paths obstacles dynamic programming count ways unique paths matrix map robot right down walls',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, scene, blocked, start, end } = pick(random, STORIES);
    const wall = pick(random, ['#', 'x', '~', '^', 'o']);
    // Written with #, whatever stands for it in the end.
    const drawn = (text: string) => text.replaceAll('#', wall).split('/');
    const example = drawn(
      pick(random, ['..#./..../#...', '.#../..../.#..', '..../.##./....', '.../.#./...']),
    );
    const some = (height: number, width: number, share: number) =>
      listOf(height, y =>
        listOf(width, x => (x + y > 1 && x + y < height + width - 3 && random() < share ? wall : '.')).join(
          '',
        ),
      );
    return {
      title,
      statement: `\`rows\` is a map of ${scene}, one text for each row, all of the same length: \`.\` is free and \`${wall}\` is ${blocked}, where nobody can go. ${start[0]?.toUpperCase()}${start.slice(1)} is at the **upper left** field, ${end} at the **lower right** one.

Write \`count_paths\`: return **how many ways** lead from ${start} to ${end} if every step goes one field **to the right or down**. If one of those two fields is blocked, or no way leads through, the answer is 0; an empty map has none, either. On a map of a single free field there is one way: to stay. The answer fits into 53 bits.

**Example:** there are ${pathsThrough(example, wall)} ways through

${example.map(row => `    ${row}`).join('\n')}
`,
      objectives: ['Count ways by adding up those of the fields before'],
      tags: ['grids', 'dynamic programming'],
      hints: [
        'From which fields can somebody step onto a given field?',
        'The number of ways to a field is the sum of those to the field above and to the field on its left; for a blocked field it is 0.',
        'A single row of numbers is enough: it holds the ways to the row above until you overwrite it, field by field, from the left. Start with 1 for the first field.',
      ],
      signature: {
        functionName: 'count_paths',
        params: [{ name: 'rows', type: 'list<string>' }],
        returns: 'int',
      },
      solutions: {
        python: `def count_paths(rows: list[str]) -> int:
    if not rows:
        return 0
    ways = [1] + [0] * (len(rows[0]) - 1)
    for row in rows:
        for x, field in enumerate(row):
            if field == "${wall}":
                ways[x] = 0
            elif x > 0:
                ways[x] += ways[x - 1]
    return ways[-1]
`,
        javascript: `function count_paths(rows) {
  if (rows.length === 0) return 0;
  const ways = [...rows[0]].map((_, x) => (x === 0 ? 1 : 0));
  for (const row of rows) {
    for (let x = 0; x < row.length; x++) {
      if (row[x] === '${wall}') ways[x] = 0;
      else if (x > 0) ways[x] += ways[x - 1];
    }
  }
  return ways.at(-1);
}
`,
        java: `import java.util.*;

class Solution {
    static long count_paths(List<String> rows) {
        if (rows.isEmpty()) return 0;
        long[] ways = new long[rows.get(0).length()];
        ways[0] = 1;
        for (String row : rows) {
            for (int x = 0; x < ways.length; x++) {
                if (row.charAt(x) == '${wall}') ways[x] = 0;
                else if (x > 0) ways[x] += ways[x - 1];
            }
        }
        return ways[ways.length - 1];
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

long long count_paths(const char *const *rows, size_t rows_length) {
    if (rows_length == 0) return 0;
    size_t width = strlen(rows[0]);
    long long *ways = calloc(width, sizeof *ways);
    ways[0] = 1;
    for (size_t y = 0; y < rows_length; y++) {
        for (size_t x = 0; x < width; x++) {
            if (rows[y][x] == '${wall}') ways[x] = 0;
            else if (x > 0) ways[x] += ways[x - 1];
        }
    }
    long long answer = ways[width - 1];
    free(ways);
    return answer;
}
`,
        cpp: `#include <cstddef>
#include <string>
#include <vector>

long long count_paths(const std::vector<std::string>& rows) {
    if (rows.empty()) return 0;
    std::vector<long long> ways(rows[0].size());
    ways[0] = 1;
    for (const std::string& row : rows) {
        for (std::size_t x = 0; x < row.size(); x++) {
            if (row[x] == '${wall}') ways[x] = 0;
            else if (x > 0) ways[x] += ways[x - 1];
        }
    }
    return ways.back();
}
`,
      },
      mistakes: [
        { why: 'goes down through blocked fields', edits: alike('ways[x] = 0', 'ways[x] += 0') },
        {
          why: 'forgets the ways from above',
          edits: alike('ways[x] += ways[x - 1]', 'ways[x] = ways[x - 1]'),
        },
        {
          why: 'off by one: leaves out the second column',
          edits: alike('x > 0', 'x > 1'),
        },
      ],
      cases: [
        shown('as in the statement', example),
        shown('nothing blocked', drawn('.../.../...')),
        shown('an empty map', []),
        hidden('a single free field', ['.']),
        hidden('a single blocked field', [wall]),
        hidden('one row', drawn('.....')),
        hidden('one row, blocked', drawn('..#..')),
        hidden('one column', drawn('././.')),
        hidden('one column, blocked', drawn('./#/.')),
        hidden('the start is blocked', drawn('#../.../...')),
        hidden('the end is blocked', drawn('.../.../..#')),
        hidden('a wall across', drawn('..../####/....')),
        hidden('a wall with a gap', drawn('..../##.#/....')),
        hidden('only upwards there would be a way', drawn('.#.../.#.#./...#.')),
        hidden('two columns', drawn('../../#./..')),
        hidden('some', some(5, 6, 0.3)),
        hidden('large', some(20, 16, 0.1)),
      ],
    };
  },
};
