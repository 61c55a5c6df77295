import { z } from 'zod';
import type { Deps } from '../../deps.ts';

/** A message off the queue: acknowledged, or sent again and in the end to the dead letters. */
export interface MailMessage {
  body: unknown;
  attempts: number;
  ack(): void;
  retry(options?: { delaySeconds?: number }): void;
}

const orderSchema = z.object({ mailId: z.string() });
const FIRST_DELAY_SECONDS = 10;
const MAX_DELAY_SECONDS = 3_600;

/**
 * Sends a batch of stored mails. One that the service refuses has failed, and says so in the log and the table; one
 * that it can't take now is tried again, ever later.
 */
export async function deliverMails(
  { deps }: { deps: Pick<Deps, 'mails' | 'mailer' | 'runtime' | 'log'> },
  messages: readonly MailMessage[],
): Promise<void> {
  await Promise.all(messages.map(message => deliver(message)));

  async function deliver(message: MailMessage): Promise<void> {
    try {
      const { mailId } = orderSchema.parse(message.body);
      const mail = await deps.mails.findQueued(mailId);
      if (!mail) return message.ack();
      const delivery = await deps.mailer.deliver(mail);
      if (delivery.outcome === 'later') {
        deps.log({ level: 'warn', message: 'mail not sent yet', mailId, error: delivery.error });
        return message.retry({ delaySeconds: delivery.afterSeconds ?? delayOf(message.attempts) });
      }
      const error = delivery.outcome === 'refused' ? delivery.error : null;
      if (error) deps.log({ level: 'error', message: 'mail refused', mailId, error });
      await deps.mails.end(mailId, error ? 'failed' : 'sent', error, deps.runtime.now().toISOString());
      message.ack();
    } catch (error) {
      deps.log({ level: 'error', message: 'mail not delivered', error: String(error) });
      message.retry({ delaySeconds: delayOf(message.attempts) });
    }
  }
}

function delayOf(attempts: number): number {
  return Math.min(FIRST_DELAY_SECONDS * 4 ** Math.max(0, attempts - 1), MAX_DELAY_SECONDS);
}
