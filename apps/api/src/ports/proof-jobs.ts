import type { Progress } from '@devcapsules/capsule/proof/proof';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { z } from 'zod';
import { ERROR_CODES } from '../errors/registry.ts';

/** How far the proof of a capsule is: one at a time for each capsule. */
export const proofJobSchema = z.object({
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Of the content that is, or was, proven. */
  contentHash: z.string(),
  /** Null before the first step. */
  progress: z.object({ step: z.string(), done: z.int(), total: z.int() }).nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Why there is no evidence, when it failed. */
  error: z.object({ code: z.enum(ERROR_CODES), retryAfterSeconds: z.number().optional() }).nullable(),
});
export type ProofJob = z.infer<typeof proofJobSchema>;

export interface ProofJobs {
  /** Starts the proof of a draft, or joins the one that is running on the same content; replaces any other. */
  start(capsuleId: string, content: Capsule, contentHash: string): Promise<ProofJob>;
  /** The newest job of a capsule. */
  find(capsuleId: string): Promise<ProofJob | null>;
  /** Resolves when no job is running any more. */
  wait(capsuleId: string): Promise<ProofJob | null>;
  /** Ends a running job before its next test run. */
  cancel(capsuleId: string): Promise<ProofJob | null>;
  /** Every change of the job as server-sent events, until it ends. */
  follow(capsuleId: string): Promise<ReadableStream<Uint8Array>>;
}

/** What is to be proven. */
export interface Order {
  capsuleId: string;
  content: Capsule;
}

/** The Durable Object behind {@link ProofJobs}, as its callers see it. */
export interface ProofRunObject extends Rpc.DurableObjectBranded {
  start(order: Order, contentHash: string, now: string): Promise<ProofJob>;
  find(): ProofJob | null;
  wait(): Promise<ProofJob | null>;
  cancel(): Promise<ProofJob | null>;
  follow(): ReadableStream<Uint8Array>;
}

/** Told by whoever conducts the proof. */
export type OnProgress = (progress: Progress) => void;
