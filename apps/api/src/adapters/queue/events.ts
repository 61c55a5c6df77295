import { type EventSink, type QueuedEvent, queuedEventSchema } from '../../ports/events.ts';
import type { Runtime } from '../../ports/runtime.ts';

/** {@link EventSink} on a queue. Sending goes on after the answer; a failure is logged, for it must not fail a learner. */
export function queueEvents(
  queue: Queue<QueuedEvent>,
  runtime: Runtime,
  waitUntil: (work: Promise<unknown>) => void,
  log: (entry: Record<string, unknown>) => void,
): EventSink {
  return {
    record(...events) {
      if (events.length === 0) return;
      const createdAt = runtime.now().toISOString();
      const messages = events.map(event => ({
        body: queuedEventSchema.parse({ id: runtime.newId(), createdAt, metadata: {}, ...event }),
      }));
      const sent = queue.sendBatch(messages).catch((error: unknown) => {
        const types = events.map(({ type }) => type);
        log({ level: 'error', message: 'events lost', types, error: String(error) });
      });
      waitUntil(sent);
    },
  };
}
