import { type Capsule, hasJudge } from '../schema/capsule.ts';
import { type Judgement, summarise } from '../verdict.ts';
import type { JudgeContext } from './context.ts';
import { judgeFunction } from './function.ts';
import { judgeProgram } from './program.ts';
import { judgeQuery } from './query.ts';
import { judgeStdio } from './stdio.ts';

/**
 * Runs `source` against the capsule's tests (or a subset of them) and decides.
 * @throws whatever the executor throws when it cannot be reached; a learner's failure is a result.
 */
export async function judge(
  capsule: Capsule,
  source: string,
  context: JudgeContext,
  tests: Capsule['tests'] = capsule.tests,
): Promise<Judgement> {
  if (tests.length === 0) return summarise([]);
  const subset = { ...capsule, tests } as Capsule;
  if (hasJudge(subset, 'function')) return judgeFunction(subset, source, context);
  if (hasJudge(subset, 'stdio')) return judgeStdio(subset, source, context);
  if (hasJudge(subset, 'program')) return judgeProgram(subset, source, context);
  return judgeQuery(subset, source, context);
}
