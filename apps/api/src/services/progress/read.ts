import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Page } from '../../ports/capsules.ts';
import type { Progress, ProgressEntry } from '../../ports/progress.ts';
import { requireLearner } from './learner.ts';

interface Scope {
  deps: Pick<Deps, 'progress'>;
  actor: Actor;
}

/** All that the asker has worked on, the most recent first. @throws AppError UNAUTHENTICATED | VALIDATION_FAILED */
export function listProgress(
  { deps, actor }: Scope,
  query: { limit: number; cursor?: string },
): Promise<Page<ProgressEntry>> {
  return deps.progress.list(requireLearner(actor).learner, query);
}

/** How far the asker is with a capsule; null when there is nothing yet. @throws AppError UNAUTHENTICATED */
export function getProgress({ deps, actor }: Scope, capsuleId: string): Promise<Progress | null> {
  return deps.progress.find(requireLearner(actor).learner, capsuleId);
}
