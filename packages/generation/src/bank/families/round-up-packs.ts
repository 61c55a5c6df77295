import type { CodeFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { alike, hidden, shown } from './shorthand.ts';

const STORIES = [
  { things: 'eggs', packs: 'cartons', pack: 'carton', why: 'A bakery prepares a cake sale' },
  { things: 'tiles', packs: 'boxes', pack: 'box', why: 'Neighbours lay a new terrace' },
  { things: 'bottles', packs: 'crates', pack: 'crate', why: 'A sports club plans its summer party' },
  { things: 'candles', packs: 'bundles', pack: 'bundle', why: 'A choir gets ready for its concert' },
] as const;

/** Rounding a quotient up, and never below zero. */
export const roundUpPacks: CodeFamily = {
  kind: 'code',
  id: 'round-up-packs',
  words:
    'division divide quotient remainder round up ceil ceiling modulo arithmetic integer numbers packs boxes',
  difficulties: ['EASY'],
  make(random) {
    const { things, packs, pack, why } = pick(random, STORIES);
    const size = between(random, 6, 24);
    const have = between(random, 2, 15);
    const missing = size * between(random, 2, 5) + between(random, 1, size - 2);
    const answer = Math.ceil(missing / size);
    return {
      title: `How many ${packs}?`,
      statement: `${why}. It takes \`needed\` ${things}, and \`have\` of them are there already. The shop sells ${things} only in whole ${packs} of **${size}**.

Return how many ${packs} have to be bought. A ${pack} may stay partly unused, but nothing may be missing. When there are enough ${things} already, the answer is 0.

Both numbers are from 0 to 1,000,000.

For \`needed\` = ${have + missing} and \`have\` = ${have}, ${missing} ${things} are missing, so the answer is ${answer}.
`,
      objectives: ['Round a quotient up'],
      tags: ['arithmetic', 'division'],
      hints: [
        `Work out first how many ${things} are missing. Can that number be below zero?`,
        `A whole-number division tells how many ${packs} get full. What if something remains?`,
        `Every remainder, however small, costs one more ${pack}; a remainder of 0 costs none.`,
      ],
      signature: {
        functionName: packs,
        params: [
          { name: 'needed', type: 'int' },
          { name: 'have', type: 'int' },
        ],
        returns: 'int',
      },
      solutions: {
        python: `def ${packs}(needed, have):
    missing = max(needed - have, 0)
    return (missing + ${size - 1}) // ${size}
`,
        javascript: `function ${packs}(needed, have) {
  const missing = Math.max(needed - have, 0);
  return Math.ceil(missing / ${size});
}
`,
        java: `class Solution {
    static long ${packs}(long needed, long have) {
        long missing = Math.max(needed - have, 0);
        return (missing + ${size - 1}) / ${size};
    }
}
`,
        c: `#include "capsule.h"

long long ${packs}(long long needed, long long have) {
    if (needed <= have) return 0;
    return (needed - have + ${size - 1}) / ${size};
}
`,
        cpp: `#include <algorithm>

long long ${packs}(long long needed, long long have) {
    long long missing = std::max(needed - have, 0LL);
    return (missing + ${size - 1}) / ${size};
}
`,
      },
      mistakes: [
        {
          why: 'rounds down',
          edits: alike(`(missing + ${size - 1}) /`, 'missing /', {
            javascript: ['Math.ceil', 'Math.floor'],
            c: [` + ${size - 1}`, ''],
          }),
        },
        {
          why: 'off by one: buys one too many where it fits exactly',
          edits: alike(`missing + ${size - 1}`, `missing + ${size}`, {
            javascript: [`Math.ceil(missing / ${size})`, `Math.floor(missing / ${size}) + 1`],
            c: [`+ ${size - 1}`, `+ ${size}`],
          }),
        },
        {
          why: 'forgets what is there',
          edits: alike('needed - have', 'needed', { c: ['(needed - have', '(needed'] }),
        },
        {
          why: 'gives less than 0 where there are more than enough',
          edits: {
            python: ['max(needed - have, 0)', 'needed - have'],
            javascript: ['Math.max(needed - have, 0)', 'needed - have'],
            java: ['Math.max(needed - have, 0)', 'needed - have'],
            c: ['    if (needed <= have) return 0;\n', ''],
            cpp: ['std::max(needed - have, 0LL)', 'needed - have'],
          },
        },
      ],
      cases: [
        shown('as in the statement', have + missing, have),
        shown('enough already', have, have),
        hidden('exactly one', size + have, have),
        hidden('one more than one holds', size + have + 1, have),
        hidden('one less than one holds', size + have - 1, have),
        hidden('only one is missing', have + 1, have),
        hidden('nothing there', 3 * size, 0),
        hidden('nothing needed', 0, 0),
        hidden('far more than enough', 1, 5 * size + 1),
        hidden('one too many', have, have + 1),
        hidden('many, exactly', size * between(random, 900, 2000), 0),
        hidden('many', size * between(random, 900, 2000) + between(random, 1, size - 1), 0),
        hidden('as many as there can be', 1_000_000, between(random, 1, 9)),
      ],
    };
  },
};
