import type { Page } from './capsules.ts';

/** Queues whose messages are kept when their consumers give them up, with the deliveries they had before. */
export const QUEUES = { 'events-queue': 4, 'mails-queue': 7, 'generation-queue': 4 } as const;
export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

export interface DeadLetter {
  /** The message's own. */
  id: string;
  queue: QueueName;
  /** As it was sent. */
  body: unknown;
  reason: string;
  /** Deliveries before it was given up. */
  attempts: number;
  failedAt: string;
  replayedAt: string | null;
}

export interface DeadLetterStore {
  /** Storing one again changes nothing. */
  save(letter: DeadLetter): Promise<void>;
  find(id: string): Promise<DeadLetter | null>;
  /** Newest first. */
  list(query: { limit: number; cursor?: string; queue?: QueueName }): Promise<Page<DeadLetter>>;
  /** Marks it as sent again; false when it was before, so that two askers don't send it twice. */
  claim(id: string, at: string): Promise<boolean>;
  release(id: string): Promise<void>;
  /** False when there was none. */
  remove(id: string): Promise<boolean>;
  /** Deletes what failed before. @returns how many */
  prune(before: string): Promise<number>;
}
