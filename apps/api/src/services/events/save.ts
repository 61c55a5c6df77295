import type { Deps } from '../../deps.ts';
import { type QueuedEvent, queuedEventSchema } from '../../ports/events.ts';

/** A message off the queue: acknowledged, or sent again and in the end to the dead letters. */
export interface EventMessage {
  body: unknown;
  ack(): void;
  retry(): void;
}

/**
 * Stores a batch of events. If the batch fails as a whole, each event is tried by itself, so that one bad
 * event takes no others with it; storing an event twice changes nothing.
 */
export async function saveEvents(
  { deps }: { deps: Pick<Deps, 'eventStore' | 'log'> },
  messages: readonly EventMessage[],
): Promise<void> {
  const readable = messages.flatMap(message => {
    const event = queuedEventSchema.safeParse(message.body);
    if (event.success) return [{ message, event: event.data }];
    deps.log({ level: 'error', message: 'unreadable event', error: event.error.message });
    message.retry();
    return [];
  });
  const whole = await attempt(readable.map(({ event }) => event));
  for (const { message, event } of readable) {
    const error = whole === null || readable.length === 1 ? whole : await attempt([event]);
    if (error === null) message.ack();
    else {
      deps.log({ level: 'error', message: 'event not stored', event: event.id, error: String(error) });
      message.retry();
    }
  }

  /** The error, or null. */
  async function attempt(events: QueuedEvent[]): Promise<unknown> {
    try {
      await deps.eventStore.saveAll(events);
      return null;
    } catch (error) {
      return error;
    }
  }
}
