import type { Bindings } from '../../bindings.ts';
import type { QueueName } from '../../ports/dead-letters.ts';
import type { QueuedEvent } from '../../ports/events.ts';
import type { GenerationOrder } from '../../ports/generation.ts';
import type { MailOrder } from '../../ports/mail.ts';

/** Puts a message on its queue again as it was; the consumer parses it, as it does each. */
export function requeueTo(bindings: Pick<Bindings, 'EVENTS' | 'MAILS' | 'GENERATIONS'>) {
  return async (queue: QueueName, body: unknown): Promise<void> => {
    if (queue === 'events-queue') await bindings.EVENTS.send(body as QueuedEvent);
    else if (queue === 'generation-queue') await bindings.GENERATIONS.send(body as GenerationOrder);
    else await bindings.MAILS.send(body as MailOrder);
  };
}
