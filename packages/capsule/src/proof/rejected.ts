import type { Capsule } from '../schema/capsule.ts';
import type { Bench } from './bench.ts';
import { type TrivialAnswer, trivialAnswers } from './constants.ts';
import type { Check } from './proof.ts';

/** Step 3: the tests reject the starter, an empty answer and constant answers. */
export async function checkTrivialAnswers(capsule: Capsule, bench: Bench): Promise<Check> {
  const answers = await trivialAnswers(capsule, bench.context.executor);
  return checkRejected('trivial_answers', capsule, answers, bench, {
    passed: `${answers.length} trivial answers are rejected.`,
    failed: 'The tests accept an answer that solves nothing: add a test that tells it apart.',
  });
}

/** The author's own wrong solutions stay rejected. */
export async function checkWrongSolutions(capsule: Capsule, bench: Bench): Promise<Check> {
  const answers = (capsule.wrongSolutions ?? []).map(({ why, source }) => ({ label: why, source }));
  const count = answers.length;
  return checkRejected('wrong_solutions', capsule, answers, bench, {
    passed: count === 0 ? 'No wrong solutions are attached.' : `${count} wrong solutions are rejected.`,
    failed: 'The tests accept a solution that is known to be wrong: add a test that tells it apart.',
  });
}

async function checkRejected(
  id: 'trivial_answers' | 'wrong_solutions',
  capsule: Capsule,
  answers: TrivialAnswer[],
  bench: Bench,
  summaries: { passed: string; failed: string },
): Promise<Check> {
  const findings = await bench.each(id, answers, ({ source }, index) =>
    bench.judge(`${id}/${index}`, capsule, source),
  );
  const failures: string[] = [];
  const rejected: string[] = [];
  for (const [index, { label }] of answers.entries()) {
    const finding = findings[index];
    if (!finding || finding.verdict === 'internal_error') failures.push(`Could not be judged: ${label}.`);
    else if (finding.verdict === 'accepted') failures.push(`Accepted, but must not be: ${label}.`);
    else rejected.push(`Rejected (${finding.verdict}, ${finding.passed}/${finding.total} tests): ${label}.`);
  }
  const passed = failures.length === 0;
  return {
    id,
    passed,
    summary: passed ? summaries.passed : summaries.failed,
    details: [...failures, ...rejected],
  };
}
