import type { Capsule, CapsuleTest } from '../schema/capsule.ts';
import type { Check } from './proof.ts';

/** Shorter values (`true`, `42`) stand in any text by chance. */
const TELLING_CHARS = 8;

/** Step 6: neither the solution nor a hidden test's value stands in what learners read. */
export function checkLeaks(capsule: Capsule): Check {
  const read: [string, string][] = [
    ['statement', capsule.statement],
    ['starter', capsule.starter],
    ...capsule.hints.map((hint, index): [string, string] => [`hint ${index + 1}`, hint]),
  ];
  const solution = squeeze(capsule.solution);
  const shown = new Set(capsule.tests.filter(test => !test.hidden).flatMap(tellingTexts));
  const details: string[] = [];
  for (const [place, text] of read) {
    const squeezed = squeeze(text);
    if (solution.length >= TELLING_CHARS && squeezed.includes(solution)) {
      details.push(`The solution stands in the ${place}.`);
    }
    for (const test of capsule.tests.filter(test => test.hidden)) {
      const leaked = tellingTexts(test).filter(value => !shown.has(value) && squeezed.includes(value));
      for (const value of leaked)
        details.push(`Hidden test "${test.name}": ${value} stands in the ${place}.`);
    }
  }
  const passed = details.length === 0;
  const summary = passed
    ? 'No solution and no hidden value stands in the statement, starter or hints.'
    : 'Learners could read what should be hidden.';
  return { id: 'leaks', passed, summary, details };
}

/** The texts that would give a test away, without white space. */
function tellingTexts(test: CapsuleTest): string[] {
  const values =
    'args' in test
      ? [JSON.stringify(test.expected)]
      : 'stdin' in test
        ? [test.expected]
        : 'code' in test
          ? [test.code]
          : test.expected
            ? [JSON.stringify(test.expected.rows)]
            : [];
  return values.map(squeeze).filter(value => value.length >= TELLING_CHARS);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
