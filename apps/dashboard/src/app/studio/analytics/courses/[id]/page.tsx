import type { Metadata } from 'next';
import { Figures } from '#analytics/figures.tsx';
import { Scatter } from '#charts/scatter.tsx';
import { api, found, requireVisitor } from '#server/api.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { percent } from '#words.ts';

export const metadata: Metadata = { title: 'Analytics of a course' };

export default async function CourseAnalytics({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireVisitor(`/studio/analytics/courses/${id}`);
  const path = { params: { path: { id } } };
  const [report, course] = await Promise.all([
    found(api().GET('/api/v1/analytics/courses/{id}', path)),
    found(api().GET('/api/v1/courses/{id}', path)),
  ]);
  const { started, finished } = report.learners;
  return (
    <div className="shell pt-10">
      <PageHeader
        title={course.title}
        actions={
          <ButtonLink size="small" href={`/studio/courses/${id}`}>
            Edit
          </ButtonLink>
        }
      >
        {report.others > 0 && `${report.others} of its capsules are others’, whose numbers are theirs. `}
        Items are your own capsules.
      </PageHeader>
      <Figures
        figures={[
          ['Started', started.toLocaleString('en')],
          ['Finished', finished.toLocaleString('en')],
          ['Share', started === 0 ? '–' : percent(finished / started)],
          ['Items', String(report.items.length)],
        ]}
      />
      <Scatter items={report.items} />
    </div>
  );
}
