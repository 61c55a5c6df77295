import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireOwnCourse } from '../course/access.ts';
import { type ItemQuality, itemQuality } from './items.ts';

export interface CourseReport {
  learners: { started: number; finished: number };
  /** The owner's own capsules, in their order; measured against each other. */
  items: (ItemQuality & { optional: boolean })[];
  /** Capsules of other authors, which are theirs to look at. */
  others: number;
}

/** How a course does, for its owner. Deleted capsules stand in nobody's way. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function getCourseReport(
  { deps, actor }: { deps: Pick<Deps, 'analytics' | 'courses'>; actor: Actor },
  id: string,
): Promise<CourseReport> {
  const course = await requireOwnCourse({ deps, actor }, id);
  const capsules = await deps.courses.capsulesOf(course.items.map(({ capsuleId }) => capsuleId));
  const present = course.items.filter(({ capsuleId }) => capsules.has(capsuleId));
  const ids = present.map(({ capsuleId }) => capsuleId);
  const open = ({ capsuleId }: { capsuleId: string }) => capsules.get(capsuleId)?.isPublished;
  const required = present.filter(item => !item.optional && open(item)).map(({ capsuleId }) => capsuleId);
  const [learners, sums] = await Promise.all([
    deps.analytics.setCounts(ids, required),
    deps.analytics.items(course.creatorId, ids),
  ]);
  const own = new Map(sums.map(item => [item.capsuleId, itemQuality(item)]));
  const items = present.flatMap(({ capsuleId, optional }) => {
    const quality = own.get(capsuleId);
    return quality ? [{ ...quality, optional }] : [];
  });
  return { learners, items, others: present.length - items.length };
}
