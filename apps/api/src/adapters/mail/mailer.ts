import type { MailConfig } from '../../config/accounts.ts';
import type { Mailer, MailOrder } from '../../ports/mail.ts';
import { sendByHttp } from './http.ts';

/** {@link Mailer}: orders go to a queue, whose consumer delivers by the service; the outbox needs neither. */
export function queueMailer(queue: Queue<MailOrder>, config: MailConfig): Mailer {
  return {
    provider: config.provider,
    async enqueue(mailId) {
      if (config.provider === 'http') await queue.send({ mailId });
    },
    async deliver(mail) {
      if (config.provider === 'http') return sendByHttp(config, mail);
      return { outcome: 'later', error: 'no mail service is configured', afterSeconds: null };
    },
  };
}
