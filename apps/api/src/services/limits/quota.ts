import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { LIMITS, type Overrides, PLANS, type Plan } from '../../plans.ts';
import type { Actor } from '../../ports/actor.ts';
import type { QuotaKind } from '../../ports/limits.ts';

/** Whose allowance: an actor, or a user who is not there, such as a capsule's owner. */
export interface Account {
  key: string;
  plan: Plan;
  overrides?: Overrides;
}

export interface Quota {
  kind: QuotaKind;
  allowance: number;
  used: number;
  /** Until midnight UTC, when it starts anew. */
  resetsInSeconds: number;
}

/** How much of a kind an account has a day. */
export function allowanceOf({ plan, overrides }: Omit<Account, 'key'>, kind: QuotaKind): number {
  const given = PLANS[plan];
  if (kind === 'executions') return overrides?.executionsPerDay ?? given.executionsPerDay;
  if (kind === 'generations') return overrides?.generationsPerDay ?? given.generationsPerDay;
  if (kind === 'anonymous') return given.anonymousRunsPerDay;
  if (kind === 'mails') return LIMITS.mailsPerDay;
  if (kind === 'personal_hints') return LIMITS.personalHintsPerDay;
  return given.hintsPerCapsulePerDay;
}

/** The UTC day, when it ends, and how long that is from now. */
export function dayOf(now: Date): { day: string; resetsAt: string; resetsInSeconds: number } {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  return {
    day: now.toISOString().slice(0, 10),
    resetsAt: new Date(midnight).toISOString(),
    resetsInSeconds: Math.ceil((midnight - now.getTime()) / 1000),
  };
}

/** Takes units of an account's allowance of today, all or none. Null: not that many are left. */
export async function takeFrom(
  { deps }: { deps: Pick<Deps, 'quotas' | 'runtime'> },
  account: Account,
  kind: QuotaKind,
  units = 1,
): Promise<Quota | null> {
  const allowance = allowanceOf(account, kind);
  const { day, resetsInSeconds } = dayOf(deps.runtime.now());
  const used = await deps.quotas.take(account.key, kind, day, allowance, units);
  return used === null ? null : { kind, allowance, used, resetsInSeconds };
}

/**
 * Takes units of the asker's own allowance of today, all or none.
 * @throws AppError QUOTA_EXCEEDED
 */
export async function takeQuota(
  { deps, actor }: { deps: Pick<Deps, 'quotas' | 'runtime'>; actor: Actor },
  kind: QuotaKind,
  units = 1,
): Promise<Quota> {
  const taken = await takeFrom({ deps }, actor, kind, units);
  if (taken) return taken;
  throw quotaExceeded(kind, allowanceOf(actor, kind), deps.runtime.now());
}

export function quotaExceeded(kind: QuotaKind, allowance: number, now: Date): AppError {
  const { resetsInSeconds } = dayOf(now);
  return new AppError('QUOTA_EXCEEDED', {
    details: { kind, limit: allowance },
    retryAfterSeconds: resetsInSeconds,
  });
}

/** Gives units back that nothing came of. */
export async function refundQuota(
  { deps }: { deps: Pick<Deps, 'quotas' | 'runtime'> },
  account: Account,
  kind: QuotaKind,
  units = 1,
): Promise<void> {
  await deps.quotas.refund(account.key, kind, dayOf(deps.runtime.now()).day, units);
}
