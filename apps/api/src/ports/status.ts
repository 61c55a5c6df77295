/** What waits, and how large the database is: for alerts. Times are ISO, null where nothing waits. */
export interface StoredStatus {
  databaseBytes: number;
  /** Given up and not sent again. */
  deadLetters: number;
  /** Behind the watermark; `countedAt` is null before the cron's first count. */
  events: { uncounted: number; countedAt: string | null };
  generations: { queued: number; running: number; oldestQueuedAt: string | null };
  mails: { queued: number; oldestQueuedAt: string | null };
}
