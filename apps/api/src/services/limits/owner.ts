import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import { allowanceOf, quotaExceeded, refundQuota, takeFrom } from './quota.ts';

/**
 * Does what somebody asked for on an owner's published capsule. What the anonymous ask for counts against the
 * owner's executions once the day's free floor is used up; it is given back when it fails.
 * @throws AppError QUOTA_EXCEEDED
 */
export async function countedForOwner<Result>(
  { deps, actor }: { deps: Pick<Deps, 'quotas' | 'runtime' | 'members'>; actor: Actor },
  ownerId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (actor.kind === 'user') return work();
  const owner = await deps.members.find(ownerId);
  if (!owner) throw new AppError('NOT_FOUND');
  const account = { key: owner.id, plan: owner.plan, overrides: owner.overrides };
  const kind = (await takeFrom({ deps }, account, 'anonymous')) ? 'anonymous' : 'executions';
  if (kind === 'executions' && !(await takeFrom({ deps }, account, kind))) {
    throw quotaExceeded(kind, allowanceOf(account, kind), deps.runtime.now());
  }
  try {
    return await work();
  } catch (error) {
    await refundQuota({ deps }, account, kind);
    throw error;
  }
}
