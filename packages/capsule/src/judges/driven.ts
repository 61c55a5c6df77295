import { type Answer, readAnswer } from '../drivers/channel.ts';
import { learnersDiagnostics } from '../drivers/diagnostics.ts';
import type { Task } from '../drivers/task.ts';
import type { ProgramOutcome, ProgramResult, SourceFile } from '../execution.ts';
import type { FunctionCapsule, ProgramCapsule } from '../schema/capsule.ts';
import { runInChunks } from './chunks.ts';
import type { JudgeContext } from './context.ts';

export interface DrivenJob {
  /** The driver's files with the learner's among them, the entry first. */
  files: SourceFile[];
  /** One a test. */
  tasks: Task[];
  /** The secret in the driver's files, where they have one. */
  nonce?: string;
  /** Said when the driver's own part does not compile with the learner's: what that should have. */
  advice: string;
}

export interface DrivenRun {
  result: ProgramResult;
  /** What the driver answered in the case of this test; null when that is no valid answer. */
  answerOf: (outcome: ProgramOutcome, test: number) => Answer | null;
}

/** Runs the learner's code under a driver. Each task has a token of its own, which its answer must carry. */
export async function runDriven(
  { language, limits }: FunctionCapsule | ProgramCapsule,
  { files, tasks, nonce, advice }: DrivenJob,
  { executor, newToken, hashSeed }: JudgeContext,
): Promise<DrivenRun> {
  const tokens = tasks.map(() => newToken());
  const result = await runInChunks(executor, {
    language,
    files,
    cases: tasks.map((task, index) => ({
      channelInput: task(tokens[index] ?? ''),
      ...(hashSeed !== undefined && { hashSeed }),
    })),
    limits,
  });
  if (result.compile && !result.compile.ok) {
    const { stdout, stderr } = result.compile;
    const said = learnersDiagnostics(stdout + stderr, advice);
    return {
      result: { ...result, compile: { ...result.compile, stdout: '', stderr: said } },
      answerOf: () => null,
    };
  }
  const answerOf = (outcome: ProgramOutcome, test: number) =>
    readAnswer(outcome.channel, { nonce, token: tokens[test] ?? '' });
  return { result, answerOf };
}
