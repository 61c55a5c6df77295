import { textsAgree } from '../compare/text.ts';
import type { StdioCapsule } from '../schema/capsule.ts';
import { clip } from '../values/show.ts';
import type { Judgement } from '../verdict.ts';
import { runInChunks } from './chunks.ts';
import type { JudgeContext } from './context.ts';
import { mainFile } from './files.ts';
import { decideProgram } from './outcome.ts';

/** Runs the learner's program once a test and compares what it printed. */
export async function judgeStdio(
  capsule: StdioCapsule,
  source: string,
  { executor, hashSeed }: JudgeContext,
): Promise<Judgement> {
  const result = await runInChunks(executor, {
    language: capsule.language,
    files: [mainFile(capsule.language, source)],
    cases: capsule.tests.map(test => ({ stdin: test.stdin, ...(hashSeed !== undefined && { hashSeed }) })),
    limits: capsule.limits,
  });
  return decideProgram(
    capsule.tests,
    result,
    (test, outcome) => ({
      verdict: textsAgree(capsule.judge.comparer, test.expected, outcome.stdout)
        ? 'accepted'
        : 'wrong_answer',
      actual: { text: clip(outcome.stdout) },
    }),
    test => ({ input: { text: clip(test.stdin) }, expected: { text: clip(test.expected) } }),
  );
}
