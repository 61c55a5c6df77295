import { judge } from '../judges/judge.ts';
import type { Capsule } from '../schema/capsule.ts';
import { trivialAnswers } from './constants.ts';
import type { Check, ProofContext } from './proof.ts';

/** Step 3: the tests reject the starter, an empty answer and constant answers. */
export async function checkTrivialAnswers(
  capsule: Capsule,
  context: ProofContext,
): Promise<{ check: Check; runs: number }> {
  const answers = await trivialAnswers(capsule, context.executor);
  const failures: string[] = [];
  const rejected: string[] = [];
  let runs = 0;
  for (const [index, answer] of answers.entries()) {
    context.onProgress?.('trivial_answers', index, answers.length);
    const result = await judge(capsule, answer.source, context);
    runs += result.total;
    if (result.verdict === 'accepted') failures.push(`Accepted, but must not be: ${answer.label}.`);
    else if (result.verdict === 'internal_error') failures.push(`Could not be judged: ${answer.label}.`);
    else
      rejected.push(`Rejected (${result.verdict}, ${result.passed}/${result.total} tests): ${answer.label}.`);
  }
  const passed = failures.length === 0;
  const summary = passed
    ? `${answers.length} trivial answers are rejected.`
    : 'The tests accept an answer that solves nothing: add a test that tells it apart.';
  return { check: { id: 'trivial_answers', passed, summary, details: [...failures, ...rejected] }, runs };
}
