import { ModelError, type ModelFailure } from '@devcapsules/generation/model';
import type { Outcome } from '@devcapsules/generation/pipeline/hold';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { ErrorCode } from '../../errors/registry.ts';
import {
  type CachedGeneration,
  type GenerationOrder,
  generationOrderSchema,
} from '../../ports/generation.ts';
import { type Closing, closeGeneration } from './close.ts';
import { keepForOthers, lookUp } from './reuse.ts';
import { saveGenerated, saveRevision } from './save.ts';
import { Over, Work, type WorkDeps } from './work.ts';

/** A message off the queue: acknowledged, or sent again and in the end to the dead letters. */
export interface GenerationMessage {
  body: unknown;
  attempts: number;
  ack(): void;
  retry(options?: { delaySeconds?: number }): void;
}

type Needed = WorkDeps &
  Pick<Deps, 'generationLog' | 'generationCache' | 'generationQueue'> &
  Pick<Deps, 'embedder' | 'flags' | 'capsules' | 'proofs' | 'blobs' | 'members' | 'log'>;

/** Jobs of one user side by side. */
const RUNNING_A_USER = 2;
const TURN_MS = 15 * 60_000;
/** Whoever was served less in this time goes first. */
const FAIR_MS = 60 * 60_000;
const MAX_WAIT_SECONDS = 20;
const FIRST_DELAY_SECONDS = 10;
const MAX_DELAY_SECONDS = 600;

/** What a failure of the model is told as. */
const CODES: Record<ModelFailure, ErrorCode> = {
  unavailable: 'GENERATION_PAUSED',
  budget_spent: 'BUDGET_SPENT',
  content_filter: 'GENERATION_REFUSED',
  refused: 'GENERATION_REFUSED',
  bad_key: 'MODEL_UNUSABLE',
  schema_unmet: 'MODEL_UNUSABLE',
};
/** No other attempt would end in another way. */
const LASTING: readonly ErrorCode[] = ['LIMIT_REACHED', 'VALIDATION_FAILED', 'VERSION_CONFLICT', 'NOT_FOUND'];
const NOTHING = { capsuleId: null, familyId: null, repairs: 0, costs: [] };

/**
 * Generates what is asked for on the queue. What may pass is tried again, ever later, from where it was; all else ends
 * the job with its reason.
 */
export async function conductGenerations(
  { deps }: { deps: Needed },
  messages: readonly GenerationMessage[],
): Promise<void> {
  for (const message of messages) {
    const parsed = generationOrderSchema.safeParse(message.body);
    if (!parsed.success) {
      deps.log({ level: 'error', message: 'unreadable order', error: parsed.error.message });
      message.retry();
      continue;
    }
    try {
      await conduct({ deps }, parsed.data, message);
    } catch (error) {
      deps.log({ level: 'error', message: 'generation not conducted', error: String(error) });
      message.retry({ delaySeconds: delayOf(message.attempts) });
    }
  }
}

async function conduct(
  { deps }: { deps: Needed },
  order: GenerationOrder,
  message: GenerationMessage,
): Promise<void> {
  const { jobId } = order;
  if (!(await deps.flags.get('generation.enabled'))) {
    const error = { code: 'GENERATION_DISABLED' } as const;
    await closeGeneration({ deps }, order, { outcome: 'failed', ...NOTHING, error });
    return message.ack();
  }
  const nowMs = deps.runtime.now().getTime();
  const now = new Date(nowMs).toISOString();
  const until = new Date(nowMs + TURN_MS).toISOString();
  const since = new Date(nowMs - FAIR_MS).toISOString();
  const turn = await deps.generationLog.claim(order, { limit: RUNNING_A_USER, now, until, since });
  if (turn.kind === 'ended') {
    await settle({ deps }, jobId);
    return message.ack();
  }
  if (turn.kind === 'wait') {
    // Who has many waiting is not asked for each of them all the time.
    await deps.generationQueue.send(order, Math.min(1 + turn.ahead, MAX_WAIT_SECONDS));
    return message.ack();
  }
  const attempt = await deps.generationJobs.begin(order);
  if (attempt === null) {
    await settleLog({ deps }, jobId);
    return message.ack();
  }
  const looked = await lookUp({ deps }, order, attempt);
  const work = new Work(deps, order, attempt, looked.costs);
  try {
    if (looked.made) {
      await saveGenerated({ deps }, order, looked.made);
      const copied = { ...NOTHING, outcome: 'cached', capsuleId: jobId, error: null } as const;
      await closeGeneration({ deps }, order, { ...copied, costs: looked.costs });
      return message.ack();
    }
    const outcome = await work.run();
    if (outcome.kind === 'accepted') {
      await deps.generationJobs.tell(jobId, attempt, { stage: 'saving' });
      await save({ deps }, order, outcome);
      if (outcome.author.kind === 'model') {
        await keepForOthers({ deps }, order, outcome, { prompt: looked.prompt, at: now });
      }
    }
    await closeGeneration({ deps }, order, closingOf({ ...outcome, costs: work.costs }, order));
    message.ack();
  } catch (error) {
    if (error instanceof Over) return message.ack();
    const { code, isPassing, retryAfterSeconds } = meaningOf(error);
    deps.log({ level: 'warn', message: 'generation failed', jobId, code, isPassing, detail: String(error) });
    if (isPassing) {
      await deps.generationJobs.tell(jobId, attempt, { error: { code } });
      message.retry({ delaySeconds: delayOf(message.attempts, retryAfterSeconds) });
      return;
    }
    const { repairs, costs } = work;
    await closeGeneration({ deps }, order, {
      ...NOTHING,
      outcome: 'failed',
      repairs,
      costs,
      error: { code },
    });
    message.ack();
  }
}

async function save(
  { deps }: { deps: Needed },
  order: GenerationOrder,
  made: CachedGeneration,
): Promise<void> {
  const { revision, createdAt } = order;
  if (revision) await saveRevision({ deps }, revision, made, createdAt);
  else await saveGenerated({ deps }, order, made);
}

/** An attempt before ended it and came no further than the log. */
async function settle({ deps }: { deps: Needed }, jobId: string): Promise<void> {
  const ending = await deps.generationLog.findEnding(jobId);
  if (!ending) return deps.generationJobs.forget(jobId);
  const { outcome, error, ...change } = ending;
  const isDone = outcome === 'accepted' || outcome === 'cached';
  const told = { ...change, error: error && { code: error } };
  await deps.generationJobs.end(jobId, isDone ? 'done' : 'failed', told, { again: false });
}

/** It was cancelled, and the log does not know yet. */
async function settleLog({ deps }: { deps: Needed }, jobId: string): Promise<void> {
  const job = await deps.generationJobs.find(jobId);
  const at = deps.runtime.now().toISOString();
  const { repairs, costs } = job ?? NOTHING;
  const ending = { ...NOTHING, repairs, costs, error: null, at, refund: job?.startedAt === null };
  await deps.generationLog.end(jobId, { outcome: 'cancelled', ...ending });
}

function closingOf(outcome: Outcome, { jobId, revision }: GenerationOrder): Closing {
  const { repairs, costs } = outcome;
  const common = { ...NOTHING, repairs, costs };
  if (outcome.kind === 'accepted') {
    const familyId = outcome.author.kind === 'bank' ? outcome.author.familyId : null;
    const capsuleId = revision?.capsuleId ?? jobId;
    return { ...common, outcome: 'accepted', capsuleId, familyId, error: null };
  }
  if (outcome.kind === 'nothing_fits') {
    return { ...common, outcome: 'nothing_fits', error: { code: 'NOTHING_FITS' } };
  }
  return { ...common, outcome: 'not_proven', error: { code: 'NOT_PROVEN', learnt: outcome.learnt } };
}

interface Meaning {
  code: ErrorCode;
  /** It may go by itself. */
  isPassing: boolean;
  retryAfterSeconds?: number | undefined;
}

function meaningOf(error: unknown): Meaning {
  if (error instanceof ModelError) {
    const { failure, isTransient, retryAfterSeconds } = error;
    return { code: CODES[failure], isPassing: isTransient, retryAfterSeconds };
  }
  if (!(error instanceof AppError)) return { code: 'INTERNAL', isPassing: true };
  const { code, retryAfterSeconds } = error;
  return { code, isPassing: !LASTING.includes(code), retryAfterSeconds };
}

function delayOf(attempts: number, atLeastSeconds = 0): number {
  const growing = FIRST_DELAY_SECONDS * 4 ** Math.max(0, attempts - 1);
  return Math.min(Math.max(growing, atLeastSeconds), MAX_DELAY_SECONDS);
}

/** Ends a job that the queue gave up; sent again as a dead letter, it goes on where it was. @returns why it was given up */
export async function giveUpGeneration(
  { deps }: { deps: Pick<Deps, 'generationLog' | 'generationJobs' | 'runtime' | 'log'> },
  body: unknown,
): Promise<string> {
  const parsed = generationOrderSchema.safeParse(body);
  if (!parsed.success) return `unreadable: ${parsed.error.message}`;
  const job = await deps.generationJobs.find(parsed.data.jobId);
  const code = job?.error?.code ?? 'INTERNAL';
  const { repairs, costs } = job ?? NOTHING;
  const closing = { ...NOTHING, repairs, costs, error: { code } };
  await closeGeneration({ deps }, parsed.data, { outcome: 'given_up', ...closing });
  return `The consumer gave it up: ${code}`;
}
