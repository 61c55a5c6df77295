import type { Page } from '../../ports/capsules.ts';
import type { CourseCapsule, CourseEntry, CourseItem, StoredCourse } from '../../ports/courses.ts';
import { requireUser } from '../capsule/access.ts';
import { knownLearner, requireLearner } from '../progress/learner.ts';
import { type CourseScope, requireReadableCourse } from './access.ts';
import { type CourseProgress, type ItemState, progressOf, statesOf } from './way.ts';

interface Paging {
  limit: number;
  cursor?: string;
}

export interface CourseView extends Omit<StoredCourse, 'creatorId' | 'items'> {
  isOwner: boolean;
  items: (CourseItem & {
    state: ItemState;
    /** Null while the capsule is not published, but for its author. */
    capsule: Pick<CourseCapsule, 'title' | 'description' | 'language' | 'difficulty'> | null;
  })[];
}

/** Published courses, newest first. @throws AppError VALIDATION_FAILED on a foreign cursor */
export function listCourses({ deps }: CourseScope, query: Paging): Promise<Page<CourseEntry>> {
  return deps.courses.list({ published: true }, query);
}

/** The asker's own, drafts too. @throws AppError UNAUTHENTICATED | VALIDATION_FAILED on a foreign cursor */
export function listMyCourses({ deps, actor }: CourseScope, query: Paging): Promise<Page<CourseEntry>> {
  return deps.courses.list({ creatorId: requireUser(actor).userId }, query);
}

/** A course with what each item is for the asker. @throws AppError NOT_FOUND */
export async function getCourse({ deps, actor }: CourseScope, id: string): Promise<CourseView> {
  const { course, isOwner } = await requireReadableCourse({ deps, actor }, id);
  const { capsules, states } = await way({ deps, actor }, course);
  const { creatorId: _, items, ...rest } = course;
  return {
    ...rest,
    isOwner,
    items: items.map((item, i) => ({
      ...item,
      state: states[i] ?? 'unavailable',
      capsule: shown(capsules.get(item.capsuleId)),
    })),
  };

  function shown(capsule: CourseCapsule | undefined) {
    const isTheirs = actor.kind === 'user' && capsule?.creatorId === actor.userId;
    if (!capsule || !(capsule.isPublished || isTheirs)) return null;
    const { title, description, language, difficulty } = capsule;
    return { title, description, language, difficulty };
  }
}

/** How far the asker is. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function getCourseProgress({ deps, actor }: CourseScope, id: string): Promise<CourseProgress> {
  requireLearner(actor);
  const { course } = await requireReadableCourse({ deps, actor }, id);
  const { states } = await way({ deps, actor }, course);
  return progressOf(course.items, states);
}

async function way({ deps, actor }: CourseScope, { items }: StoredCourse) {
  const ids = items.map(({ capsuleId }) => capsuleId);
  const learner = knownLearner(actor);
  const [capsules, solved] = await Promise.all([
    deps.courses.capsulesOf(ids),
    learner ? deps.progress.solvedOf(learner.learner, ids) : new Set<string>(),
  ]);
  return { capsules, states: statesOf(items, capsules, solved) };
}
