import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireUser } from '../capsule/access.ts';

/**
 * Makes what somebody did before they signed in their own. Doing it again changes nothing.
 * @throws AppError UNAUTHENTICATED | INVALID_TOKEN
 */
export async function claimProgress(
  { deps, actor }: { deps: Pick<Deps, 'progress' | 'learnerTokens'>; actor: Actor },
  token: string,
): Promise<{ capsules: number }> {
  const { userId } = requireUser(actor);
  const learner = await deps.learnerTokens.verify(token);
  if (learner === null) throw new AppError('INVALID_TOKEN');
  return deps.progress.claim(learner, userId);
}
