import { type Actor, learnerOf } from '../../ports/actor.ts';
import type { EventType, NewEvent } from '../../ports/events.ts';

/** Something that the asker did with a capsule. */
export function learnerEvent(
  actor: Actor,
  capsuleId: string,
  type: EventType,
  metadata: NewEvent['metadata'] = {},
): NewEvent {
  const userId = actor.kind === 'user' ? actor.userId : null;
  return { capsuleId, userId, learner: learnerOf(actor), type, metadata };
}
