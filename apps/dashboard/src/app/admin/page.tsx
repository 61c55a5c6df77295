import { data } from '@devcapsules/client/client';
import { ApiError } from '@devcapsules/client/error';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Section } from '#account/section.tsx';
import { Budget } from '#admin/budget.tsx';
import { DeadLetters } from '#admin/dead-letters.tsx';
import { Flags } from '#admin/flags.tsx';
import { Status } from '#admin/status.tsx';
import { api, requireVisitor } from '#server/api.ts';
import { PageHeader } from '#ui/page-header.tsx';

export const metadata: Metadata = { title: 'Administration' };

const LIMIT = 50;

/** For those who run the installation; to anybody else there is no such page. */
export default async function Admin() {
  await requireVisitor('/admin');
  const client = api();
  const [status, flags, spending, letters] = await Promise.all([
    data(client.GET('/api/v1/admin/status')),
    data(client.GET('/api/v1/admin/flags')),
    data(client.GET('/api/v1/admin/budget')),
    data(client.GET('/api/v1/admin/dead-letters', { params: { query: { limit: LIMIT } } })),
  ]).catch((error: unknown) => {
    if (error instanceof ApiError && ['ADMIN_ONLY', 'UNAUTHENTICATED'].includes(error.code)) notFound();
    throw error;
  });
  return (
    <div className="shell max-w-4xl pt-10">
      <PageHeader title="Administration">Switches and budgets hold everywhere within seconds.</PageHeader>
      <div className="grid gap-6">
        <Section id="status" title="Now" about="What is up, and what waits.">
          <Status status={status} />
        </Section>
        <Section id="flags" title="Switches" about="Each change is kept with who made it.">
          <Flags initial={flags} />
        </Section>
        <Section
          id="budget"
          title="Budget"
          about="What all that models do on a UTC day may cost. Once it is spent, generation waits for the next day."
        >
          <Budget initial={spending} />
        </Section>
        <Section
          id="letters"
          title="Dead letters"
          about={`What queues gave up, ${letters.page.total} in all. Sent again, a message is worked on once more.`}
        >
          <DeadLetters initial={letters.data} />
        </Section>
      </div>
    </div>
  );
}
