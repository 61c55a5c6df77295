/** Whether the provider of models may be asked now: `open` while it fails, `spent` when the day's budget is. */
export type Leave = { kind: 'granted' } | { kind: 'open' | 'spent'; retryAfterSeconds: number };

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
