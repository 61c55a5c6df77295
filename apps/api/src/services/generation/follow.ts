import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { User } from '../../ports/actor.ts';
import type { GenerationJobState } from '../../ports/generation.ts';
import { type GenerationView, viewOf } from './view.ts';

interface Scope {
  deps: Pick<Deps, 'generationJobs' | 'generationLog' | 'runtime'>;
  actor: User;
}

/** The job, for whoever asked for it. @throws AppError NOT_FOUND, also some time after its end */
async function requireOwn({ deps, actor }: Scope, id: string): Promise<GenerationJobState> {
  const job = await deps.generationJobs.find(id);
  if (job?.userId !== actor.userId) throw new AppError('NOT_FOUND');
  return job;
}

/** @throws AppError NOT_FOUND */
export async function getGeneration(scope: Scope, id: string): Promise<GenerationView> {
  return viewOf(await requireOwn(scope, id), scope.deps.runtime.now());
}

/** Every change of the job as server-sent events. @throws AppError NOT_FOUND */
export async function followGeneration(scope: Scope, id: string): Promise<ReadableStream<Uint8Array>> {
  await requireOwn(scope, id);
  return scope.deps.generationJobs.follow(id);
}

/** Ends the job before its next call; one that had ended stays as it was. @throws AppError NOT_FOUND */
export async function cancelGeneration(scope: Scope, id: string): Promise<GenerationView> {
  const { deps } = scope;
  await requireOwn(scope, id);
  const job = await deps.generationJobs.cancel(id);
  if (!job) throw new AppError('NOT_FOUND');
  if (job.state === 'cancelled') {
    const { capsuleId, familyId, repairs, costs } = job;
    const at = deps.runtime.now().toISOString();
    // Before its turn nothing was done for it.
    const refund = job.startedAt === null;
    const ending = { capsuleId, familyId, repairs, costs, error: null, at, refund };
    await deps.generationLog.end(id, { outcome: 'cancelled', ...ending });
  }
  return viewOf(job, deps.runtime.now());
}
