import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireOwn } from './access.ts';
import { takeIn } from './content.ts';

/**
 * Replaces the draft and keeps what it was as a version. A published capsule goes on showing its published
 * version until it is published again.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | VALIDATION_FAILED | VERSION_CONFLICT
 */
export async function updateCapsule(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'blobs' | 'runtime'>; actor: Actor },
  { id, expectedVersion, document }: { id: string; expectedVersion: number; document: unknown },
): Promise<{ id: string; version: number; contentHash: string }> {
  await requireOwn(deps.capsules, actor, id);
  const content = await takeIn(document, deps);
  const written = await deps.capsules.update(id, expectedVersion, content);
  if (!written) throw new AppError('VERSION_CONFLICT');
  return { id, version: expectedVersion + 1, contentHash: content.contentHash };
}
