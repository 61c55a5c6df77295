import { type LearnerView, learnerView } from '@devcapsules/capsule/view';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireReadable } from './access.ts';

export interface CapsuleView extends LearnerView {
  id: string;
  version: number;
  isPublished: boolean;
  isOwner: boolean;
  qualityScore: number | null;
}

/** What a learner works with. A view by anybody but the owner is counted. @throws AppError NOT_FOUND */
export async function getCapsule(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'events'>; actor: Actor },
  id: string,
): Promise<CapsuleView> {
  const { capsule, content, version, isOwner } = await requireReadable(deps.capsules, actor, id);
  if (!isOwner) {
    const userId = actor.kind === 'user' ? actor.userId : null;
    deps.events.record({ capsuleId: id, userId, type: 'impression', metadata: { version } });
  }
  const isPublished = capsule.publishedVersion !== null;
  return { id, version, isPublished, isOwner, qualityScore: capsule.qualityScore, ...learnerView(content) };
}
