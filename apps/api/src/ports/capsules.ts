import type { Capsule, Difficulty, Language } from '@devcapsules/capsule/schema/capsule';

/** A capsule as stored. `content` is the draft's head; learners get the published version. */
export interface StoredCapsule {
  id: string;
  creatorId: string;
  content: Capsule;
  contentHash: string;
  version: number;
  publishedVersion: number | null;
  qualityScore: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface StoredVersion {
  version: number;
  contentHash: string;
  content: Capsule;
  createdAt: string;
}

/** An entry of a list. */
export interface CatalogueEntry {
  id: string;
  title: string;
  description: string;
  type: Capsule['type'];
  language: Language;
  difficulty: Difficulty;
  testCount: number;
  /** In lower case. */
  tags: string[];
  isPublished: boolean;
  createdAt: string;
}

/** What an author's capsule can be; a deleted one can be restored for a while. */
export const CAPSULE_STATES = ['draft', 'published', 'deleted'] as const;
export type CapsuleState = (typeof CAPSULE_STATES)[number];

export interface ListQuery {
  limit: number;
  /** Opaque: `nextCursor` of the page before, with the same filters. */
  cursor?: string;
  language?: Language;
  difficulty?: Difficulty;
  type?: Capsule['type'];
  tag?: string;
  /** Words to look for, as a person types them; the last may be a beginning. Best matches come first then. */
  q?: string;
}

export interface OwnListQuery extends ListQuery {
  /** All but the deleted ones, when it is left out. */
  state?: CapsuleState;
}

/** A tag of published capsules, and how many have it. */
export interface TagCount {
  tag: string;
  count: number;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  /** Of a search at most {@link MAX_SEARCH_RESULTS}, which then stands for as many or more. */
  total: number;
}

/** How far a search can be paged through: nobody reads on, and counting every match would cost more than finding. */
export const MAX_SEARCH_RESULTS = 1000;

/** Lists and full-text search; always in step with {@link CapsuleStore}. */
export interface Catalogue {
  /** Newest first, or by how well they match `q`. @throws AppError VALIDATION_FAILED on a foreign cursor */
  listPublished(query: ListQuery): Promise<Page<CatalogueEntry>>;
  /** The same of one author's capsules, drafts too. */
  listByCreator(creatorId: string, query: OwnListQuery): Promise<Page<CatalogueEntry>>;
  /** The most used first. */
  listTags(limit: number): Promise<TagCount[]>;
}

export interface NewContent {
  content: Capsule;
  contentHash: string;
  at: string;
}

/** Capsules and their immutable versions. Each method is one atomic write or one read. */
export interface CapsuleStore {
  /** False when the author has as many as `limit` already, not counting deleted ones. */
  insert(capsule: { id: string; creatorId: string } & NewContent, limit: number): Promise<boolean>;
  /** Whether the author has fewer than `limit`. */
  hasRoom(creatorId: string, limit: number): Promise<boolean>;
  /** False when the head is no longer `expectedVersion`; nothing is written then. */
  update(id: string, expectedVersion: number, next: NewContent): Promise<boolean>;
  find(id: string): Promise<StoredCapsule | null>;
  findVersion(id: string, version: number): Promise<StoredVersion | null>;
  listVersions(id: string): Promise<Omit<StoredVersion, 'content'>[]>;
  /** Shows a version with the quality that its proof found. False when the head is no longer `version`. */
  publish(
    id: string,
    version: number,
    content: Capsule,
    quality: number | null,
    at: string,
  ): Promise<boolean>;
  /** Hides the capsule; lists for its owner show the draft again. False when the head is no longer `version`. */
  unpublish(id: string, version: number, content: Capsule, at: string): Promise<boolean>;
  /** Takes it out of sight. False when it is gone already, or when the head is no longer `expectedVersion`. */
  remove(id: string, at: string, expectedVersion?: number): Promise<boolean>;
  /** Brings back what was deleted at `deletedSince` or later; its version, or null without such a capsule or room. */
  restore(id: string, creatorId: string, deletedSince: string, limit: number): Promise<number | null>;
  /** Deletes for good, with all that belongs to them, at most `limit` capsules; the ids of those. */
  purge(deletedBefore: string, limit: number): Promise<string[]>;
}
