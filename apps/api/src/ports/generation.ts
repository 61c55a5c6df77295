import type { Proof, Remembered } from '@devcapsules/capsule/proof/proof';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import type { CallCost } from '@devcapsules/generation/model';
import type { Stage } from '@devcapsules/generation/pipeline/stages';
import { PARTS } from '@devcapsules/generation/prompts/regenerate';
import { generationRequest } from '@devcapsules/generation/request';
import { z } from 'zod';
import type { ErrorCode } from '../errors/registry.ts';

/** A generation that gives a capsule that is there a new version. */
export const revisionSchema = z.object({
  capsuleId: z.string(),
  /** The version that it starts from, and that must still be the newest when it ends. */
  version: z.int(),
  part: z.enum(PARTS),
  /** Of the bank, which makes another exercise of this family as a whole. */
  familyId: z.string().nullable(),
});
export type Revision = z.infer<typeof revisionSchema>;

/** What is on the queue: all that a job needs, so that a message can be sent again long after. */
export const generationOrderSchema = z.object({
  jobId: z.string(),
  userId: z.string(),
  request: generationRequest,
  /** Which exercise of a family the bank makes. */
  seed: z.string(),
  author: z.enum(['model', 'bank']),
  revision: revisionSchema.nullable().default(null),
  /** The day whose quota it took. */
  day: z.string(),
  createdAt: z.string(),
});
export type GenerationOrder = z.infer<typeof generationOrderSchema>;

export const GENERATION_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** A job as it is now. */
export interface GenerationJobState {
  id: string;
  userId: string;
  state: (typeof GENERATION_STATES)[number];
  stage: Stage;
  /** Never goes back, though a repair runs stages again. */
  percent: number;
  repairs: number;
  author: 'model' | 'bank';
  fromCache: boolean;
  /** Of the bank. */
  familyId: string | null;
  capsuleId: string | null;
  costs: CallCost[];
  /** Why it failed, or what it is waiting for while it runs. */
  error: { code: ErrorCode; learnt?: string[] } | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
}
export type GenerationChange = Partial<
  Pick<GenerationJobState, 'stage' | 'repairs' | 'costs' | 'error' | 'familyId' | 'fromCache' | 'capsuleId'>
>;

/** Live jobs. A job ends by itself some time after its work; what stays is in {@link GenerationLog}. */
export interface GenerationJobs {
  open(order: GenerationOrder): Promise<void>;
  find(id: string): Promise<GenerationJobState | null>;
  /** Begins an attempt, which ends any attempt before it. Null: the job has ended for good. */
  begin(order: GenerationOrder): Promise<number | null>;
  /** False when this attempt may not go on; nothing is changed then. */
  tell(id: string, attempt: number, change: GenerationChange): Promise<boolean>;
  recall(id: string, key: string): Promise<Remembered | undefined>;
  /** False when this attempt may not go on. */
  remember(id: string, attempt: number, key: string, value: Remembered): Promise<boolean>;
  /** Resolves when this attempt may not go on. */
  whenOver(id: string, attempt: number): Promise<void>;
  end(
    id: string,
    state: 'done' | 'failed',
    change: GenerationChange,
    options: { again: boolean },
  ): Promise<void>;
  /** As it is then; one that had ended stays as it was. Null: there is none. */
  cancel(id: string): Promise<GenerationJobState | null>;
  follow(id: string): Promise<ReadableStream<Uint8Array>>;
  forget(id: string): Promise<void>;
}

/** The Durable Object behind {@link GenerationJobs}. */
export interface GenerationJobObject extends Rpc.DurableObjectBranded {
  open(order: GenerationOrder): Promise<void>;
  find(): GenerationJobState | null;
  begin(order: GenerationOrder, now: string): Promise<number | null>;
  tell(attempt: number, change: GenerationChange): Promise<boolean>;
  recall(key: string): Promise<Remembered | undefined>;
  remember(attempt: number, key: string, value: Remembered): Promise<boolean>;
  whenOver(attempt: number): Promise<void>;
  end(
    state: 'done' | 'failed',
    change: GenerationChange,
    options: { again: boolean; now: string },
  ): Promise<void>;
  cancel(now: string): Promise<GenerationJobState | null>;
  follow(): ReadableStream<Uint8Array>;
  forget(): Promise<void>;
}

export const OUTCOMES = [
  ...(['accepted', 'cached', 'not_proven', 'nothing_fits', 'failed', 'given_up', 'cancelled'] as const),
] as const;
export type GenerationOutcome = (typeof OUTCOMES)[number];

/** How a generation ended, for the log. */
export interface GenerationEnding {
  outcome: GenerationOutcome;
  capsuleId: string | null;
  familyId: string | null;
  repairs: number;
  costs: CallCost[];
  error: ErrorCode | null;
  at: string;
  /** Whether the asker gets the day's unit back. */
  refund: boolean;
}

/** `ended`: there is nothing to do any more, also when its user is gone. `ahead`: the user's own jobs before this one. */
export type Turn = { kind: 'claimed' } | { kind: 'wait'; ahead: number } | { kind: 'ended' };

/** What stays of every generation. */
export interface GenerationLog {
  /** False when the idempotency key is taken; nothing is written then. */
  open(order: GenerationOrder, hashes: { prompt: string; idempotency: string | null }): Promise<boolean>;
  /** Of which family of the bank a capsule is; null when it is of none. */
  familyOf(capsuleId: string): Promise<string | null>;
  findByKey(idempotencyHash: string): Promise<{ jobId: string; promptHash: string } | null>;
  /**
   * Takes a turn for a job: one atomic statement. It has to wait while `limit` jobs of its user are running, and, if it
   * has not begun yet, while others wait who were served less since then.
   */
  claim(
    order: GenerationOrder,
    turn: { limit: number; now: string; until: string; since: string },
  ): Promise<Turn>;
  /** Ends it and gives the unit back, in one transaction; false when it had ended. */
  end(id: string, ending: GenerationEnding): Promise<boolean>;
  /** How it ended; null while it has not, or when there is none. */
  findEnding(id: string): Promise<Omit<GenerationEnding, 'at' | 'refund'> | null>;
  /** Ends what nobody has worked on since then. @returns how many */
  endStale(createdBefore: string, now: string): Promise<number>;
}

export interface CachedGeneration {
  capsule: Capsule;
  proof: Proof;
}

/** Where a prompt points, among those that may be compared with it. */
export interface PromptVector {
  scope: string;
  vector: number[];
}

/** Finished generations by what was asked. */
export interface GenerationCache {
  find(key: string): Promise<CachedGeneration | null>;
  /** What was made of the prompt that is most like this one, if it is like enough. */
  findNear(prompt: PromptVector, minSimilarity: number): Promise<CachedGeneration | null>;
  save(key: string, made: CachedGeneration, at: string, prompt: PromptVector | null): Promise<void>;
  prune(before: string): Promise<number>;
}

export interface GenerationQueue {
  send(order: GenerationOrder, delaySeconds?: number): Promise<void>;
}
