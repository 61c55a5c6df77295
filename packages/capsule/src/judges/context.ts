import type { Executor } from '../execution.ts';

/** What a judge needs from its surroundings. */
export interface JudgeContext {
  executor: Executor;
  /** An unguessable string, new at each call: confirms on the verdict channel that an answer belongs to its run. */
  newToken: () => string;
  /** Seed of hash randomisation, for proofs; random without it. */
  hashSeed?: number;
}
