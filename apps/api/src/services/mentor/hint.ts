import type { Verdict } from '@devcapsules/capsule/verdict';
import { type Explanation, explainError } from '@devcapsules/generation/mentor/errors/explain';
import type { Deps } from '../../deps.ts';
import { type Actor, learnerOf } from '../../ports/actor.ts';
import { requireReadable } from '../capsule/access.ts';
import { learnerEvent } from '../events/learner-event.ts';
import { refundQuota, takeQuota } from '../limits/quota.ts';
import { type ShownHint, shownHint } from './status.ts';

type Needed = Pick<Deps, 'capsules' | 'hints' | 'quotas' | 'runtime' | 'events'>;

export interface Help {
  /** The next step of the ladder; null when the learner has had them all. */
  hint: ShownHint | null;
  /** What the error at hand means, where it was told and is known. */
  explanation: Explanation | null;
  /** Steps that are still to come. */
  left: number;
}

/**
 * The next hint of the capsule's ladder, which costs one of the day's; and what an error means, which costs nothing.
 * @throws AppError NOT_FOUND | QUOTA_EXCEEDED
 */
export async function giveHint(
  { deps, actor }: { deps: Needed; actor: Actor },
  { capsuleId, error }: { capsuleId: string; error?: { verdict: Verdict; message: string } | undefined },
): Promise<Help> {
  const { content, version, isOwner } = await requireReadable(deps.capsules, actor, capsuleId);
  const explanation = error ? explainError(content.language, error.verdict, error.message) : null;
  const learner = learnerOf(actor);
  const had = await deps.hints.list(learner, capsuleId, version);
  const step = had.length;
  if (step >= content.hints.length) return { hint: null, explanation, left: 0 };

  const kind = `hints/${capsuleId}` as const;
  await takeQuota({ deps, actor }, kind);
  const given = {
    ...{ id: deps.runtime.newId(), capsuleId, version, learner, step, helpful: null },
    userId: actor.kind === 'user' ? actor.userId : null,
    createdAt: deps.runtime.now().toISOString(),
  };
  // Two requests at once are given the same step; it is counted once.
  if (!(await deps.hints.give(given))) {
    await refundQuota({ deps }, actor, kind);
    const [first] = (await deps.hints.list(learner, capsuleId, version)).filter(hint => hint.step === step);
    return {
      hint: first ? shownHint(first, content) : null,
      explanation,
      left: content.hints.length - step - 1,
    };
  }
  if (!isOwner) deps.events.record(learnerEvent(actor, capsuleId, 'hint', { version, step }));
  return { hint: shownHint(given, content), explanation, left: content.hints.length - step - 1 };
}
