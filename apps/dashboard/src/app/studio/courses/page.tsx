import { data } from '@devcapsules/client/client';
import { ListOrdered } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { NewCourse } from '#courses/new-course.tsx';
import { api, requireVisitor } from '#server/api.ts';
import { type Query, queryOf, withQuery } from '#server/query.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { counted, day } from '#words.ts';

export const metadata: Metadata = { title: 'Your courses' };

const LIMIT = 50;

export default async function StudioCourses({ searchParams }: { searchParams: Promise<Query> }) {
  await requireVisitor('/studio/courses');
  const { cursor } = queryOf(await searchParams);
  const { data: courses, page } = await data(
    api().GET('/api/v1/courses/mine', { params: { query: { limit: LIMIT, ...(cursor && { cursor }) } } }),
  );
  return (
    <div className="shell pt-10">
      <PageHeader title="Your courses" {...(courses.length > 0 && { actions: <NewCourse /> })}>
        {counted(page.total, 'course')}
      </PageHeader>
      {courses.length === 0 ? (
        <EmptyState
          icon={<ListOrdered className="size-5" />}
          title="Your first course"
          action={<NewCourse />}
        >
          A course puts capsules in an order, yours and published ones of others, and can ask for one to be
          solved before another. Learners see how far they are.
        </EmptyState>
      ) : (
        <ul className="card divide-y divide-line">
          {courses.map(course => (
            <li key={course.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-4">
              <Link
                prefetch={false}
                href={`/studio/courses/${course.id}`}
                className="font-medium [overflow-wrap:anywhere] hover:text-accent hover:underline"
              >
                {course.title}
              </Link>
              {course.isPublished ? <Badge tone="good">Published</Badge> : <Badge>Draft</Badge>}
              <span className="ms-auto text-sm text-muted">
                {counted(course.itemCount, 'capsule')}, {day(course.createdAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {page.nextCursor && (
        <nav aria-label="Pages" className="mt-6 flex justify-center">
          <ButtonLink href={withQuery('/studio/courses', { cursor: page.nextCursor })}>Next page</ButtonLink>
        </nav>
      )}
    </div>
  );
}
