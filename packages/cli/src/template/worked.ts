import type { ProgramLanguage } from '@devcapsules/capsule/execution';
import { starterFor } from '@devcapsules/capsule/starter/starter';
import { ASSERTIONS, exampleSignature, FUNCTIONS, PROGRAM_STARTERS, PROGRAMS } from './solutions.ts';

export const JUDGES = ['function', 'stdio', 'program', 'query'] as const;
export type JudgeKind = (typeof JUDGES)[number];

/** What the worked example is about: its inputs tell every small fault in its solutions apart. */
const CASES = [
  { name: 'some', numbers: [1, 5, 3], limit: 2, expected: 2 },
  { name: 'equal ones do not count', numbers: [2, 2], limit: 2, expected: 0 },
  { name: 'none', numbers: [], limit: 0, expected: 0 },
  { name: 'negative', numbers: [-3, -7, 4], limit: -5, expected: 2 },
  { name: 'zero and one', numbers: [1, 1, 0], limit: 0, expected: 2 },
];
const VISIBLE = 2;

/** The comparison, and not what reads the limit in C++. */
const ABOVE = /(?<!>)> limit/;

/** Mistakes that people make, as edits of any of the solutions. */
const MISTAKES = [
  { why: 'counts equal ones too', edit: [ABOVE, '>= limit'] },
  { why: 'counts those below', edit: [ABOVE, '< limit'] },
  { why: 'begins at one', edit: ['count = 0', 'count = 1'] },
] as const;

/** The document of a small exercise that proves, in any language with any judge. */
export function workedExample(language: ProgramLanguage, judge: Exclude<JudgeKind, 'query'>): object {
  const solution = judge === 'stdio' ? PROGRAMS[language] : FUNCTIONS[language];
  return {
    title: 'Count above',
    statement: judge === 'stdio' ? STATEMENT_OF_PROGRAM : statementOfFunction(language),
    judge: judgeOf(language, judge),
    starter: judge === 'stdio' ? PROGRAM_STARTERS[language] : functionStarter(language, judge),
    solution,
    tests: CASES.map((one, index) => ({ ...testOf(one, language, judge), hidden: index >= VISIBLE })),
    hints: ['Look at one number after the other.'],
    wrongSolutions: MISTAKES.map(({ why, edit: [right, wrong] }) => ({
      why,
      source: solution.replace(right, wrong),
    })),
  };
}

function judgeOf(language: ProgramLanguage, kind: Exclude<JudgeKind, 'query'>): object {
  const signature = exampleSignature(language);
  if (kind === 'function') return { kind, ...signature };
  return kind === 'program' ? { kind, entryPoint: signature.functionName } : { kind };
}

/** A program's tests are compiled with the learner's code: there is no header of ours. */
function functionStarter(language: ProgramLanguage, judge: 'function' | 'program'): string {
  const starter = starterFor(language, exampleSignature(language));
  return judge === 'program' ? starter.replace('"capsule.h"', '<stddef.h>') : starter;
}

function testOf(
  { name, numbers, limit, expected }: (typeof CASES)[number],
  language: ProgramLanguage,
  judge: JudgeKind,
) {
  if (judge === 'function') return { name, args: [numbers, limit], expected };
  if (judge === 'program') return { name, code: ASSERTIONS[language](numbers, limit, expected) };
  return { name, stdin: `${limit}\n${numbers.join(' ')}\n`, expected: `${expected}\n` };
}

function statementOfFunction(language: ProgramLanguage): string {
  const { functionName } = exampleSignature(language);
  return `Write \`${functionName}\`: how many of the numbers are greater than the limit?

Of 1, 5 and 3, two are greater than 2.`;
}

const STATEMENT_OF_PROGRAM = `The first line of the input is a limit, the second has numbers with spaces between them.
Print how many of the numbers are greater than the limit.

\`\`\`
2
1 5 3
\`\`\`

Of 1, 5 and 3, two are greater than 2.`;
