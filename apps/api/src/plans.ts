const MIB = 1024 * 1024;

/** What each plan allows; with LIMITS, the one place where these numbers live. Infinity: no limit. */
export const PLANS = {
  free: {
    requestsPerMinute: 30,
    executionsPerDay: 200,
    generationsPerDay: 5,
    hintsPerCapsulePerDay: 3,
    /** Runs of an owner's published capsules by people who are not signed in, before the owner's own count. */
    anonymousRunsPerDay: 200,
    apiKeys: 2,
    capsules: 100,
    assetBytes: 20 * MIB,
  },
  creator: {
    requestsPerMinute: 120,
    executionsPerDay: 2_000,
    generationsPerDay: 100,
    hintsPerCapsulePerDay: 10,
    anonymousRunsPerDay: 2_000,
    apiKeys: 10,
    capsules: 1_000,
    assetBytes: 500 * MIB,
  },
  team: {
    requestsPerMinute: 600,
    executionsPerDay: 10_000,
    generationsPerDay: 500,
    hintsPerCapsulePerDay: 25,
    anonymousRunsPerDay: 10_000,
    apiKeys: 50,
    capsules: 10_000,
    assetBytes: 5_000 * MIB,
  },
  enterprise: {
    requestsPerMinute: 3_000,
    executionsPerDay: Number.POSITIVE_INFINITY,
    generationsPerDay: 5_000,
    hintsPerCapsulePerDay: 50,
    anonymousRunsPerDay: Number.POSITIVE_INFINITY,
    apiKeys: 200,
    capsules: 100_000,
    assetBytes: 50_000 * MIB,
  },
} as const;

export type Plan = keyof typeof PLANS;
export const PLAN_NAMES = ['free', 'creator', 'team', 'enterprise'] as const satisfies Plan[];

/** An anonymous address gets what the free plan gives. */
export const ANONYMOUS_PLAN: Plan = 'free';

/** Limits that are no plan's. */
export const LIMITS = {
  /** Attempts to sign in, sign up or get a password mail: from one address, and at one account. */
  credentialsPerMinute: 20,
  /** Keys and tokens that are not valid, from one address. */
  invalidTokensPerMinute: 20,
  /** Times a learner's page may send events. */
  trackingPerMinute: 30,
  /** Mails to one address. */
  mailsPerDay: 10,
  /** Hints by a model for one person or address, of all capsules together: each costs money. */
  personalHintsPerDay: 100,
} as const;

/** What a user may be given instead of what the plan gives; null: the plan's. */
export interface Overrides {
  executionsPerDay: number | null;
  generationsPerDay: number | null;
}
