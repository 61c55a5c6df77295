import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { type Advice, advise, type Stuck } from '@devcapsules/generation/mentor/advise';
import { levelOf } from '@devcapsules/generation/mentor/level';
import type { Model } from '@devcapsules/generation/model';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import type { GivenHint } from '../../ports/hints.ts';
import type { QuotaKind } from '../../ports/limits.ts';
import { refundQuota, takeQuota } from '../limits/quota.ts';
import { hintText } from './shown.ts';

type Needed = Pick<Deps, 'model' | 'adviceLog' | 'hints' | 'quotas' | 'runtime' | 'log'>;

/** Whoever answers learners about their own code; null where none is configured, or while it is switched off. */
export async function mentorModel({ model, flags }: Pick<Deps, 'model' | 'flags'>): Promise<Model | null> {
  return model && (await flags.get('mentor.model.enabled')) ? model : null;
}

/** Whom a hint is for, and what about. */
export interface Occasion extends Pick<Stuck, 'code' | 'error'> {
  content: Capsule;
  place: Pick<GivenHint, 'capsuleId' | 'version' | 'learner' | 'userId'>;
  had: readonly GivenHint[];
}

export type Personal =
  | { personal: 'given'; given: GivenHint }
  /** The model would not answer, or what it wrote must not be shown. */
  | { personal: 'withheld' }
  /** The provider did not answer, or in no form that can be used. */
  | { personal: 'unavailable' };

/**
 * A model's hint about the learner's own code. It costs one of the day's as soon as the provider has answered, so that
 * nobody can have it asked for nothing.
 * @throws AppError QUOTA_EXCEEDED
 */
export async function personalHint(
  { deps, actor }: { deps: Needed; actor: Actor },
  model: Model,
  { content, place, had, code, error }: Occasion,
): Promise<Personal> {
  const { capsuleId } = place;
  const giveBack = await takeBoth({ deps, actor }, capsuleId);
  const level = levelOf(had.length - content.hints.length);
  const before = had.map(hint => hintText(hint, content));
  const advice = await advise(
    { capsule: content, code, level, error, had: before },
    model,
    deps.runtime.newId,
  );
  await keep({ deps }, capsuleId, advice);
  if (advice.kind === 'unavailable') {
    if (advice.costs.length === 0) await giveBack();
    return { personal: 'unavailable' };
  }
  if (advice.kind === 'withheld') return { personal: 'withheld' };
  const { newId, now } = deps.runtime;
  const hint = { ...place, id: newId(), source: 'model', text: advice.text, helpful: null } as const;
  const createdAt = now().toISOString();
  // Two requests at once are answered separately; the later one takes the next place.
  for (let step = had.length; ; step++) {
    const given = { ...hint, step, createdAt };
    if (await deps.hints.give(given)) return { personal: 'given', given };
  }
}

/** One of the capsule's hints of today, and one of all that models give. @throws AppError QUOTA_EXCEEDED */
async function takeBoth(
  scope: { deps: Pick<Deps, 'quotas' | 'runtime'>; actor: Actor },
  capsuleId: string,
): Promise<() => Promise<void>> {
  const kind = `hints/${capsuleId}` as const;
  await takeQuota(scope, kind);
  const refund = (what: QuotaKind) => refundQuota(scope, scope.actor, what);
  try {
    await takeQuota(scope, 'personal_hints');
  } catch (error) {
    await refund(kind);
    throw error;
  }
  return async () => {
    await refund(kind);
    await refund('personal_hints');
  };
}

async function keep({ deps }: { deps: Needed }, capsuleId: string, advice: Advice): Promise<void> {
  const { kind: outcome, costs } = advice;
  const why = advice.kind === 'hint' ? null : advice.why;
  const [id, createdAt] = [deps.runtime.newId(), deps.runtime.now().toISOString()];
  await deps.adviceLog.save({ id, capsuleId, outcome, why, costs, createdAt });
  if (why !== null) deps.log({ level: 'warn', message: 'no personal hint', capsuleId, outcome, why });
}
