import { sha256 } from '@devcapsules/capsule/hash';
import type { GenerationRequest } from '@devcapsules/generation/request';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { PLANS } from '../../plans.ts';
import type { User } from '../../ports/actor.ts';
import type { GenerationOrder } from '../../ports/generation.ts';
import { dayOf, refundQuota, takeQuota } from '../limits/quota.ts';
import { closeGeneration } from './close.ts';
import { cacheKey, promptHash } from './hashes.ts';
import { saveGenerated } from './save.ts';

export type StartDeps = Pick<
  Deps,
  | ('config' | 'runtime' | 'flags' | 'quotas' | 'members' | 'capsules' | 'proofs' | 'blobs' | 'log')
  | ('model' | 'modelUse' | 'bank')
  | ('generationJobs' | 'generationLog' | 'generationCache' | 'generationQueue')
>;

export interface StartedGeneration {
  jobId: string;
  author: 'model' | 'bank';
}

/**
 * Starts the generation of a capsule; the same key again gives the same job. Nothing dear is done before all that is
 * cheap has been asked.
 * @throws AppError IDEMPOTENCY_CONFLICT | GENERATION_DISABLED | LIMIT_REACHED | QUOTA_EXCEEDED | GENERATION_PAUSED |
 * BUDGET_SPENT | NOTHING_FITS
 */
export async function startGeneration(
  scope: { deps: StartDeps; actor: User },
  request: GenerationRequest,
  idempotencyKey: string | undefined,
): Promise<StartedGeneration> {
  return start(scope, { request, revision: null }, idempotencyKey);
}

/** What a job is to do. */
export type Task = Pick<GenerationOrder, 'request' | 'revision'>;

/** The same for a capsule that is there as for a new one; see {@link startGeneration}. */
export async function start(
  { deps, actor }: { deps: StartDeps; actor: User },
  { request, revision }: Task,
  idempotencyKey: string | undefined,
): Promise<StartedGeneration> {
  const author = deps.model ? 'model' : 'bank';
  const prompt = await promptHash(request);
  const idempotency = idempotencyKey ? await sha256(`${actor.userId}:${idempotencyKey}`) : null;
  const before = idempotency && (await deps.generationLog.findByKey(idempotency));
  if (before) return { jobId: known(before, prompt), author };

  if (!(await deps.flags.get('generation.enabled'))) throw new AppError('GENERATION_DISABLED');
  const limit = PLANS[actor.plan].capsules;
  if (!revision && !(await deps.capsules.hasRoom(actor.userId, limit))) {
    throw new AppError('LIMIT_REACHED', { details: { what: 'capsules', limit } });
  }
  await takeQuota({ deps, actor }, 'generations');
  const now = deps.runtime.now();
  const order: GenerationOrder = {
    ...{ jobId: deps.runtime.newId(), seed: deps.runtime.newId(), userId: actor.userId },
    ...{ request, revision, author, day: dayOf(now).day, createdAt: now.toISOString() },
  };
  let isFirst = false;
  try {
    if (deps.model) await mayAsk(deps);
    else mustFit(deps, order);
    isFirst = await deps.generationLog.open(order, { prompt, idempotency });
  } finally {
    if (!isFirst) await refundQuota({ deps }, actor, 'generations');
  }
  // The same key came twice at once, and the other was first.
  if (!isFirst) return start({ deps, actor }, { request, revision }, idempotencyKey);
  await setOut({ deps }, order);
  return { jobId: order.jobId, author };
}

/** @throws whatever kept it from the queue; the job has failed then, and is not counted */
async function setOut({ deps }: { deps: StartDeps }, order: GenerationOrder): Promise<void> {
  try {
    await deps.generationJobs.open(order);
    if (!(await serveFromCache({ deps }, order))) await deps.generationQueue.send(order);
  } catch (error) {
    await closeGeneration({ deps }, order, {
      ...{ outcome: 'failed', capsuleId: null, familyId: null, repairs: 0, costs: [] },
      error: { code: error instanceof AppError ? error.code : 'INTERNAL' },
    });
    throw error;
  }
}

function known(before: { jobId: string; promptHash: string }, prompt: string): string {
  if (before.promptHash !== prompt) throw new AppError('IDEMPOTENCY_CONFLICT');
  return before.jobId;
}

async function mayAsk({ modelUse }: StartDeps): Promise<void> {
  const leave = await modelUse.look();
  if (leave.kind === 'granted') return;
  const { retryAfterSeconds } = leave;
  throw new AppError(leave.kind === 'spent' ? 'BUDGET_SPENT' : 'GENERATION_PAUSED', { retryAfterSeconds });
}

function mustFit({ bank }: StartDeps, { request, revision, seed }: GenerationOrder): void {
  const authored = revision
    ? bank().again(revision.familyId ?? '', request, seed)
    : bank().write(request, seed);
  if (authored.kind === 'draft') return;
  throw new AppError('NOTHING_FITS', { details: { nearest: authored.nearest } });
}

/** A fresh copy of what was made of the same words before, at no cost. */
async function serveFromCache({ deps }: { deps: StartDeps }, order: GenerationOrder): Promise<boolean> {
  if (!deps.model || order.revision) return false;
  const made = await deps.generationCache.find(await cacheKey(order.request, deps.model.id));
  if (!made) return false;
  await saveGenerated({ deps }, order, made);
  await closeGeneration({ deps }, order, {
    ...{ outcome: 'cached', capsuleId: order.jobId, familyId: null, repairs: 0, costs: [], error: null },
  });
  return true;
}
