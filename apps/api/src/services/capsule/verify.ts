import { prove } from '@devcapsules/capsule/proof/prove';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import type { StoredProof } from '../../ports/proofs.ts';
import { bringBack } from '../content/blobs.ts';
import { requireOwn } from './access.ts';

/**
 * Proves the draft by execution and keeps the evidence with the content's hash.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | RUNNER_UNAVAILABLE | RUNNER_BUSY; no evidence is kept then
 */
export async function verifyCapsule(
  {
    deps,
    actor,
  }: { deps: Pick<Deps, 'capsules' | 'proofs' | 'blobs' | 'executor' | 'runtime'>; actor: Actor },
  id: string,
): Promise<StoredProof> {
  const { content } = await requireOwn(deps.capsules, actor, id);
  const startedAt = deps.runtime.now();
  const proof = await prove(await bringBack(content, deps.blobs), {
    executor: deps.executor,
    newToken: deps.runtime.newId,
    random: deps.runtime.random,
  });
  const endedAt = deps.runtime.now();
  const stored = {
    ...proof,
    createdAt: endedAt.toISOString(),
    durationMs: endedAt.getTime() - startedAt.getTime(),
  };
  await deps.proofs.save(id, stored);
  return stored;
}
