import { data } from '@devcapsules/client/client';
import { ChartLine } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Figures } from '#analytics/figures.tsx';
import { PeriodChoice, periodOf } from '#analytics/period.tsx';
import { NumberTable } from '#charts/chart-frame.tsx';
import { Scatter } from '#charts/scatter.tsx';
import { Timeline } from '#charts/timeline.tsx';
import { api, requireVisitor } from '#server/api.ts';
import { type Query, queryOf } from '#server/query.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { percent } from '#words.ts';

export const metadata: Metadata = { title: 'Analytics' };

export default async function Analytics({ searchParams }: { searchParams: Promise<Query> }) {
  await requireVisitor('/studio/analytics');
  const { days, from, to } = periodOf(queryOf(await searchParams).days);
  const { capsules, timeline, totals } = await data(
    api().GET('/api/v1/analytics/dashboard', { params: { query: { from, to } } }),
  );
  const tried = totals.submissions + totals.totalRuns;
  return (
    <div className="shell pt-10">
      <PageHeader title="Analytics" actions={<PeriodChoice path="/studio/analytics" days={days} />}>
        Counted every quarter of an hour. What you do yourself is never counted.
      </PageHeader>
      {tried + totals.views === 0 ? (
        <EmptyState
          icon={<ChartLine className="size-5" />}
          title="Nobody has come by yet"
          action={<ButtonLink href="/studio">Your capsules</ButtonLink>}
        >
          Publish a capsule and share its address or embed it. Who opens, runs and solves it shows here within
          a quarter of an hour.
        </EmptyState>
      ) : (
        <>
          <Figures
            figures={[
              ['Views', totals.views.toLocaleString('en')],
              ['Runs', totals.totalRuns.toLocaleString('en')],
              ['Submissions', totals.submissions.toLocaleString('en')],
              ['Passes', totals.passes.toLocaleString('en')],
            ]}
          />
          <div className="grid gap-6">
            <Timeline days={timeline} />
            <section aria-labelledby="capsules" className="card min-w-0 p-5">
              <h2 id="capsules" className="mb-2 font-semibold">
                Capsules
              </h2>
              <div className="overflow-x-auto">
                <NumberTable
                  caption="Capsules"
                  columns={['Capsule', 'Learners', 'Runs', 'Passed', 'Completion']}
                  rows={capsules.map(one => [
                    <Link
                      key={one.capsuleId}
                      prefetch={false}
                      href={`/studio/analytics/${one.capsuleId}`}
                      className="font-medium hover:text-accent hover:underline"
                    >
                      {one.title}
                    </Link>,
                    one.learners,
                    one.totalRuns,
                    one.learnersPassed,
                    percent(one.completionRate),
                  ])}
                />
              </div>
            </section>
            <Scatter items={capsules} />
          </div>
        </>
      )}
    </div>
  );
}
