import type { CatalogueEntry, Page } from './capsules.ts';

/** A capsule in its place. `requires` names earlier items that come first. */
export interface CourseItem {
  capsuleId: string;
  optional: boolean;
  requires: string[];
}

export interface CourseContent {
  title: string;
  description: string;
  items: CourseItem[];
}

export interface StoredCourse extends CourseContent {
  id: string;
  creatorId: string;
  version: number;
  isPublished: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface CourseEntry {
  id: string;
  title: string;
  description: string;
  itemCount: number;
  isPublished: boolean;
  createdAt: string;
}

/** What is known of a course's capsules; deleted ones are not among them. */
export type CourseCapsule = Pick<
  CatalogueEntry,
  'id' | 'title' | 'description' | 'language' | 'difficulty' | 'isPublished'
> & { creatorId: string };

/** Courses. Each method is one atomic write or one read. */
export interface CourseStore {
  insert(course: { id: string; creatorId: string; at: string } & CourseContent): Promise<void>;
  /** False when it is no longer `expectedVersion`; nothing is written then. */
  update(id: string, expectedVersion: number, content: CourseContent, at: string): Promise<boolean>;
  setPublished(id: string, isPublished: boolean, at: string): Promise<void>;
  /** False when it is gone already, or no longer `expectedVersion`. */
  remove(id: string, expectedVersion?: number): Promise<boolean>;
  find(id: string): Promise<StoredCourse | null>;
  /** Newest first; published ones, or all of one author. @throws AppError VALIDATION_FAILED on a foreign cursor */
  list(
    whose: { published: true } | { creatorId: string },
    query: { limit: number; cursor?: string },
  ): Promise<Page<CourseEntry>>;
  capsulesOf(ids: string[]): Promise<Map<string, CourseCapsule>>;
}
