import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { PLANS } from '../../plans.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireUser } from './access.ts';
import { takeIn } from './content.ts';

/**
 * Stores a new draft as version 1.
 * @throws AppError UNAUTHENTICATED | VALIDATION_FAILED | LIMIT_REACHED
 */
export async function createCapsule(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'blobs' | 'runtime'>; actor: Actor },
  document: unknown,
): Promise<{ id: string; version: number; contentHash: string }> {
  const user = requireUser(actor);
  const content = await takeIn(document, deps);
  const id = deps.runtime.newId();
  const limit = PLANS[user.plan].capsules;
  const inserted = await deps.capsules.insert({ id, creatorId: user.userId, ...content }, limit);
  if (!inserted) throw new AppError('LIMIT_REACHED', { details: { what: 'capsules', limit } });
  return { id, version: 1, contentHash: content.contentHash };
}
