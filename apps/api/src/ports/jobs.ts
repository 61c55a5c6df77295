import type { Memory } from '@devcapsules/capsule/proof/proof';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { z } from 'zod';
import { ERROR_CODES } from '../errors/registry.ts';

/** How far a long piece of work is. */
export const jobSchema = z.object({
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** What it works on: a proof on the content of this hash, a regrade by this version. */
  subject: z.string(),
  /** Null before the first step. */
  progress: z.object({ step: z.string(), done: z.int(), total: z.int() }).nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Why there is no result, when it failed. */
  error: z.object({ code: z.enum(ERROR_CODES), retryAfterSeconds: z.number().optional() }).nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/** Work on capsules that outlives requests: one job a capsule at a time. */
export interface Jobs<Order> {
  /** Starts a job, or joins the one that is running on the same subject; replaces any other. */
  start(capsuleId: string, order: Order, subject: string): Promise<Job>;
  /** The newest job of a capsule. */
  find(capsuleId: string): Promise<Job | null>;
  /** Resolves when no job is running any more. */
  wait(capsuleId: string): Promise<Job | null>;
  /** Ends a running job before its next test run. */
  cancel(capsuleId: string): Promise<Job | null>;
  /** Ends a running job, and removes all that is known of it. */
  forget(capsuleId: string): Promise<void>;
  /** Every change of the job as server-sent events, until it ends. */
  follow(capsuleId: string): Promise<ReadableStream<Uint8Array>>;
}

/** The Durable Object behind {@link Jobs}, as its callers see it. */
export interface JobObject<Order> extends Rpc.DurableObjectBranded {
  start(order: Order, subject: string, now: string): Promise<Job>;
  find(): Job | null;
  wait(): Promise<Job | null>;
  cancel(): Promise<Job | null>;
  forget(): Promise<void>;
  follow(): ReadableStream<Uint8Array>;
}

/** A draft to be proven. */
export interface ProofOrder {
  capsuleId: string;
  content: Capsule;
}

/** A version whose tests are tried on what learners handed in before. */
export interface RegradeOrder {
  capsuleId: string;
  version: number;
  content: Capsule;
}

/** What a job gives whoever carries it out. */
export interface JobTools {
  startedAt: Date;
  /** Outlives a crash: what it holds need not be done again. */
  memory: Memory;
  /** Aborted when the job is cancelled or replaced. */
  signal: AbortSignal;
  onProgress(progress: { step: string; done: number; total: number }): void;
}
