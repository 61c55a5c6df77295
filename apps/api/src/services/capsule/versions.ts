import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import type { StoredVersion } from '../../ports/capsules.ts';
import { requireOwn } from './access.ts';

/** All versions, newest first. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function listVersions(
  { deps, actor }: { deps: Pick<Deps, 'capsules'>; actor: Actor },
  id: string,
): Promise<Omit<StoredVersion, 'content'>[]> {
  await requireOwn(deps.capsules, actor, id);
  return deps.capsules.listVersions(id);
}

/** One version as it was stored. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function getVersion(
  { deps, actor }: { deps: Pick<Deps, 'capsules'>; actor: Actor },
  { id, version }: { id: string; version: number },
): Promise<StoredVersion> {
  await requireOwn(deps.capsules, actor, id);
  const stored = await deps.capsules.findVersion(id, version);
  if (!stored) throw new AppError('NOT_FOUND');
  return stored;
}

/**
 * Makes an old version's content the draft again, as a new version: nothing in between is lost.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | VERSION_CONFLICT
 */
export async function restoreVersion(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'runtime'>; actor: Actor },
  { id, version }: { id: string; version: number },
): Promise<{ id: string; version: number; contentHash: string }> {
  const head = await requireOwn(deps.capsules, actor, id);
  const old = await deps.capsules.findVersion(id, version);
  if (!old) throw new AppError('NOT_FOUND');
  const { content, contentHash } = old;
  const written = await deps.capsules.update(id, head.version, {
    content,
    contentHash,
    at: deps.runtime.now().toISOString(),
  });
  if (!written) throw new AppError('VERSION_CONFLICT');
  return { id, version: head.version + 1, contentHash };
}
