import { data } from '@devcapsules/client/client';
import { Check, Lock } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { api, found, visitor } from '#server/api.ts';
import { Badge, DifficultyBadge, LanguageBadge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { plain } from '#words.ts';

interface Props {
  params: Promise<{ id: string }>;
}

const courseOf = cache((id: string) =>
  found(api().GET('/api/v1/courses/{id}', { params: { path: { id } } })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { title, description, isPublished } = await courseOf(id);
  return {
    title,
    description: plain(description) || `${title}: a course of proven coding exercises.`,
    alternates: { canonical: `/courses/${id}` },
    ...(!isPublished && { robots: { index: false } }),
  };
}

/** A course as learners walk through it. */
export default async function CoursePage({ params }: Props) {
  const { id } = await params;
  const [course, user] = await Promise.all([courseOf(id), visitor()]);
  const progress = user
    ? await data(api().GET('/api/v1/courses/{id}/progress', { params: { path: { id } } }))
    : null;
  return (
    <div className="shell max-w-3xl pt-10">
      <PageHeader
        title={course.title}
        actions={
          <>
            {progress?.nextCapsuleId && (
              <ButtonLink look="primary" href={`/c/${progress.nextCapsuleId}`}>
                {progress.solved === 0 ? 'Begin' : 'Go on'}
              </ButtonLink>
            )}
            {course.isOwner && <ButtonLink href={`/studio/courses/${id}`}>Edit</ButtonLink>}
          </>
        }
      >
        {course.description && <p className="whitespace-pre-line">{course.description}</p>}
      </PageHeader>
      {progress && (
        <div className="mb-8">
          <p className="mb-2 text-sm text-muted">
            {progress.isComplete
              ? 'You have solved all of it.'
              : `${progress.solved} of ${progress.required} required ones solved`}
            {progress.optional > 0 && `, ${progress.optionalSolved} of ${progress.optional} optional ones`}
          </p>
          <progress
            aria-label="Your progress"
            value={progress.share}
            max={1}
            className="h-1.5 w-full overflow-hidden rounded-full"
          />
        </div>
      )}
      <ol className="grid gap-3">
        {course.items.map((item, i) => {
          const needed = course.items.filter(other => item.requires.includes(other.capsuleId));
          return (
            <li key={item.capsuleId} className="card flex items-center gap-4 p-5">
              <Mark state={item.state} position={i + 1} />
              <div className="min-w-0 flex-1">
                <h2 className="font-semibold [overflow-wrap:anywhere]">
                  {item.capsule && item.state !== 'unavailable' ? (
                    <Link
                      prefetch={false}
                      href={`/c/${item.capsuleId}`}
                      className="hover:text-accent hover:underline"
                    >
                      {item.capsule.title}
                    </Link>
                  ) : (
                    'Not available any more'
                  )}
                </h2>
                {item.state === 'locked' && (
                  <p className="text-sm text-muted">
                    Best after {needed.map(other => other.capsule?.title ?? 'one that is gone').join(', ')}
                  </p>
                )}
              </div>
              <div className="flex flex-wrap justify-end gap-1.5">
                {item.optional && <Badge>Optional</Badge>}
                {item.capsule && (
                  <>
                    <LanguageBadge language={item.capsule.language} />
                    <DifficultyBadge difficulty={item.capsule.difficulty} />
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

type State = 'locked' | 'unlocked' | 'solved' | 'unavailable';

function Mark({ state, position }: { state: State; position: number }) {
  const look = 'grid size-8 shrink-0 place-items-center rounded-full text-sm font-medium tabular-nums';
  if (state === 'solved') {
    return (
      <span className={`${look} bg-good-soft text-good`}>
        <Check aria-hidden="true" className="size-4" />
        <span className="sr-only">Solved</span>
      </span>
    );
  }
  if (state === 'locked') {
    return (
      <span className={`${look} bg-sunken text-muted`}>
        <Lock aria-hidden="true" className="size-4" />
        <span className="sr-only">Locked</span>
      </span>
    );
  }
  return <span className={`${look} bg-accent-soft text-accent`}>{position}</span>;
}
