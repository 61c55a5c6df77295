import type { JudgeContext } from '@devcapsules/capsule/judges/context';
import { withExpected } from '@devcapsules/capsule/judges/expected';
import { judge } from '@devcapsules/capsule/judges/judge';
import type { Proof } from '@devcapsules/capsule/proof/proof';
import { type Capsule, type CapsuleTest, hasJudge } from '@devcapsules/capsule/schema/capsule';
import type { Shown, TestResult } from '@devcapsules/capsule/verdict';
import type { Draft } from '../draft.ts';

/** Share of mutants that the tests of a generated capsule must find. */
export const MIN_KILLED = 0.85;
/** Fewer inputs than these, once those that are not allowed are gone, are no test. */
export const MIN_INPUTS = 4;
const MAX_SHOWN = 5;

/** Names of the inputs that the author's own validator does not allow, or that it does not survive. */
export async function disallowed(draft: Draft, validator: string, context: JudgeContext): Promise<string[]> {
  if (draft.judge.kind !== 'function') return [];
  const judged = { ...draft.judge, functionName: 'is_valid', returns: 'bool' };
  const asCapsule = { ...draft, judge: judged, solution: validator, limits: { timeMs: 2000, memoryMb: 256 } };
  const tests = draft.inputs as unknown as CapsuleTest[];
  const answers = await withExpected(asCapsule as unknown as Capsule, tests, context);
  return draft.inputs.flatMap(({ name }, i) => {
    const answer = answers[i];
    return answer && 'expected' in answer && answer.expected === true ? [] : [name];
  });
}

/** Where a second solution, written from the statement alone, comes to something else. Empty: nowhere. */
export async function disagreements(
  capsule: Capsule,
  blind: string,
  context: JudgeContext,
): Promise<string[]> {
  const { tests, compile, verdict } = await judge(capsule, blind, context);
  if (verdict === 'compile_error')
    return [`The second solution does not compile: ${compile?.stderr.slice(0, 500) ?? ''}`];
  return tests
    .filter(test => test.verdict !== 'accepted')
    .slice(0, MAX_SHOWN)
    .map(difference);
}

function difference({ name, verdict, input, expected, actual, message }: TestResult): string {
  const outcome = verdict === 'wrong_answer' ? shown(actual) : `${verdict} ${message ?? ''}`;
  return `“${name}”, ${shown(input)}: the solution gives ${shown(expected)}, the second one ${outcome}`;
}

function shown(value: Shown | undefined): string {
  if (value === undefined) return 'nothing';
  return 'text' in value ? value.text.slice(0, 400) : JSON.stringify(value.table).slice(0, 400);
}

/** What the proof found wrong, mutants aside. */
export function failures({ checks }: Proof): string[] {
  return checks
    .filter(check => !check.passed)
    .flatMap(({ id, summary, details }) => [`${id}: ${summary}`, ...details.slice(0, MAX_SHOWN)]);
}

/** Faults that too many of go unnoticed; empty when enough are found. */
export function unnoticed({ mutation }: Proof): string[] {
  if (!mutation || mutation.score === null || mutation.score >= MIN_KILLED) return [];
  const share = Math.round(100 * mutation.score);
  return [
    `Only ${share} % of the small faults are found; ${100 * MIN_KILLED} % are needed. These are not:`,
    ...mutation.survivors.map(
      ({ diff, killer }) => `${diff}${killer ? `\nfound by ${JSON.stringify(killer)}` : ''}`,
    ),
  ];
}

/** What a learner would know: for somebody who solves it blind. */
export function toldOf(capsule: Capsule): string {
  const { title, statement, starter } = capsule;
  const tables = hasJudge(capsule, 'query') ? `\n\nThe database:\n${capsule.judge.setup ?? ''}` : '';
  return `# ${title}\n\n${statement}\n\nStart from:\n${starter}${tables}`;
}
