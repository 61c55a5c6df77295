import { type Answer, readAnswer } from '../drivers/channel.ts';
import { pythonFiles } from '../drivers/python.ts';
import type { ProgramOutcome, ProgramResult } from '../execution.ts';
import type { FunctionCapsule, ProgramCapsule } from '../schema/capsule.ts';
import { runInChunks } from './chunks.ts';
import type { JudgeContext } from './context.ts';
import { UnsupportedJudgeError } from './files.ts';

export interface DrivenRun {
  result: ProgramResult;
  /** What the driver answered in the case of this test; null when that is no valid answer. */
  answerOf: (outcome: ProgramOutcome, test: number) => Answer | null;
}

/**
 * Runs the learner's code under a driver, one task a test. Each run has secrets of its own, which confirm
 * that an answer on the verdict channel belongs to it.
 * @throws UnsupportedJudgeError for a language without a driver
 */
export async function runDriven(
  capsule: FunctionCapsule | ProgramCapsule,
  source: string,
  { executor, newToken, hashSeed }: JudgeContext,
  tasks: object[],
): Promise<DrivenRun> {
  const { language, judge, limits } = capsule;
  if (language !== 'python') throw new UnsupportedJudgeError(judge.kind, language);
  const nonce = newToken();
  const tokens = tasks.map(() => newToken());
  const result = await runInChunks(executor, {
    language,
    files: pythonFiles(source, nonce),
    cases: tasks.map((task, index) => ({
      channelInput: JSON.stringify({ token: tokens[index], ...task }),
      ...(hashSeed !== undefined && { hashSeed }),
    })),
    limits,
  });
  const answerOf = (outcome: ProgramOutcome, test: number) =>
    readAnswer(outcome.channel, { nonce, token: tokens[test] ?? '' });
  return { result, answerOf };
}
