import { z } from 'zod';
import type { JudgeContext } from '../judges/context.ts';
import { type MutantMaker, OPERATORS } from '../mutants/mutant.ts';

export const CHECKS = [
  'agreement',
  'stability',
  'trivial_answers',
  'wrong_solutions',
  'mutants',
  'limits',
  'leaks',
] as const;
export type CheckId = (typeof CHECKS)[number];

/** One step of a proof and its evidence, in sentences for the author. */
export const checkSchema = z.object({
  id: z.enum(CHECKS),
  passed: z.boolean(),
  /** It passed, and there is still something that the author should see to. */
  warning: z.boolean().optional(),
  summary: z.string(),
  /** One line a finding; what failed comes first. */
  details: z.array(z.string()),
});
export type Check = z.infer<typeof checkSchema>;

/** A fault that no test finds. */
export const survivorSchema = z.object({
  operator: z.enum(OPERATORS),
  line: z.int(),
  /** As {@link lineDiff} writes it. */
  diff: z.string(),
  /** A test that would find it, ready to be added: made by running the solution on a further input. */
  killer: z.record(z.string(), z.unknown()).optional(),
});
export type Survivor = z.infer<typeof survivorSchema>;

export const mutationSchema = z.object({
  /** Mutants that ran: those that don't compile are no mutants. */
  made: z.int(),
  killed: z.int(),
  /** Survivors that behave as the solution does on every further input too: left out of the score. */
  equivalent: z.int(),
  survivors: z.array(survivorSchema),
  /** Killed among those that are not equivalent, in [0, 1]; null when there are none. */
  score: z.number().nullable(),
  durationMs: z.number(),
});
export type Mutation = z.infer<typeof mutationSchema>;

/** The evidence that a capsule holds, valid for the content of this hash alone. */
export const proofSchema = z.object({
  contentHash: z.string(),
  passed: z.boolean(),
  checks: z.array(checkSchema),
  /** Longest run of the reference solution over all rounds. */
  slowestSolutionMs: z.number(),
  /** Test runs executed in total. */
  runs: z.int(),
  /** Null when the proof ended before. */
  mutation: mutationSchema.nullable(),
  /** In [0, 1], see quality.ts; null for a proof that failed. */
  quality: z.number().nullable(),
});
export type Proof = z.infer<typeof proofSchema>;

/** What is done of a step; a step that can't be counted has a total of 1. */
export interface Progress {
  step: CheckId;
  done: number;
  total: number;
}

/** JSON, as it comes back from wherever it was kept. */
export type Remembered = null | boolean | number | string | Remembered[] | { [key: string]: Remembered };

/**
 * Keeps what a proof has found out already. Keys are the same each time the same content is proven, so
 * a proof that was interrupted goes on where it was.
 */
export interface Memory {
  get(key: string): Promise<Remembered | undefined>;
  set(key: string, value: Remembered): Promise<void>;
}

export interface ProofContext extends Pick<JudgeContext, 'executor' | 'newToken'> {
  makeMutants: MutantMaker;
  /** Milliseconds of any clock. */
  now: () => number;
  /** Answers judged side by side; 1 unless told. */
  width?: number;
  memory?: Memory;
  /** Ends the proof before its next run. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}
