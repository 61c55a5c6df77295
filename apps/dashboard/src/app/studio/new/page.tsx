import type { Metadata } from 'next';
import { GenerationView } from '#generate/generation-view.tsx';
import { StartForm } from '#generate/start-form.tsx';
import { requireVisitor } from '#server/api.ts';
import { type Query, queryOf, withQuery } from '#server/query.ts';
import { BlankForm } from '#studio/blank-form.tsx';
import { PageHeader } from '#ui/page-header.tsx';

export const metadata: Metadata = { title: 'New capsule' };

export default async function NewCapsule({ searchParams }: { searchParams: Promise<Query> }) {
  const query = queryOf(await searchParams);
  await requireVisitor(withQuery('/studio/new', query));
  const { job, again, of } = query;
  if (job !== undefined) {
    return (
      <div className="shell pt-10">
        <PageHeader title="A new capsule">
          Each step shows as it happens. It goes on when you leave this page.
        </PageHeader>
        <GenerationView key={job} id={job} {...(of !== undefined && { of })} />
      </div>
    );
  }
  return (
    <div className="shell pt-10">
      <PageHeader title="New capsule">
        Say what should be practised. The exercise is written, run, solved blind and broken on purpose before
        you see it.
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="generate" className="card p-6">
          <h2 id="generate" className="mb-4 font-semibold">
            Generate one
          </h2>
          <StartForm {...(again !== undefined && { again })} />
        </section>
        <section aria-labelledby="blank" className="card h-fit p-6">
          <h2 id="blank" className="font-semibold">
            Write it yourself
          </h2>
          <p className="mt-1 mb-4 text-sm text-muted">Starts from a small exercise that works.</p>
          <BlankForm />
        </section>
      </div>
    </div>
  );
}
