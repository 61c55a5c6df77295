import { DRIVERS } from '../drivers/drivers.ts';
import { testTask } from '../drivers/task.ts';
import type { ProgramCapsule } from '../schema/capsule.ts';
import { clip } from '../values/show.ts';
import type { Judgement } from '../verdict.ts';
import type { JudgeContext } from './context.ts';
import { runDriven } from './driven.ts';
import { decideProgram } from './outcome.ts';

/**
 * Runs the test program behind the learner's code. The token that confirms its end enters the sandbox only after
 * the learner's code is loaded; so does the test program, unless it is compiled.
 */
export async function judgeProgram(
  capsule: ProgramCapsule,
  source: string,
  context: JudgeContext,
): Promise<Judgement> {
  const nonce = context.newToken();
  const programs = capsule.tests.map(({ code }) => code);
  const job = {
    files: DRIVERS[capsule.language].programFiles(source, programs, nonce),
    tasks: programs.map((code, test) => testTask(test, code)),
    nonce,
    advice:
      'The tests do not compile with this code: it must define all that they use, with the right types.',
  };
  const { result, answerOf } = await runDriven(capsule, job, context);
  return decideProgram(
    capsule.tests,
    result,
    (_test, outcome, index) =>
      answerOf(outcome, index)
        ? { verdict: 'accepted' }
        : { verdict: 'wrong_answer', message: 'The program ended before its tests did.' },
    test => ({ input: { text: clip(test.code) } }),
  );
}
