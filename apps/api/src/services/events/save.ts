import type { Deps } from '../../deps.ts';
import type { QueuedEvent } from '../../ports/events.ts';

/** Stores a batch off the queue. Throwing sends the whole batch again; what was stored is then passed over. */
export function saveEvents(
  { deps }: { deps: Pick<Deps, 'eventStore'> },
  events: QueuedEvent[],
): Promise<void> {
  return deps.eventStore.saveAll(events);
}
