import type { Deps } from '../../deps.ts';
import { PLANS, type Plan } from '../../plans.ts';
import type { User } from '../../ports/actor.ts';
import type { QuotaKind } from '../../ports/limits.ts';
import { allowanceOf, dayOf } from './quota.ts';

export interface Usage {
  plan: Plan;
  resetsAt: string;
  requestsPerMinute: number;
  hintsPerCapsulePerDay: number;
  apiKeys: number;
  capsules: number;
  assetBytes: number;
  /** Null: no limit. */
  daily: { kind: 'executions' | 'generations' | 'anonymous'; limit: number | null; used: number }[];
}

const DAILY = ['executions', 'generations', 'anonymous'] as const satisfies QuotaKind[];

/** What the asker's plan gives, and what of it is used today. */
export async function usageOf({
  deps,
  actor,
}: {
  deps: Pick<Deps, 'quotas' | 'runtime'>;
  actor: User;
}): Promise<Usage> {
  const { day, resetsAt } = dayOf(deps.runtime.now());
  const uses = await deps.quotas.usage(actor.key, day);
  const { requestsPerMinute, hintsPerCapsulePerDay, apiKeys, capsules, assetBytes } = PLANS[actor.plan];
  return {
    plan: actor.plan,
    resetsAt,
    ...{ requestsPerMinute, hintsPerCapsulePerDay, apiKeys, capsules, assetBytes },
    daily: DAILY.map(kind => {
      const allowance = allowanceOf(actor, kind);
      const used = uses.find(use => use.kind === kind)?.used ?? 0;
      return { kind, limit: Number.isFinite(allowance) ? allowance : null, used };
    }),
  };
}
