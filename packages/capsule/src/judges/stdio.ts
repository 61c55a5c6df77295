import { textsAgree } from '../compare/text.ts';
import type { ProgramResult } from '../execution.ts';
import type { StdioCapsule } from '../schema/capsule.ts';
import { clip } from '../values/show.ts';
import type { Judgement } from '../verdict.ts';
import { askChecker } from './checker.ts';
import { runInChunks } from './chunks.ts';
import type { JudgeContext } from './context.ts';
import { mainFile } from './files.ts';
import { type Decision, decideProgram } from './outcome.ts';

/** Runs the learner's program once a test; what it printed is compared, or shown to the author's checker. */
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
  const decisions = await decideAll(capsule, result, executor);
  return decideProgram(
    capsule.tests,
    result,
    (_, outcome, index) => ({
      actual: { text: clip(outcome.stdout) },
      ...(decisions.get(index) ?? { verdict: 'internal_error' }),
    }),
    test => ({ input: { text: clip(test.stdin) }, expected: { text: clip(test.expected) } }),
  );
}

/** Of the programs that ended well, by the index of their test. */
async function decideAll(
  { judge: { comparer }, tests }: StdioCapsule,
  { cases }: ProgramResult,
  executor: JudgeContext['executor'],
): Promise<Map<number, Decision>> {
  const ended = tests.flatMap((test, index) => {
    const outcome = cases[index];
    return outcome?.status === 'ok' ? [{ index, test, actual: outcome.stdout }] : [];
  });
  const decisions: Decision[] =
    comparer.kind === 'checker'
      ? await askChecker(comparer, ended, executor)
      : ended.map(({ test, actual }) => ({
          verdict: textsAgree(comparer, test.expected, actual) ? 'accepted' : 'wrong_answer',
        }));
  return new Map(
    ended.map(({ index }, position) => [index, decisions[position] ?? { verdict: 'internal_error' }]),
  );
}
