import type { JudgeContext } from '../judges/context.ts';

export const CHECKS = ['agreement', 'stability', 'trivial_answers', 'limits', 'leaks'] as const;
export type CheckId = (typeof CHECKS)[number];

/** One step of a proof and its evidence, in sentences for the author. */
export interface Check {
  id: CheckId;
  passed: boolean;
  summary: string;
  /** One line a finding; what failed comes first. */
  details: string[];
}

/** The evidence that a capsule holds, valid for the content of this hash alone. */
export interface Proof {
  contentHash: string;
  passed: boolean;
  checks: Check[];
  /** Longest run of the reference solution over all rounds. */
  slowestSolutionMs: number;
  /** Test runs executed in total. */
  runs: number;
}

export interface ProofContext extends Pick<JudgeContext, 'executor' | 'newToken'> {
  /** Uniform in [0, 1); shuffles the tests. */
  random: () => number;
  /** Told before each step. */
  onProgress?: (step: CheckId, done: number, total: number) => void;
}
