import { z } from 'zod';

/** What happens to a capsule. The names are those of the events table. */
export const EVENT_TYPES = [
  /** An embedded player was seen. */
  'impression',
  'view',
  'edit',
  'run',
  'submit',
  'test_pass',
  'test_fail',
  'hint',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What a page may tell; all else is known to the server alone. */
export const CLIENT_EVENT_TYPES = ['impression', 'view', 'edit'] as const satisfies EventType[];

/** Messages that were sent before a field was thought of are still read. */
export const queuedEventSchema = z.object({
  id: z.string(),
  capsuleId: z.string(),
  userId: z.string().nullable(),
  /** Whose way through the capsule this is part of. */
  learner: z.string().nullable().default(null),
  /** Of a browser tab, as its page names it. */
  session: z.string().nullable().default(null),
  type: z.enum(EVENT_TYPES),
  durationMs: z.number().nullable().default(null),
  /** How many events this one stands for, where only some are kept. */
  weight: z.number().positive().default(1),
  metadata: z.record(z.string(), z.json()),
  createdAt: z.string(),
});
export type QueuedEvent = z.infer<typeof queuedEventSchema>;

/** An event; id and time are given to it if it brings none. */
export type NewEvent = Pick<QueuedEvent, 'capsuleId' | 'userId' | 'learner' | 'type'> & Partial<QueuedEvent>;

/** Takes events off the request's path; they are stored in batches, each exactly once. */
export interface EventSink {
  record(...events: NewEvent[]): void;
}

export interface EventStore {
  /** Storing an event again changes nothing, so a redelivered batch is harmless. */
  saveAll(events: QueuedEvent[]): Promise<void>;
  /** The creators of those among the capsules that are published. */
  creatorsOf(capsuleIds: string[]): Promise<Map<string, string>>;
}
