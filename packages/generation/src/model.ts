import type { z } from 'zod';

/** Those who write capsules, and the one who helps learners. */
export const AGENTS = ['pedagogist', 'coder', 'blind_solver', 'debugger', 'mentor'] as const;
export type AgentName = (typeof AGENTS)[number];

/** Who is paid: agents, and whoever makes vectors of prompts. */
export const PAYEES = [...AGENTS, 'embedder'] as const;
export type Payee = (typeof PAYEES)[number];

/** A question to a model. */
export interface ModelCall<Answer> {
  agent: AgentName;
  system: string;
  prompt: string;
  /** What the answer must be. */
  schema: z.ZodType<Answer>;
  signal?: AbortSignal | undefined;
}

/** What a call used up, as the provider reported it. */
export interface CallCost {
  agent: Payee;
  model: string;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
  latencyMs: number;
}

export interface ModelAnswer<Answer> {
  answer: Answer;
  /** Of every attempt that was paid for, those that led to nothing too. */
  costs: CallCost[];
}

/** Whatever writes text for us. Transient failures are retried behind this port. */
export interface Model {
  /** Names the models and what else decides about an answer; part of the cache's key. */
  id: string;
  /** @throws ModelError */
  ask<Answer>(call: ModelCall<Answer>): Promise<ModelAnswer<Answer>>;
}

/** `unavailable` may pass by itself; the others stay as long as nobody changes something. */
export const MODEL_FAILURES = [
  'unavailable',
  'content_filter',
  'refused',
  'bad_key',
  'schema_unmet',
  /** The day's budget; it comes anew. */
  'budget_spent',
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];

export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly failure: ModelFailure;
  /** Calls that were paid for and led to nothing. */
  readonly costs: CallCost[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    failure: ModelFailure,
    message: string,
    options: ErrorOptions & { costs?: CallCost[]; retryAfterSeconds?: number | undefined } = {},
  ) {
    super(message, options);
    this.failure = failure;
    this.costs = options.costs ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get isTransient(): boolean {
    return this.failure === 'unavailable';
  }
}
