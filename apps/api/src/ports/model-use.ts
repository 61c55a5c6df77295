/** Whether the provider of models may be asked now: `open` while it fails, `spent` when the day's budget is. */
export type Leave = { kind: 'granted' } | { kind: 'open' | 'spent'; retryAfterSeconds: number };

/** What models cost, and whether their provider is asked. Days are of UTC: `2026-11-29`. */
export interface ModelSpending {
  day: string;
  spentUsd: number;
  /** What holds: the limit that was set, or the configured one. */
  limitUsd: number;
  configuredUsd: number;
  /** Null while the configured limit holds. */
  limitSetAt: string | null;
  limitSetBy: string | null;
  /** Failures in a row of the provider, and until when it is left alone. */
  circuit: { failures: number; openUntil: string | null };
  /** The latest days that cost something, newest first. */
  days: { day: string; costUsd: number }[];
}

/** What all generations share: the circuit in front of the provider, and the day's budget. */
export interface ModelUse {
  /** What a call would be told now; takes nothing. */
  look(): Promise<Leave>;
  /** Before each attempt. While the circuit is open one attempt is let through when its time is over. */
  enter(): Promise<Leave>;
  /** After each attempt: whether the provider did its part. */
  tell(isWell: boolean): Promise<void>;
  /** Adds to what the day has cost. */
  spend(costUsd: number): Promise<void>;
}

/** The same for those who run the service. */
export interface ModelBudget {
  spending(): Promise<ModelSpending>;
  /** Sets the day's budget at once for all isolates; null returns to the configured one. */
  limit(budget: { dailyUsd: number | null; by: string }): Promise<void>;
}
