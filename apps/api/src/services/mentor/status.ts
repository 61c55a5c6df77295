import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { type Actor, learnerOf } from '../../ports/actor.ts';
import type { HintUse } from '../../ports/hints.ts';
import { requireOwn, requireReadable } from '../capsule/access.ts';
import { allowanceOf, dayOf } from '../limits/quota.ts';
import { mentorModel } from './personal.ts';
import { type ShownHint, shownHint } from './shown.ts';

type StatusDeps = Pick<Deps, 'capsules' | 'hints' | 'quotas' | 'runtime' | 'model' | 'flags' | 'config'>;

/** What help somebody has had with a capsule, and what is left. @throws AppError NOT_FOUND */
export async function mentorStatus(
  { deps, actor }: { deps: StatusDeps; actor: Actor },
  capsuleId: string,
): Promise<{ hints: ShownHint[]; left: number; leftToday: number; isPersonal: boolean }> {
  const { content, version } = await requireReadable(deps.capsules, actor, capsuleId);
  const given = await deps.hints.list(learnerOf(actor), capsuleId, version);
  const kind = `hints/${capsuleId}` as const;
  const today = await deps.quotas.usage(actor.key, dayOf(deps.runtime.now()).day);
  const used = today.find(count => count.kind === kind)?.used ?? 0;
  return {
    hints: given.map(hint => shownHint(deps, hint, content)),
    left: Math.max(0, content.hints.length - given.length),
    isPersonal: (await mentorModel(deps)) !== null,
    leftToday: Math.max(0, allowanceOf(actor, kind) - used),
  };
}

/** Whether a hint helped, by whoever was given it. @throws AppError NOT_FOUND */
export async function judgeHint(
  { deps, actor }: { deps: Pick<Deps, 'hints'>; actor: Actor },
  { id, helpful }: { id: string; helpful: boolean },
): Promise<void> {
  if (!(await deps.hints.judge(id, learnerOf(actor), helpful))) throw new AppError('NOT_FOUND');
}

/** Which hints of the published version help, for its author. @throws AppError UNAUTHENTICATED | NOT_FOUND | NOT_PUBLISHED */
export async function hintUse(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'hints'>; actor: Actor },
  capsuleId: string,
): Promise<HintUse[]> {
  const { publishedVersion } = await requireOwn(deps.capsules, actor, capsuleId);
  if (publishedVersion === null) throw new AppError('NOT_PUBLISHED');
  return deps.hints.use(capsuleId, publishedVersion);
}
