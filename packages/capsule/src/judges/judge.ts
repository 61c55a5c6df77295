import type { Executor } from '../execution.ts';
import type { Capsule } from '../schema/capsule.ts';
import { type Judgement, summarise } from '../verdict.ts';
import { judgeFunction } from './function.ts';
import { judgeProgram } from './program.ts';
import { judgeQuery } from './query.ts';
import { judgeStdio } from './stdio.ts';

/** What a judge needs from its surroundings. */
export interface JudgeContext {
  executor: Executor;
  /** An unguessable string, new at each call: confirms on the verdict channel that an answer belongs to its run. */
  newToken: () => string;
  /** Seed of hash randomisation, for proofs; random without it. */
  hashSeed?: number;
}

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
  switch (subset.judge.kind) {
    case 'function':
      return judgeFunction(subset as Parameters<typeof judgeFunction>[0], source, context);
    case 'stdio':
      return judgeStdio(subset as Parameters<typeof judgeStdio>[0], source, context);
    case 'program':
      return judgeProgram(subset as Parameters<typeof judgeProgram>[0], source, context);
    case 'query':
      return judgeQuery(subset as Parameters<typeof judgeQuery>[0], source, context);
  }
}
