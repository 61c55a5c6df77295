import { data } from '@devcapsules/client/client';
import type { Metadata } from 'next';
import type { ComponentProps } from 'react';
import { Figures } from '#analytics/figures.tsx';
import { PeriodChoice, periodOf } from '#analytics/period.tsx';
import { NumberTable } from '#charts/chart-frame.tsx';
import { Funnel } from '#charts/funnel.tsx';
import { Timeline } from '#charts/timeline.tsx';
import { api, found, requireVisitor } from '#server/api.ts';
import { type Query, queryOf } from '#server/query.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { counted, duration, percent, VERDICTS } from '#words.ts';

export const metadata: Metadata = { title: 'Analytics of a capsule' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Query>;
}

export default async function CapsuleAnalytics({ params, searchParams }: Props) {
  const { id } = await params;
  const path = `/studio/analytics/${id}`;
  await requireVisitor(path);
  const { days, from, to } = periodOf(queryOf(await searchParams).days);
  const [report, { capsule }, hints] = await Promise.all([
    found(api().GET('/api/v1/analytics/capsules/{id}', { params: { path: { id }, query: { from, to } } })),
    found(api().GET('/api/v1/capsules/{id}/source', { params: { path: { id } } })),
    data(api().GET('/api/v1/mentor/use/{capsuleId}', { params: { path: { capsuleId: id } } })),
  ]);
  const { totals, funnel, timeline, tests, errors, waysToPass, item } = report;
  return (
    <div className="shell pt-10">
      <PageHeader
        title={capsule.title}
        actions={
          <>
            <PeriodChoice path={path} days={days} />
            <ButtonLink size="small" href={`/studio/c/${id}`}>
              Edit
            </ButtonLink>
          </>
        }
      >
        Numbers of a lifetime; only the days are of the period.
      </PageHeader>
      <Figures
        figures={[
          ['Learners', totals.learners.toLocaleString('en')],
          ['Completion', percent(totals.completionRate)],
          [
            'Attempts to pass',
            waysToPass.medianAttempts === null ? '–' : `${waysToPass.medianAttempts}, median`,
          ],
          ['Time to pass', waysToPass.medianMs === null ? '–' : `${duration(waysToPass.medianMs)}, median`],
        ]}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Funnel funnel={funnel} />
        <Timeline days={timeline} />
        <Table
          title="Tests that fail"
          empty="No submission has failed a test yet."
          columns={['Test', 'Version', 'Fails', 'Of submissions']}
          rows={tests.map(test => [
            test.test,
            test.version,
            test.failures,
            percent(test.failures / Math.max(1, test.submissions)),
          ])}
        />
        <Table
          title="Errors, by kind"
          empty="No program has ended in an error yet."
          columns={['Error', 'Kind', 'Times']}
          rows={errors.map(error => [
            <code key={error.message} className="font-mono text-xs">
              {error.message}
            </code>,
            VERDICTS[error.verdict],
            error.count,
          ])}
        />
        <Table
          title="Hints"
          empty="Nobody has asked for a hint yet."
          columns={['Hint', 'Given', 'Helpful', 'Not helpful', 'Solved after']}
          rows={hints.map(hint => [
            hint.step === null ? 'By the mentor' : `Hint ${hint.step + 1}`,
            hint.given,
            hint.helpful,
            hint.notHelpful,
            hint.solvedAfter,
          ])}
        />
        <section aria-labelledby="item" className="card p-5">
          <h2 id="item" className="font-semibold">
            As an item of a test
          </h2>
          <p className="mt-2 text-muted">
            {item.difficulty === null
              ? `${counted(item.learners, 'learner')} so far; difficulty and discrimination are told from ten on.`
              : `Difficulty ${item.difficulty.toFixed(2)} (share of learners who don’t pass). ${
                  item.discrimination === null
                    ? 'Discrimination can’t be told yet.'
                    : `Discrimination ${item.discrimination.toFixed(2)}: ${item.discrimination < 0.2 ? 'it hardly tells who can from who can’t.' : 'it tells who can from who can’t.'}`
                }`}
          </p>
        </section>
      </div>
    </div>
  );
}

interface TableProps extends Pick<ComponentProps<typeof NumberTable>, 'columns' | 'rows'> {
  title: string;
  empty: string;
}

function Table({ title, empty, columns, rows }: TableProps) {
  return (
    <section aria-label={title} className="card min-w-0 p-5">
      <h2 className="mb-2 font-semibold">{title}</h2>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{empty}</p>
      ) : (
        <div className="overflow-x-auto">
          <NumberTable caption={title} columns={columns} rows={rows} />
        </div>
      )}
    </section>
  );
}
