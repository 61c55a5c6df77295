import type { ProgramCapsule } from '../schema/capsule.ts';
import { clip } from '../values/show.ts';
import type { Judgement } from '../verdict.ts';
import type { JudgeContext } from './context.ts';
import { runDriven } from './driven.ts';
import { decideProgram } from './outcome.ts';

/**
 * Runs the test program behind the learner's code. The test program and the token that confirms its end
 * enter the sandbox only after the learner's code is loaded.
 */
export async function judgeProgram(
  capsule: ProgramCapsule,
  source: string,
  context: JudgeContext,
): Promise<Judgement> {
  const tasks = capsule.tests.map(({ code }) => ({ code }));
  const { result, answerOf } = await runDriven(capsule, source, context, tasks);
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
