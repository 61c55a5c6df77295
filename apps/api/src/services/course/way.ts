import type { CourseCapsule, CourseItem } from '../../ports/courses.ts';

/** Unavailable: its capsule is not published (any more). It blocks nothing and counts for nothing. */
export const ITEM_STATES = ['locked', 'unlocked', 'solved', 'unavailable'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** How far a learner is in a course. */
export interface CourseProgress {
  required: number;
  solved: number;
  optional: number;
  optionalSolved: number;
  /** Of the required items, between 0 and 1. */
  share: number;
  isComplete: boolean;
  /** The first required item that is open and not solved. */
  nextCapsuleId: string | null;
}

/** What each item is for a learner who has solved these capsules: an item opens when all that it requires is solved. */
export function statesOf(
  items: CourseItem[],
  capsules: ReadonlyMap<string, CourseCapsule>,
  solved: ReadonlySet<string>,
): ItemState[] {
  const isThere = (id: string) => capsules.get(id)?.isPublished === true;
  return items.map(({ capsuleId, requires }) => {
    if (!isThere(capsuleId)) return 'unavailable';
    if (solved.has(capsuleId)) return 'solved';
    return requires.some(id => isThere(id) && !solved.has(id)) ? 'locked' : 'unlocked';
  });
}

export function progressOf(items: CourseItem[], states: ItemState[]): CourseProgress {
  const there = items
    .map((item, i) => ({ ...item, state: states[i] }))
    .filter(({ state }) => state !== 'unavailable');
  const count = (optional: boolean, solvedOnly: boolean) =>
    there.filter(item => item.optional === optional && (!solvedOnly || item.state === 'solved')).length;
  const [required, solved] = [count(false, false), count(false, true)];
  const next = there.find(({ optional, state }) => !optional && state === 'unlocked');
  return {
    required,
    solved,
    optional: count(true, false),
    optionalSolved: count(true, true),
    share: required === 0 ? 1 : solved / required,
    isComplete: solved === required,
    nextCapsuleId: next?.capsuleId ?? null,
  };
}
