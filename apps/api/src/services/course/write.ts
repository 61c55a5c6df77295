import { AppError } from '../../errors/app-error.ts';
import type { CourseContent } from '../../ports/courses.ts';
import { requireUser } from '../capsule/access.ts';
import { type CourseScope, requireOwnCourse } from './access.ts';
import { checkItems } from './check.ts';

/** Stores a new draft as version 1. @throws AppError UNAUTHENTICATED | VALIDATION_FAILED */
export async function createCourse(
  { deps, actor }: CourseScope,
  content: CourseContent,
): Promise<{ id: string; version: number }> {
  const { userId } = requireUser(actor);
  await checkItems({ deps }, { items: content.items, userId });
  const id = deps.runtime.newId();
  await deps.courses.insert({ id, creatorId: userId, at: deps.runtime.now().toISOString(), ...content });
  return { id, version: 1 };
}

/**
 * Replaces the whole course, its order too. Learners of a published one see it at once.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | VALIDATION_FAILED | VERSION_CONFLICT
 */
export async function updateCourse(
  { deps, actor }: CourseScope,
  { id, expectedVersion, content }: { id: string; expectedVersion: number; content: CourseContent },
): Promise<{ id: string; version: number }> {
  const { items: before, creatorId: userId } = await requireOwnCourse({ deps, actor }, id);
  await checkItems({ deps }, { items: content.items, userId, before });
  const at = deps.runtime.now().toISOString();
  const written = await deps.courses.update(id, expectedVersion, content, at);
  if (!written) throw new AppError('VERSION_CONFLICT');
  return { id, version: expectedVersion + 1 };
}

/** @throws AppError UNAUTHENTICATED | NOT_FOUND | VALIDATION_FAILED when there is nothing in it */
export async function publishCourse({ deps, actor }: CourseScope, id: string): Promise<void> {
  const { items } = await requireOwnCourse({ deps, actor }, id);
  if (items.length === 0) {
    throw new AppError('VALIDATION_FAILED', {
      details: [{ path: 'items', message: 'must have a capsule before it can be published' }],
    });
  }
  await deps.courses.setPublished(id, true, deps.runtime.now().toISOString());
}

/** Hides the course from all but its owner. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function unpublishCourse({ deps, actor }: CourseScope, id: string): Promise<void> {
  await requireOwnCourse({ deps, actor }, id);
  await deps.courses.setPublished(id, false, deps.runtime.now().toISOString());
}

/** Deletes the course; its capsules stay. @throws AppError UNAUTHENTICATED | NOT_FOUND | VERSION_CONFLICT */
export async function removeCourse(
  { deps, actor }: CourseScope,
  { id, expectedVersion }: { id: string; expectedVersion?: number | undefined },
): Promise<void> {
  await requireOwnCourse({ deps, actor }, id);
  const removed = await deps.courses.remove(id, expectedVersion);
  if (!removed) throw new AppError(expectedVersion === undefined ? 'NOT_FOUND' : 'VERSION_CONFLICT');
}
