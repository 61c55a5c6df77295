import type { EventSink, QueuedEvent } from '../../ports/events.ts';
import type { Runtime } from '../../ports/runtime.ts';

/** {@link EventSink} on a queue. Sending goes on after the answer; a failure is logged, for it must not fail a learner. */
export function queueEvents(
  queue: Queue<QueuedEvent>,
  runtime: Runtime,
  waitUntil: (work: Promise<unknown>) => void,
  log: (entry: Record<string, unknown>) => void,
): EventSink {
  return {
    record(event) {
      const queued = { ...event, id: runtime.newId(), createdAt: runtime.now().toISOString() };
      const sent = queue.send(queued).catch((error: unknown) => {
        log({ level: 'error', message: 'event lost', type: event.type, error: String(error) });
      });
      waitUntil(sent);
    },
  };
}
