import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Learner } from '../../ports/progress.ts';

/** Whose progress is kept: a user's, or that of whoever sends a learner token. An address is nobody. */
export function knownLearner(actor: Actor): Learner | null {
  if (actor.kind === 'user') return { learner: actor.userId, userId: actor.userId };
  return actor.learnerId === null ? null : { learner: actor.learnerId, userId: null };
}

/** @throws AppError UNAUTHENTICATED */
export function requireLearner(actor: Actor): Learner {
  const learner = knownLearner(actor);
  if (!learner) throw new AppError('UNAUTHENTICATED');
  return learner;
}
