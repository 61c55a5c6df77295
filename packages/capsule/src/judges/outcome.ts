import type { ProgramOutcome, ProgramResult } from '../execution.ts';
import type { CapsuleTest } from '../schema/capsule.ts';
import { clip } from '../values/show.ts';
import { type Judgement, summarise, type TestResult, type Verdict } from '../verdict.ts';

/** What a judge adds to an outcome once it knows the answer. */
export type Decision = Pick<TestResult, 'verdict'> & Partial<TestResult>;

/**
 * The frame all process judges share: a failed compilation fails every test; an abnormal end is its
 * verdict; only a normal end is left to `decide`.
 */
export function decideProgram<Test extends CapsuleTest>(
  tests: Test[],
  result: ProgramResult,
  decide: (test: Test, outcome: ProgramOutcome, index: number) => Decision,
  describe: (test: Test) => Partial<TestResult>,
): Judgement {
  if (result.compile && !result.compile.ok) {
    const failed = tests.map(test => ({ ...base(test), verdict: 'compile_error' as const }));
    return summarise(failed, { stdout: clip(result.compile.stdout), stderr: clip(result.compile.stderr) });
  }
  return summarise(
    tests.map((test, index) => {
      const outcome = result.cases[index];
      if (!outcome) return { ...base(test), verdict: 'internal_error', message: 'The test was not run.' };
      const abnormal = abnormalEnd(outcome);
      return {
        ...base(test),
        timeMs: outcome.timeMs,
        memoryKb: outcome.memoryKb,
        ...describe(test),
        stdout: clip(outcome.stdout),
        stderr: clip(outcome.stderr),
        ...(abnormal ?? decide(test, outcome, index)),
      };
    }),
  );
}

function base(test: CapsuleTest) {
  return { name: test.name, hidden: test.hidden, timeMs: 0, memoryKb: 0 };
}

function abnormalEnd(outcome: ProgramOutcome): { verdict: Verdict; message?: string } | null {
  switch (outcome.status) {
    case 'ok':
      return null;
    case 'exit_code':
      return { verdict: 'runtime_error', message: `The program ended with exit code ${outcome.exitCode}.` };
    case 'signal':
      return { verdict: 'runtime_error', message: `The program was ended by ${outcome.signal}.` };
    case 'not_run':
      return { verdict: 'time_limit', message: 'Not run: an earlier test exceeded its time limit.' };
    case 'internal':
      return {
        verdict: 'internal_error',
        message: 'The test could not be run. This is our fault, try again.',
      };
    default:
      return { verdict: outcome.status };
  }
}
