import { makeApp } from './app.ts';
import type { Bindings } from './bindings.ts';
import { makeCompose } from './compose.ts';
import { deliverMails } from './services/account/deliver-mail.ts';
import { saveEvents } from './services/events/save.ts';

export { ProofRun } from './durable/proof-run.ts';
export { RegradeRun } from './durable/regrade-run.ts';

const compose = makeCompose();
const app = makeApp(compose);

export default {
  fetch: app.fetch,
  async queue(batch, bindings, context) {
    const waitUntil = (work: Promise<unknown>) => context.waitUntil(work);
    const deps = compose(bindings, { requestId: `queue-${batch.messages[0]?.id ?? ''}`, waitUntil });
    if (batch.queue === 'mails-queue') await deliverMails({ deps }, batch.messages);
    else await saveEvents({ deps }, batch.messages);
  },
} satisfies ExportedHandler<Bindings>;
