import { valuesAgree } from '../compare/values.ts';
import type { Answer } from '../drivers/channel.ts';
import { DRIVERS } from '../drivers/drivers.ts';
import { callTask } from '../drivers/task.ts';
import type { FunctionCapsule } from '../schema/capsule.ts';
import type { FunctionTest } from '../schema/tests.ts';
import { formatType, parseType, type Type } from '../schema/type.ts';
import { declarationIn } from '../starter/signature.ts';
import { decodeValue } from '../values/decode.ts';
import { clip, showValue } from '../values/show.ts';
import type { Judgement } from '../verdict.ts';
import type { JudgeContext } from './context.ts';
import { type DrivenJob, runDriven } from './driven.ts';
import { type Decision, decideProgram } from './outcome.ts';

/** Calls the learner's function once a test; what it returns comes back on the channel and is compared here. */
export async function judgeFunction(
  capsule: FunctionCapsule,
  source: string,
  context: JudgeContext,
): Promise<Judgement> {
  const params = capsule.judge.params.map(param => parseType(param.type));
  const returns = parseType(capsule.judge.returns);
  const { result, answerOf } = await runDriven(capsule, functionJob(capsule, source), context);
  return decideProgram(
    capsule.tests,
    result,
    (test, outcome, index) => decide(capsule.judge.comparer, returns, test, answerOf(outcome, index)),
    test => ({
      input: { text: clip(showCall(capsule, test, params)) },
      expected: { text: clip(showValue(decodeValue(returns, test.expected))) },
    }),
  );
}

/** One call a test. */
export function functionJob({ language, judge, tests }: FunctionCapsule, source: string): DrivenJob {
  return {
    files: DRIVERS[language].functionFiles(source, judge),
    tasks: tests.map(({ args }) => callTask(language, judge, args)),
    advice: `There must be a function: ${declarationIn(language, judge)}`,
  };
}

function decide(
  comparer: FunctionCapsule['judge']['comparer'],
  returns: Type,
  test: FunctionTest,
  answer: Answer | null,
): Decision {
  if (!answer)
    return { verdict: 'wrong_answer', message: 'The program ended without returning from the function.' };
  if (answer.mismatch !== undefined) {
    const message = `The function must return ${formatType(returns)}; it returned ${answer.mismatch}.`;
    return { verdict: 'wrong_answer', message, actual: { text: clip(answer.shown ?? answer.mismatch) } };
  }
  try {
    const actual = decodeValue(returns, answer.value);
    const agrees = valuesAgree(comparer, decodeValue(returns, test.expected), actual);
    return { verdict: agrees ? 'accepted' : 'wrong_answer', actual: { text: clip(showValue(actual)) } };
  } catch (error) {
    // The driver never sends such a value: the learner's code wrote to the channel itself.
    if (error instanceof TypeError) return { verdict: 'wrong_answer', message: error.message };
    throw error;
  }
}

function showCall(capsule: FunctionCapsule, test: FunctionTest, params: Type[]): string {
  const args = params.map((type, i) => showValue(decodeValue(type, test.args[i])));
  return `${capsule.judge.functionName}(${args.join(', ')})`;
}
