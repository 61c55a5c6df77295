import { z } from 'zod';

/** What happens to a capsule. The names are those of the events table. */
export const EVENT_TYPES = ['impression', 'run', 'test_pass', 'test_fail'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const queuedEventSchema = z.object({
  id: z.string(),
  capsuleId: z.string(),
  userId: z.string().nullable(),
  type: z.enum(EVENT_TYPES),
  metadata: z.record(z.string(), z.json()),
  createdAt: z.string(),
});
export type QueuedEvent = z.infer<typeof queuedEventSchema>;

/** Takes events off the request's path; they are stored in batches, each exactly once. */
export interface EventSink {
  record(event: Pick<QueuedEvent, 'capsuleId' | 'userId' | 'type' | 'metadata'>): void;
}

export interface EventStore {
  /** Storing an event again changes nothing, so a redelivered batch is harmless. */
  saveAll(events: QueuedEvent[]): Promise<void>;
}
