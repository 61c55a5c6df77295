import { data } from '@devcapsules/client/client';
import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { api, listed } from '#server/api.ts';
import { type Query, queryOf, withQuery } from '#server/query.ts';
import { ButtonLink } from '#ui/button.tsx';
import { CapsuleFilters } from '#ui/capsule-filters.tsx';
import { CapsuleGrid } from '#ui/capsule-grid.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { counted, isDifficulty, isLanguage } from '#words.ts';

const LIMIT = 24;
const TAGS = 14;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { tag } = queryOf(await searchParams);
  return {
    title: tag ? `Exercises on ${tag}` : 'Explore exercises',
    description:
      'Search coding exercises in Python, JavaScript, Java, C, C++ and SQL; each is proven by execution.',
    alternates: { canonical: tag ? withQuery('/explore', { tag }) : '/explore' },
  };
}

interface Props {
  searchParams: Promise<Query>;
}

export default async function Explore({ searchParams }: Props) {
  const query = queryOf(await searchParams);
  const { q, tag, language, difficulty, cursor } = query;
  const [{ data: entries, page }, tags] = await Promise.all([
    listed(
      data(
        api().GET('/api/v1/capsules', {
          params: {
            query: {
              limit: LIMIT,
              ...(q && { q }),
              ...(tag && { tag }),
              ...(cursor && { cursor }),
              ...(isLanguage(language) && { language }),
              ...(isDifficulty(difficulty) && { difficulty }),
            },
          },
        }),
      ),
    ),
    data(api().GET('/api/v1/tags')),
  ]);
  const isFiltered = [q, tag, language, difficulty].some(Boolean);
  return (
    <div className="shell pt-10">
      <PageHeader title="Explore">
        {counted(page.total, 'exercise')}
        {isFiltered ? ' found' : ', each proven by execution'}.
      </PageHeader>
      <CapsuleFilters action="/explore" query={query} tags={tags.slice(0, TAGS).map(entry => entry.tag)} />
      {entries.length === 0 ? (
        <EmptyState
          icon={<SearchX className="size-5" />}
          title={isFiltered ? 'Nothing fits' : 'Nothing is published yet'}
          action={
            isFiltered ? (
              <ButtonLink href="/explore">Show all</ButtonLink>
            ) : (
              <ButtonLink look="primary" href="/studio/new">
                Make the first
              </ButtonLink>
            )
          }
        >
          {isFiltered
            ? 'Try fewer words, or another language. The search looks at titles, statements and tags.'
            : 'Capsules appear here as soon as somebody publishes one.'}
        </EmptyState>
      ) : (
        <CapsuleGrid entries={entries} />
      )}
      <nav aria-label="Pages" className="mt-8 flex justify-center gap-2">
        {cursor && (
          <ButtonLink href={withQuery('/explore', { ...query, cursor: undefined })}>First page</ButtonLink>
        )}
        {page.nextCursor && (
          <ButtonLink href={withQuery('/explore', { ...query, cursor: page.nextCursor })}>
            Next page
          </ButtonLink>
        )}
      </nav>
    </div>
  );
}
