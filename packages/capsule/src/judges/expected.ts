import {
  type Capsule,
  type CapsuleTest,
  type FunctionCapsule,
  hasJudge,
  type QueryCapsule,
  type StdioCapsule,
} from '../schema/capsule.ts';
import { parseType } from '../schema/type.ts';
import { decodeValue } from '../values/decode.ts';
import { encodeValue } from '../values/encode.ts';
import { runInChunks } from './chunks.ts';
import type { JudgeContext } from './context.ts';
import { runDriven } from './driven.ts';
import { mainFile } from './files.ts';
import { functionJob } from './function.ts';
import { caseOf } from './query.ts';

/**
 * Completes tests by running the reference solution on their input: whatever they say to expect is
 * replaced. Null where the solution does not end well on an input, and for `program` tests, which expect nothing.
 */
export async function withExpected(
  capsule: Capsule,
  tests: CapsuleTest[],
  context: JudgeContext,
): Promise<(CapsuleTest | null)[]> {
  const subset = { ...capsule, tests } as Capsule;
  if (hasJudge(subset, 'function')) return ofFunction(subset, context);
  if (hasJudge(subset, 'stdio')) return ofStdio(subset, context);
  if (hasJudge(subset, 'query')) return ofQuery(subset, context);
  return tests.map(() => null);
}

async function ofFunction(capsule: FunctionCapsule, context: JudgeContext): Promise<(CapsuleTest | null)[]> {
  const returns = parseType(capsule.judge.returns);
  const job = functionJob(capsule, capsule.solution);
  const { result, answerOf } = await runDriven(capsule, job, context);
  return capsule.tests.map((test, index) => {
    const outcome = result.cases[index];
    const answer = outcome?.status === 'ok' ? answerOf(outcome, index) : null;
    if (!answer || answer.mismatch !== undefined) return null;
    return { ...test, expected: encodeValue(decodeValue(returns, answer.value)) };
  });
}

async function ofStdio(capsule: StdioCapsule, { executor }: JudgeContext): Promise<(CapsuleTest | null)[]> {
  const { cases } = await runInChunks(executor, {
    language: capsule.language,
    files: [mainFile(capsule.language, capsule.solution)],
    cases: capsule.tests.map(({ stdin }) => ({ stdin })),
    limits: capsule.limits,
  });
  return capsule.tests.map((test, index) => {
    const outcome = cases[index];
    return outcome?.status === 'ok' ? { ...test, expected: outcome.stdout } : null;
  });
}

async function ofQuery(capsule: QueryCapsule, { executor }: JudgeContext): Promise<(CapsuleTest | null)[]> {
  const outcomes = await executor.runQuery({
    source: capsule.solution,
    cases: capsule.tests.map(test => caseOf(capsule, test)),
    limits: capsule.limits,
  });
  return capsule.tests.map((test, index) => {
    const outcome = outcomes[index];
    return outcome?.status === 'ok' && outcome.result ? { ...test, expected: outcome.result } : null;
  });
}
