import type { CodeFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { alike, hidden, shown } from './shorthand.ts';

const STORIES = [
  { title: 'The last one in the circle', who: 'children', scene: 'a counting-out rhyme' },
  {
    title: 'Who gets the last pancake',
    who: 'friends',
    scene: 'a round of pancakes, in which who is counted is full and leaves',
  },
  {
    title: 'The last lamp that burns',
    who: 'lamps',
    scene: 'a circle of lamps, of which one after the other is switched off',
  },
] as const;

/** The Josephus problem: who is left when every so many-th leaves a circle. */
export const lastInCircle: CodeFamily = {
  kind: 'code',
  id: 'last-in-circle',
  words:
    'josephus circle elimination simulation modulo remainder recurrence loop queue counting out survivor',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, who, scene } = pick(random, STORIES);
    const [count, step] = [between(random, 5, 8), between(random, 2, 4)];
    const circle = Array.from({ length: count }, (_, i) => i + 1);
    const leaving: number[] = [];
    for (let place = 0; circle.length > 1; ) {
      place = (place + step - 1) % circle.length;
      leaving.push(...circle.splice(place, 1));
    }
    return {
      title,
      statement: `This is about ${scene}. The ${who} have the numbers 1 to \`count\` and form a circle. Counting starts at number 1, and every \`step\`-th leaves the circle; counting goes on at the one after it, over the end of the circle, until a single one is left.

Write \`last_left\`: return the **number of the one that is left**. \`count\` and \`step\` are at least 1; \`step\` may be larger than the circle. With \`step\` 1, they leave in the order of their numbers. With \`count\` 1, number 1 is left at once.

**Example:** with \`count\` ${count} and \`step\` ${step}, ${leaving.join(', ')} leave in this order, and the answer is ${circle[0]}.
`,
      objectives: ['Simulate a circle with remainders instead of a list'],
      tags: ['simulation', 'modulo'],
      hints: [
        'Play it through for a circle of 1, of 2 and of 3, always with the same step. Do you see how one answer follows from the one before?',
        'After one has left, the same game begins with one fewer, only that the numbering starts elsewhere, by `step` places.',
        'Number the places from 0. In a circle of 1, place 0 is left; in a circle of one more, it is that place moved on by `step`, modulo the new size. Don’t forget that numbers begin with 1.',
      ],
      signature: {
        functionName: 'last_left',
        params: [
          { name: 'count', type: 'int' },
          { name: 'step', type: 'int' },
        ],
        returns: 'int',
      },
      solutions: {
        python: `def last_left(count: int, step: int) -> int:
    place = 0
    for size in range(2, count + 1):
        place = (place + step) % size
    return place + 1
`,
        javascript: `function last_left(count, step) {
  let place = 0;
  for (let size = 2; size <= count; size++) {
    place = (place + step) % size;
  }
  return place + 1;
}
`,
        java: `class Solution {
    static long last_left(long count, long step) {
        long place = 0;
        for (long size = 2; size <= count; size++) {
            place = (place + step) % size;
        }
        return place + 1;
    }
}
`,
        c: `#include "capsule.h"

long long last_left(long long count, long long step) {
    long long place = 0;
    for (long long size = 2; size <= count; size++) {
        place = (place + step) % size;
    }
    return place + 1;
}
`,
        cpp: `long long last_left(long long count, long long step) {
    long long place = 0;
    for (long long size = 2; size <= count; size++) {
        place = (place + step) % size;
    }
    return place + 1;
}
`,
      },
      mistakes: [
        { why: 'off by one: numbers begin with 0', edits: alike('return place + 1', 'return place') },
        {
          why: 'off by one: forgets the whole circle',
          edits: alike('size <= count', 'size < count', { python: ['count + 1', 'count'] }),
        },
        { why: 'moves on by one place too few', edits: alike('place + step', 'place + step - 1') },
        { why: 'always divides by the whole circle', edits: alike('% size', '% count') },
      ],
      cases: [
        shown('as in the statement', count, step),
        shown('a circle of one', 1, between(random, 3, 9)),
        hidden('a step of 1', between(random, 6, 12), 1),
        hidden('two, an even step', 2, 2 * between(random, 1, 5)),
        hidden('two, an odd step', 2, 2 * between(random, 1, 5) + 1),
        hidden('three, every second', 3, 2),
        hidden('the step is the size', 7, 7),
        hidden('the step is one more than the size', 6, 7),
        hidden('a step larger than the circle', 5, between(random, 20, 40)),
        hidden('every second of a power of two', 64, 2),
        hidden('every second, one more than a power of two', 65, 2),
        hidden('some', between(random, 15, 30), between(random, 3, 9)),
        hidden('many', between(random, 900, 1200), between(random, 5, 60)),
      ],
    };
  },
};
