/** What each plan allows; the one place where these numbers live. */
export const PLANS = {
  free: { requestsPerMinute: 30, executionsPerDay: 200 },
  creator: { requestsPerMinute: 120, executionsPerDay: 2_000 },
  team: { requestsPerMinute: 600, executionsPerDay: 10_000 },
  enterprise: { requestsPerMinute: 3_000, executionsPerDay: Number.POSITIVE_INFINITY },
} as const;

export type Plan = keyof typeof PLANS;
export const PLAN_NAMES = ['free', 'creator', 'team', 'enterprise'] as const satisfies Plan[];

/** An anonymous address gets what the free plan gives. */
export const ANONYMOUS_PLAN: Plan = 'free';
