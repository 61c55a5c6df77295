import { data } from '@devcapsules/client/client';
import { GraduationCap } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { api, listed } from '#server/api.ts';
import { type Query, queryOf, withQuery } from '#server/query.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { counted, plain } from '#words.ts';

export const metadata: Metadata = {
  title: 'Learn',
  description: 'Courses of proven coding exercises, in order, with your progress.',
  alternates: { canonical: '/courses' },
};

const LIMIT = 24;

export default async function Courses({ searchParams }: { searchParams: Promise<Query> }) {
  const { cursor } = queryOf(await searchParams);
  const { data: courses, page } = await listed(
    data(api().GET('/api/v1/courses', { params: { query: { limit: LIMIT, ...(cursor && { cursor }) } } })),
  );
  return (
    <div className="shell pt-10">
      <PageHeader title="Learn">Courses: exercises in an order that makes sense.</PageHeader>
      {courses.length === 0 ? (
        <EmptyState
          icon={<GraduationCap className="size-5" />}
          title="No course is published yet"
          action={<ButtonLink href="/explore">Explore single exercises</ButtonLink>}
        >
          A course is a list of capsules, with gates where one needs another. Yours appears here once you
          publish it.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {courses.map(({ id, title, description, itemCount }) => (
            <li
              key={id}
              className="card group relative p-6 transition-shadow hover:border-line-strong hover:shadow-lift has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <h2 className="text-lg font-semibold [overflow-wrap:anywhere]">
                <Link
                  prefetch={false}
                  href={`/courses/${id}`}
                  className="outline-none after:absolute after:inset-0 group-hover:text-accent"
                >
                  {title}
                </Link>
              </h2>
              <p className="mt-1.5 line-clamp-3 text-muted">{plain(description)}</p>
              <p className="mt-4 text-sm text-muted">{counted(itemCount, 'exercise')}</p>
            </li>
          ))}
        </ul>
      )}
      {page.nextCursor && (
        <nav aria-label="Pages" className="mt-8 flex justify-center">
          <ButtonLink href={withQuery('/courses', { cursor: page.nextCursor })}>Next page</ButtonLink>
        </nav>
      )}
    </div>
  );
}
