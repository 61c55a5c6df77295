import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import type { StoredCourse } from '../../ports/courses.ts';
import { requireUser } from '../capsule/access.ts';

export interface CourseScope {
  deps: Pick<Deps, 'courses' | 'progress' | 'runtime'>;
  actor: Actor;
}

/** The course, for its owner; for others there is nothing. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function requireOwnCourse(
  { deps, actor }: Pick<CourseScope, 'actor'> & { deps: Pick<Deps, 'courses'> },
  id: string,
): Promise<StoredCourse> {
  const { userId } = requireUser(actor);
  const course = await deps.courses.find(id);
  if (course?.creatorId !== userId) throw new AppError('NOT_FOUND');
  return course;
}

/** A published course, or one's own. @throws AppError NOT_FOUND */
export async function requireReadableCourse(
  { deps, actor }: Pick<CourseScope, 'actor'> & { deps: Pick<Deps, 'courses'> },
  id: string,
): Promise<{ course: StoredCourse; isOwner: boolean }> {
  const course = await deps.courses.find(id);
  const isOwner = actor.kind === 'user' && course?.creatorId === actor.userId;
  if (!course || !(isOwner || course.isPublished)) throw new AppError('NOT_FOUND');
  return { course, isOwner };
}
