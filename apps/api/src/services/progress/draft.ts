import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireReadable } from '../capsule/access.ts';
import { requireLearner } from './learner.ts';

export interface DraftInput {
  capsuleId: string;
  source: string;
  ifUpdatedAt?: string | null | undefined;
}

/**
 * Keeps what a learner has typed so far. With `ifUpdatedAt` two open tabs can't overwrite each other: the second is
 * told what the first has written.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | DRAFT_CONFLICT with the stored draft
 */
export async function saveDraft(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'progress' | 'runtime'>; actor: Actor },
  { capsuleId, source, ifUpdatedAt }: DraftInput,
): Promise<{ updatedAt: string }> {
  const learner = requireLearner(actor);
  await requireReadable(deps.capsules, actor, capsuleId);
  const at = deps.runtime.now().toISOString();
  const condition = ifUpdatedAt === undefined ? {} : { ifUpdatedAt };
  const updatedAt = await deps.progress.saveDraft({ ...learner, capsuleId, source, at, ...condition });
  if (updatedAt !== null) return { updatedAt };
  const stored = await deps.progress.find(learner.learner, capsuleId);
  const details = stored?.draft
    ? { sourceCode: stored.draft.source, updatedAt: stored.draft.updatedAt }
    : { sourceCode: null, updatedAt: null };
  throw new AppError('DRAFT_CONFLICT', { details });
}
