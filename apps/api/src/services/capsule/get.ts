import { learnerView } from '@devcapsules/capsule/view';
import { renderStatement } from '@devcapsules/statement/render';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import type { CapsuleView } from '../../ports/capsule-cache.ts';
import { learnerEvent } from '../events/learner-event.ts';
import { requireReadable } from './access.ts';

/** What a learner works with. A view by anybody but the owner is counted. @throws AppError NOT_FOUND */
export async function getCapsule(
  {
    deps,
    actor,
  }: { deps: Pick<Deps, 'capsules' | 'capsuleCache' | 'events' | 'inBackground' | 'config'>; actor: Actor },
  id: string,
): Promise<CapsuleView> {
  const view = await read();
  if (!view.isOwner) deps.events.record(learnerEvent(actor, id, 'view', { version: view.version }));
  return view;

  async function read(): Promise<CapsuleView> {
    const kept = await deps.capsuleCache.find(id);
    const mayBeOwner = actor.kind === 'user' && (!kept || kept.creatorId === actor.userId);
    if (kept && !mayBeOwner) return kept.view;
    const { capsule, content, version, isOwner } = await requireReadable(deps.capsules, actor, id);
    const { creatorId, publishedVersion, qualityScore } = capsule;
    const isPublished = publishedVersion !== null;
    const statementHtml = renderStatement(content.statement, { baseUrl: deps.config.appUrl });
    const view = {
      ...{ id, version, isPublished, isOwner, qualityScore },
      ...learnerView(content),
      statementHtml,
    };
    if (!isOwner) deps.inBackground('capsule cache', deps.capsuleCache.keep(id, { creatorId, view }));
    return view;
  }
}
