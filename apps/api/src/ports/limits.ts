import type { Plan } from '../plans.ts';

/** What is counted a minute: requests by plan, attempts at credentials, keys that are not valid, pages' events. */
export type Rate = Plan | 'credentials' | 'invalid_tokens' | 'tracking';

export interface RateLimiter {
  /** Counts one request; false when this minute's are used up. */
  allow(rate: Rate, key: string): Promise<boolean>;
}

/** What is counted a day. Hints are counted for each capsule by its id. */
export type QuotaKind =
  | 'executions'
  | 'generations'
  | 'anonymous'
  | 'mails'
  | 'personal_hints'
  | `hints/${string}`;

export interface QuotaUse {
  kind: QuotaKind;
  used: number;
}

/** Counts units of a day's allowance; `day` is a UTC date such as 2026-11-23. */
export interface QuotaStore {
  /**
   * Takes units in one atomic statement. All of them or, when fewer are left, none.
   * @returns how many of the day's are used with these, or null when not enough are left
   */
  take(key: string, kind: QuotaKind, day: string, allowance: number, units?: number): Promise<number | null>;
  /** Gives units back, of work that came to nothing through no fault of the asker. */
  refund(key: string, kind: QuotaKind, day: string, units?: number): Promise<void>;
  /** All that a key has used that day. */
  usage(key: string, day: string): Promise<QuotaUse[]>;
  /** Forgets the days before. @returns how many counts */
  prune(beforeDay: string): Promise<number>;
}
