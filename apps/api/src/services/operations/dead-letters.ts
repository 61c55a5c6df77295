import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { type DeadLetter, QUEUE_NAMES, QUEUES, type QueueName } from '../../ports/dead-letters.ts';
import { queuedEventSchema } from '../../ports/events.ts';
import { giveUpGeneration } from '../generation/conduct.ts';

const SUFFIX = '-dlq';

/** A message off a dead-letter queue. */
interface GivenUp {
  id: string;
  body: unknown;
  ack(): void;
  retry(): void;
}

/** The queue whose dead letters these are; undefined when it is none of ours. */
export function deadLettersOf(queue: string): QueueName | undefined {
  return QUEUE_NAMES.find(name => queue === name.replace(/-queue$/, SUFFIX));
}

/**
 * Keeps what a consumer gave up, with the reason. An event is tried once more for that; when it can be stored now,
 * there is nothing to keep. A generation ends as given up.
 */
export async function keepDeadLetters(
  {
    deps,
  }: {
    deps: Pick<Deps, 'deadLetters' | 'eventStore' | 'runtime' | 'log' | 'generationLog' | 'generationJobs'>;
  },
  queue: QueueName,
  messages: readonly GivenUp[],
): Promise<void> {
  for (const message of messages) {
    try {
      const reason = await reasonOf(message.body);
      if (reason !== null) {
        const failedAt = deps.runtime.now().toISOString();
        const { id, body } = message;
        await deps.deadLetters.save({
          ...{ id, queue, body, reason, failedAt },
          attempts: QUEUES[queue],
          replayedAt: null,
        });
        deps.log({ level: 'error', message: 'dead letter', id, queue, reason });
      }
      message.ack();
    } catch (error) {
      deps.log({ level: 'error', message: 'dead letter not kept', id: message.id, error: String(error) });
      message.retry();
    }
  }

  async function reasonOf(body: unknown): Promise<string | null> {
    if (queue === 'events-queue') return whyNotStored(body);
    if (queue === 'generation-queue') return giveUpGeneration({ deps }, body);
    return 'The consumer gave it up.';
  }

  async function whyNotStored(body: unknown): Promise<string | null> {
    const event = queuedEventSchema.safeParse(body);
    if (!event.success) return `unreadable: ${event.error.message}`;
    return deps.eventStore.saveAll([event.data]).then(
      () => null,
      (error: unknown) => String(error instanceof Error ? (error.cause ?? error) : error),
    );
  }
}

/**
 * Sends a dead letter to its queue again, once. Consumers know what they did before, so that nothing is done twice.
 * @throws AppError NOT_FOUND | ALREADY_REPLAYED
 */
export async function replayDeadLetter(
  { deps }: { deps: Pick<Deps, 'deadLetters' | 'requeue' | 'runtime'> },
  id: string,
): Promise<DeadLetter> {
  const letter = await deps.deadLetters.find(id);
  if (!letter) throw new AppError('NOT_FOUND');
  const replayedAt = deps.runtime.now().toISOString();
  if (!(await deps.deadLetters.claim(id, replayedAt))) throw new AppError('ALREADY_REPLAYED');
  try {
    await deps.requeue(letter.queue, letter.body);
  } catch (error) {
    await deps.deadLetters.release(id);
    throw error;
  }
  return { ...letter, replayedAt };
}

/** @throws AppError NOT_FOUND */
export async function removeDeadLetter(
  { deps }: { deps: Pick<Deps, 'deadLetters'> },
  id: string,
): Promise<void> {
  if (!(await deps.deadLetters.remove(id))) throw new AppError('NOT_FOUND');
}
