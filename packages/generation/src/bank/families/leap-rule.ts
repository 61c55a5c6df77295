import type { CodeFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { hidden, shown } from './shorthand.ts';

const STORIES = [
  {
    title: 'Years with a spare day',
    what: 'year',
    name: 'spare',
    event: 'a year gets a spare day',
    where: 'On a planet far away',
  },
  {
    title: 'Nights of the comet',
    what: 'night',
    name: 'comet',
    event: 'the comet can be seen',
    where: 'From a lonely island',
  },
  {
    title: 'The bell that rings',
    what: 'hour',
    name: 'rings',
    event: 'the great bell rings',
    where: 'In an old clock tower',
  },
] as const;

/** A rule with an exception that has an exception. */
export const leapRule: CodeFamily = {
  kind: 'code',
  id: 'leap-rule',
  words: 'leap year calendar divisible remainder modulo condition if else boolean logic exception rule date',
  difficulties: ['EASY'],
  make(random) {
    const { title, what, name, event, where } = pick(random, STORIES);
    const often = between(random, 3, 6);
    const seldom = often * between(random, 4, 9);
    const rare = seldom * between(random, 4, 6);
    const holds = (n: number) => (n % often === 0 && n % seldom !== 0) || n % rare === 0;
    const examples = [often, seldom, rare].map(n => `\`${name}(${n})\` is \`${holds(n)}\``);
    const condition = (and: string, or: string, not: string) =>
      `${what} % ${often} == 0 ${and} (${what} % ${seldom} ${not} 0 ${or} ${what} % ${rare} == 0)`;
    const inC = condition('&&', '||', '!=');
    const inJavaScript = inC.replaceAll('==', '===').replaceAll('!=', '!==');
    const inPython = `${what} % ${often} == 0 and (${what} % ${seldom} != 0 or ${what} % ${rare} == 0)`;
    const edits = (right: string, wrong: string) => ({
      python: [right, wrong.replace('&&', 'and').replace('||', 'or')] as const,
      javascript: [right.replace('==', '==='), wrong.replace('==', '===')] as const,
      java: [right, wrong] as const,
      c: [right, wrong] as const,
      cpp: [right, wrong] as const,
    });
    return {
      title,
      statement: `${where}, ${event} under these rules:

- in every ${what} that can be divided by **${often}**,
- but not in those that can be divided by **${seldom}**,
- but those that can be divided by **${rare}** have it again.

Return whether it is so in \`${what}\`. Every ${what} counts from 0, and 0 can be divided by all three numbers.

${examples.join(', ')}.
`,
      objectives: ['Join conditions with and, or, not', 'Test whether a number can be divided by another'],
      tags: ['conditions', 'division'],
      hints: [
        'Which of the three rules decides when all three speak of the number?',
        'A number can be divided by another when the division leaves no remainder.',
        'Two things must hold: the first rule, and that the second is either silent or overruled by the third.',
      ],
      signature: { functionName: name, params: [{ name: what, type: 'int' }], returns: 'bool' },
      solutions: {
        python: `def ${name}(${what}):
    return ${inPython}
`,
        javascript: `function ${name}(${what}) {
  return ${inJavaScript};
}
`,
        java: `class Solution {
    static boolean ${name}(long ${what}) {
        return ${inC};
    }
}
`,
        c: `#include "capsule.h"

bool ${name}(long long ${what}) {
    return ${inC};
}
`,
        cpp: `bool ${name}(long long ${what}) {
    return ${inC};
}
`,
      },
      mistakes: [
        {
          why: 'knows only the first rule',
          edits: {
            python: [inPython, `${what} % ${often} == 0`],
            javascript: [inJavaScript, `${what} % ${often} === 0`],
            java: [inC, `${what} % ${often} == 0`],
            c: [inC, `${what} % ${often} == 0`],
            cpp: [inC, `${what} % ${often} == 0`],
          },
        },
        {
          why: 'forgets the third rule',
          edits: {
            python: [` or ${what} % ${rare} == 0`, ''],
            javascript: [` || ${what} % ${rare} === 0`, ''],
            java: [` || ${what} % ${rare} == 0`, ''],
            c: [` || ${what} % ${rare} == 0`, ''],
            cpp: [` || ${what} % ${rare} == 0`, ''],
          },
        },
        {
          why: 'the third rule cancels instead of restoring',
          edits: edits(`% ${rare} == 0`, `% ${rare} == 1`),
        },
      ],
      cases: [
        shown('the first rule', often),
        shown('the second rule', seldom),
        shown('the third rule', rare),
        hidden('none of them', often + 1),
        hidden('one less', often - 1),
        hidden('zero', 0),
        hidden('one', 1),
        hidden('twice the first', 2 * often),
        hidden('twice the second', 2 * seldom),
        hidden('just before the second', seldom - often),
        hidden('just after the second', seldom + 1),
        hidden('just before the third', rare - 1),
        hidden('a step before the third', rare - often),
        hidden('the second before the third', rare - seldom),
        hidden('just after the third', rare + 1),
        hidden('twice the third', 2 * rare),
        hidden('many times the third', rare * between(random, 5, 20)),
        hidden('the second after many thirds', rare * between(random, 5, 20) + seldom),
      ],
    };
  },
};
