import { readAnswer } from '../drivers/channel.ts';
import { pythonFiles } from '../drivers/python.ts';
import type { ProgramCapsule } from '../schema/capsule.ts';
import { clip } from '../values/show.ts';
import type { Judgement } from '../verdict.ts';
import { runInChunks } from './chunks.ts';
import type { JudgeContext } from './context.ts';
import { UnsupportedJudgeError } from './files.ts';
import { decideProgram } from './outcome.ts';

/**
 * Runs the test program behind the learner's code. The test program and the token that confirms its end
 * enter the sandbox only after the learner's code is loaded.
 */
export async function judgeProgram(
  capsule: ProgramCapsule,
  source: string,
  { executor, newToken, hashSeed }: JudgeContext,
): Promise<Judgement> {
  if (capsule.language !== 'python') throw new UnsupportedJudgeError('program', capsule.language);
  const nonce = newToken();
  const tokens = capsule.tests.map(() => newToken());
  const result = await runInChunks(executor, {
    language: capsule.language,
    files: pythonFiles(source, nonce),
    cases: capsule.tests.map((test, index) => ({
      channelInput: JSON.stringify({ token: tokens[index], code: test.code }),
      ...(hashSeed !== undefined && { hashSeed }),
    })),
    limits: capsule.limits,
  });
  return decideProgram(
    capsule.tests,
    result,
    (_test, outcome, index) =>
      readAnswer(outcome.channel, { nonce, token: tokens[index] ?? '' })
        ? { verdict: 'accepted' }
        : { verdict: 'wrong_answer', message: 'The program ended before its tests did.' },
    test => ({ input: { text: clip(test.code) } }),
  );
}
