import type { Stuck } from '@devcapsules/generation/mentor/advise';
import { type Explanation, explainError } from '@devcapsules/generation/mentor/errors/explain';
import type { Deps } from '../../deps.ts';
import { type Actor, learnerOf } from '../../ports/actor.ts';
import type { GivenHint } from '../../ports/hints.ts';
import { requireReadable } from '../capsule/access.ts';
import { learnerEvent } from '../events/learner-event.ts';
import { refundQuota, takeQuota } from '../limits/quota.ts';
import { mentorModel, personalHint } from './personal.ts';
import { type ShownHint, shownHint } from './shown.ts';

type Needed = Pick<
  Deps,
  'capsules' | 'hints' | 'quotas' | 'runtime' | 'events' | 'model' | 'flags' | 'adviceLog' | 'log' | 'config'
>;

/** What became of a hint about the learner's own code. */
export const PERSONAL = [
  'given',
  /** The capsule's own hints come first. */
  'ladder_first',
  /** There could be one if the code came with the question. */
  'needs_code',
  'withheld',
  'unavailable',
  /** No model answers learners here. */
  'off',
] as const;

export interface Help {
  /** The next one; null when the learner has had all that there are. */
  hint: ShownHint | null;
  personal: (typeof PERSONAL)[number];
  /** What the error at hand means, where it was told and is known. */
  explanation: Explanation | null;
  /** Steps of the capsule's own ladder that are still to come. */
  left: number;
}

export interface CallForHelp extends Pick<Stuck, 'error'> {
  capsuleId: string;
  code?: string | undefined;
}

/**
 * The next hint: of the capsule's ladder, then of a model about the learner's code. Each costs one of the day's; what an
 * error means costs nothing.
 * @throws AppError NOT_FOUND | QUOTA_EXCEEDED
 */
export async function giveHint(
  { deps, actor }: { deps: Needed; actor: Actor },
  { capsuleId, code, error }: CallForHelp,
): Promise<Help> {
  const { content, version, isOwner } = await requireReadable(deps.capsules, actor, capsuleId);
  const explanation = error ? explainError(content.language, error.verdict, error.message) : null;
  const learner = learnerOf(actor);
  const had = await deps.hints.list(learner, capsuleId, version);
  const step = had.length;
  const userId = actor.kind === 'user' ? actor.userId : null;
  const place = { capsuleId, version, learner, userId };
  const model = await mentorModel(deps);
  const record = (at: number) => {
    if (!isOwner) deps.events.record(learnerEvent(actor, capsuleId, 'hint', { version, step: at }));
  };

  if (step >= content.hints.length) {
    const nothing = { hint: null, explanation, left: 0 };
    if (!model) return { ...nothing, personal: 'off' };
    if (code === undefined) return { ...nothing, personal: 'needs_code' };
    const answer = await personalHint({ deps, actor }, model, { content, place, had, code, error });
    if (answer.personal !== 'given') return { ...nothing, ...answer };
    record(answer.given.step);
    return { ...nothing, personal: 'given', hint: shownHint(deps, answer.given, content) };
  }

  const kind = `hints/${capsuleId}` as const;
  await takeQuota({ deps, actor }, kind);
  const { newId, now } = deps.runtime;
  const whole = { id: newId(), step, helpful: null, createdAt: now().toISOString() };
  const given: GivenHint = { ...place, ...whole, source: 'capsule', text: null };
  const personal = model ? ('ladder_first' as const) : ('off' as const);
  const help = { personal, explanation, left: content.hints.length - step - 1 };
  // Two requests at once are given the same step; it is counted once.
  if (!(await deps.hints.give(given))) {
    await refundQuota({ deps }, actor, kind);
    const first = (await deps.hints.list(learner, capsuleId, version)).find(hint => hint.step === step);
    return { ...help, hint: first ? shownHint(deps, first, content) : null };
  }
  record(step);
  return { ...help, hint: shownHint(deps, given, content) };
}
