import type { Verdict } from '@devcapsules/capsule/verdict';

/** Counts events into what is kept for a lifetime. */
export interface EventFold {
  /**
   * Counts the next events, at most `limit`, and moves the watermark, in one transaction: each event is counted once
   * however often and by however many this is called.
   * @returns how many there were
   */
  fold(limit: number, at: string): Promise<number>;
  /** Deletes at most `limit` events that are counted and older. @returns how many */
  prune(before: string, limit: number): Promise<number>;
}

/** A capsule's lifetime. Sampled events count as many as they stand for. */
export interface CapsuleTotals {
  impressions: number;
  views: number;
  edits: number;
  /** Times that learners' code ran: runs and judged submissions. */
  totalRuns: number;
  submissions: number;
  passes: number;
  hints: number;
  /** Who ran or submitted something. */
  learners: number;
  learnersPassed: number;
  /** learnersPassed / learners, 0 to 1. */
  completionRate: number;
  lastComputed: string | null;
}

/** Learners who got at least this far. */
export interface Funnel {
  viewed: number;
  edited: number;
  ran: number;
  submitted: number;
  passed: number;
}

export interface DayCounts {
  /** UTC, as 2026-11-23. */
  day: string;
  impressions: number;
  views: number;
  edits: number;
  runs: number;
  submissions: number;
  passes: number;
  hints: number;
}

export interface TestFailures {
  test: string;
  version: number;
  failures: number;
  /** Judged submissions of that version. */
  submissions: number;
}

export interface ErrorGroup {
  /** Without what differs between learners. */
  message: string;
  verdict: Verdict;
  /** One of them as it was. */
  sample: string;
  count: number;
  firstAt: string;
  lastAt: string;
}

/** How learners who passed got there. */
export interface WaysToPass {
  /** How many passed at their first attempt, second, …; the last is `or more`. */
  attempts: { attempts: number; learners: number }[];
  medianAttempts: number | null;
  /** From the first view, or run, to the first pass. */
  medianMs: number | null;
}

/** Sums over the learners of an item: x is whether they passed it (0 or 1), y how many other items of the set. */
export interface ItemSums {
  capsuleId: string;
  title: string;
  n: number;
  x: number;
  y: number;
  yy: number;
  xy: number;
}

export interface CapsuleRow extends CapsuleTotals {
  capsuleId: string;
  title: string;
  isPublished: boolean;
}

export interface Period {
  /** UTC days, both included. */
  from: string;
  to: string;
}

export interface Analytics {
  totals(capsuleId: string): Promise<CapsuleTotals>;
  funnel(capsuleId: string): Promise<Funnel>;
  days(capsuleId: string, period: Period): Promise<DayCounts[]>;
  testFailures(capsuleId: string): Promise<TestFailures[]>;
  errors(capsuleId: string, limit: number): Promise<ErrorGroup[]>;
  waysToPass(capsuleId: string): Promise<WaysToPass>;
  /** Of a creator's capsules that are not deleted: all, or those of a set. */
  items(creatorId: string, capsuleIds?: string[]): Promise<ItemSums[]>;
  /** Learners who submitted something to one of the capsules, and those of them who passed all that are required. */
  setCounts(capsuleIds: string[], requiredIds: string[]): Promise<{ started: number; finished: number }>;
  rowsByCreator(creatorId: string, limit: number): Promise<CapsuleRow[]>;
  daysByCreator(creatorId: string, period: Period): Promise<DayCounts[]>;
}
