import { makeApp } from './app.ts';
import type { Bindings } from './bindings.ts';
import { makeCompose } from './compose.ts';
import { deliverMails } from './services/account/deliver-mail.ts';
import { saveEvents } from './services/events/save.ts';
import { conductGenerations } from './services/generation/conduct.ts';
import { deadLettersOf, keepDeadLetters } from './services/operations/dead-letters.ts';
import { tick } from './services/operations/tick.ts';

export { GenerationJob } from './durable/generation-job.ts';
export { ProofRun } from './durable/proof-run.ts';
export { RegradeRun } from './durable/regrade-run.ts';

/**
 * A job may be handed over before its request was answered; where both share a thread, as on a laptop, one in SQL would
 * keep the answer back until it has ended.
 */
const ANSWER_FIRST_MS = 50;

const compose = makeCompose();
const app = makeApp(compose);

export default {
  fetch: app.fetch,
  async queue(batch, bindings, context) {
    const waitUntil = (work: Promise<unknown>) => context.waitUntil(work);
    const deps = compose(bindings, { requestId: `queue-${batch.messages[0]?.id ?? ''}`, waitUntil });
    const given = deadLettersOf(batch.queue);
    if (given) await keepDeadLetters({ deps }, given, batch.messages);
    else if (batch.queue === 'mails-queue') await deliverMails({ deps }, batch.messages);
    else if (batch.queue === 'generation-queue') {
      await scheduler.wait(ANSWER_FIRST_MS);
      await conductGenerations({ deps }, batch.messages);
    } else await saveEvents({ deps }, batch.messages);
  },
  async scheduled(controller, bindings, context) {
    const waitUntil = (work: Promise<unknown>) => context.waitUntil(work);
    await tick({ deps: compose(bindings, { requestId: `cron-${controller.scheduledTime}`, waitUntil }) });
  },
} satisfies ExportedHandler<Bindings>;
