import { data } from '@devcapsules/client/client';
import { LayoutGrid, Plus, Rows3, SearchX, Shapes } from 'lucide-react';
import type { Metadata } from 'next';
import { CapsuleManager } from '#library/capsule-manager.tsx';
import { api, listed, requireVisitor } from '#server/api.ts';
import { type Query, queryOf, withQuery } from '#server/query.ts';
import { ButtonLink } from '#ui/button.tsx';
import { CapsuleFilters, Choice } from '#ui/capsule-filters.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { counted, isDifficulty, isLanguage } from '#words.ts';

export const metadata: Metadata = { title: 'Your capsules' };

const LIMIT = 50;
const STATES = { draft: 'Drafts', published: 'Published', deleted: 'Deleted' } as const;
type State = keyof typeof STATES;

export default async function Studio({ searchParams }: { searchParams: Promise<Query> }) {
  const query = queryOf(await searchParams);
  await requireVisitor(withQuery('/studio', query));
  const { q, tag, language, difficulty, cursor, view } = query;
  const state = isState(query.state) ? query.state : undefined;
  const { data: entries, page } = await listed(
    data(
      api().GET('/api/v1/capsules/mine', {
        params: {
          query: {
            limit: LIMIT,
            ...(q && { q }),
            ...(tag && { tag }),
            ...(cursor && { cursor }),
            ...(state && { state }),
            ...(isLanguage(language) && { language }),
            ...(isDifficulty(difficulty) && { difficulty }),
          },
        },
      }),
    ),
  );
  const isFiltered = [q, tag, language, difficulty, state].some(Boolean);
  const layout = view === 'grid' ? 'grid' : 'table';
  return (
    <div className="shell pt-10">
      <PageHeader
        title="Your capsules"
        actions={
          <ButtonLink look="primary" href="/studio/new">
            <Plus aria-hidden="true" className="size-4" /> New capsule
          </ButtonLink>
        }
      >
        {counted(page.total, 'capsule')}
        {isFiltered && ' found'}
        {state === 'deleted' && '; each can be restored for 30 days'}
      </PageHeader>
      {(isFiltered || entries.length > 0) && (
        <CapsuleFilters action="/studio" query={query}>
          <Choice name="state" label="Any state" value={state} choices={STATES} />
          {layout === 'grid' && <input type="hidden" name="view" value="grid" />}
        </CapsuleFilters>
      )}
      {entries.length === 0 ? (
        <Nothing isFiltered={isFiltered} />
      ) : (
        <>
          <nav aria-label="View" className="mb-3 flex justify-end gap-1">
            <ButtonLink
              size="small"
              look={layout === 'table' ? 'secondary' : 'quiet'}
              aria-current={layout === 'table'}
              href={withQuery('/studio', { ...query, view: undefined })}
            >
              <Rows3 aria-hidden="true" className="size-4" /> Table
            </ButtonLink>
            <ButtonLink
              size="small"
              look={layout === 'grid' ? 'secondary' : 'quiet'}
              aria-current={layout === 'grid'}
              href={withQuery('/studio', { ...query, view: 'grid' })}
            >
              <LayoutGrid aria-hidden="true" className="size-4" /> Grid
            </ButtonLink>
          </nav>
          <CapsuleManager entries={entries} layout={layout} areDeleted={state === 'deleted'} />
        </>
      )}
      <nav aria-label="Pages" className="mt-6 flex justify-center gap-2">
        {cursor && (
          <ButtonLink href={withQuery('/studio', { ...query, cursor: undefined })}>First page</ButtonLink>
        )}
        {page.nextCursor && (
          <ButtonLink href={withQuery('/studio', { ...query, cursor: page.nextCursor })}>
            Next page
          </ButtonLink>
        )}
      </nav>
    </div>
  );
}

function isState(word: string | undefined): word is State {
  return word !== undefined && Object.hasOwn(STATES, word);
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX className="size-5" />}
        title="Nothing fits"
        action={<ButtonLink href="/studio">Show all</ButtonLink>}
      >
        None of your capsules is all of that at once.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Shapes className="size-5" />}
      title="Your first capsule"
      action={
        <>
          <ButtonLink look="primary" href="/studio/new">
            Make one
          </ButtonLink>
          <ButtonLink href="/explore">See what others made</ButtonLink>
        </>
      }
    >
      A capsule is one exercise: a statement, a starter, tests and a solution. Describe it in a sentence and
      have it written, or start from an empty one. It is published once running it has proven that it holds.
    </EmptyState>
  );
}
