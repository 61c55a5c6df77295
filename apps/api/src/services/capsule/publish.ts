import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireOwn, requireUser } from './access.ts';

/**
 * Shows the draft to everybody, if its content is proven.
 * @throws AppError UNAUTHENTICATED | EMAIL_UNVERIFIED | NOT_FOUND | PROOF_REQUIRED | VERSION_CONFLICT
 */
export async function publishCapsule(
  {
    deps,
    actor,
  }: {
    deps: Pick<Deps, 'capsules' | 'capsuleCache' | 'proofs' | 'runtime' | 'config'>;
    actor: Actor;
  },
  id: string,
): Promise<{ id: string; publishedVersion: number }> {
  const { version, content, contentHash } = await requireOwn(deps.capsules, actor, id);
  if (deps.config.publishNeedsVerifiedEmail && !requireUser(actor).emailVerified) {
    throw new AppError('EMAIL_UNVERIFIED');
  }
  const proof = await deps.proofs.find(id, contentHash);
  if (!proof?.passed) {
    const failed = proof?.checks
      .filter(check => !check.passed)
      .map(({ id: check, summary }) => ({ check, summary }));
    const details = failed ? { reason: 'failed', failed } : { reason: 'not_proven' };
    throw new AppError('PROOF_REQUIRED', { details });
  }
  const at = deps.runtime.now().toISOString();
  const written = await deps.capsules.publish(id, version, content, proof.quality, at);
  if (!written) throw new AppError('VERSION_CONFLICT');
  await deps.capsuleCache.forget(id);
  return { id, publishedVersion: version };
}

/** Hides the capsule from all but its owner. @throws AppError UNAUTHENTICATED | NOT_FOUND | VERSION_CONFLICT */
export async function unpublishCapsule(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'capsuleCache' | 'runtime'>; actor: Actor },
  id: string,
): Promise<void> {
  const { version, content } = await requireOwn(deps.capsules, actor, id);
  const at = deps.runtime.now().toISOString();
  const written = await deps.capsules.unpublish(id, version, content, at);
  if (!written) throw new AppError('VERSION_CONFLICT');
  await deps.capsuleCache.forget(id);
}
