import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { PLANS } from '../../plans.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireOwn, requireUser } from './access.ts';

/** How long a deleted capsule can be restored; then it is purged. */
export const RESTORABLE_MS = 30 * 24 * 60 * 60 * 1000;

interface Scope {
  deps: Pick<Deps, 'capsules' | 'capsuleCache' | 'runtime'>;
  actor: Actor;
}

/**
 * Takes the capsule out of sight; for a while it can be restored.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | VERSION_CONFLICT when a version is expected and it is another
 */
export async function removeCapsule(
  { deps, actor }: Scope,
  { id, expectedVersion }: { id: string; expectedVersion?: number | undefined },
): Promise<void> {
  await requireOwn(deps.capsules, actor, id);
  const removed = await deps.capsules.remove(id, deps.runtime.now().toISOString(), expectedVersion);
  if (!removed) throw new AppError(expectedVersion === undefined ? 'NOT_FOUND' : 'VERSION_CONFLICT');
  await deps.capsuleCache.forget(id);
}

/**
 * Brings a deleted capsule back as it was, published or not.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | LIMIT_REACHED
 */
export async function restoreCapsule(
  { deps, actor }: Scope,
  id: string,
): Promise<{ id: string; version: number }> {
  const { userId, plan } = requireUser(actor);
  const since = new Date(deps.runtime.now().getTime() - RESTORABLE_MS).toISOString();
  const limit = PLANS[plan].capsules;
  const version = await deps.capsules.restore(id, userId, since, limit);
  if (version === null) {
    if (await deps.capsules.hasRoom(userId, limit)) throw new AppError('NOT_FOUND');
    throw new AppError('LIMIT_REACHED', { details: { what: 'capsules', limit } });
  }
  await deps.capsuleCache.forget(id);
  return { id, version };
}
