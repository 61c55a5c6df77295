import type { Plan } from '../plans.ts';

export interface RateLimiter {
  /** Counts one request; false when the plan's requests a minute are used up. */
  allow(plan: Plan, key: string): Promise<boolean>;
}

export interface QuotaStore {
  /** Takes one unit of the day's allowance in one atomic statement; false when none is left. */
  take(key: string, kind: 'executions', day: string, allowance: number): Promise<boolean>;
}
