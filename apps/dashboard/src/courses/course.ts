import type { components } from '@devcapsules/client/schema';
import type { Language } from '#words.ts';

export type Course = components['schemas']['Course'];
export type CourseDocument = components['schemas']['CourseDocument'];

/** An item as it is edited: what it is called is known beside it. */
export interface Item {
  capsuleId: string;
  title: string;
  language: Language | null;
  optional: boolean;
  requires: string[];
}

export function itemsOf(course: Course): Item[] {
  return course.items.map(({ capsuleId, capsule, optional, requires }) => ({
    capsuleId,
    title: capsule?.title ?? 'Not available any more',
    language: capsule?.language ?? null,
    optional,
    requires,
  }));
}

/** What is stored of items. A gate on what comes later is dropped: only earlier items can be asked for. */
export function documentItems(items: readonly Item[]): CourseDocument['items'] {
  return items.map(({ capsuleId, optional, requires }, i) => {
    const earlier = items.slice(0, i).map(item => item.capsuleId);
    return { capsuleId, optional, requires: requires.filter(id => earlier.includes(id)) };
  });
}
