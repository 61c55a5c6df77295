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
  isPublished: boolean;
  createdAt: string;
}

export interface ListQuery {
  limit: number;
  /** Opaque: `nextCursor` of the page before. */
  cursor?: string;
  language?: Language;
  difficulty?: Difficulty;
  type?: Capsule['type'];
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
}

export interface NewContent {
  content: Capsule;
  contentHash: string;
  at: string;
}

/** Capsules and their immutable versions. Each method is one atomic write or one read. */
export interface CapsuleStore {
  insert(capsule: { id: string; creatorId: string } & NewContent): Promise<void>;
  /** False when the head is no longer `expectedVersion`; nothing is written then. */
  update(id: string, expectedVersion: number, next: NewContent): Promise<boolean>;
  find(id: string): Promise<StoredCapsule | null>;
  findVersion(id: string, version: number): Promise<StoredVersion | null>;
  listVersions(id: string): Promise<Omit<StoredVersion, 'content'>[]>;
  listPublished(query: ListQuery): Promise<Page<CatalogueEntry>>;
  listByCreator(creatorId: string, query: ListQuery): Promise<Page<CatalogueEntry>>;
  /** Shows a version with the quality that its proof found. False when the head is no longer `version`. */
  publish(
    id: string,
    version: number,
    content: Capsule,
    quality: number | null,
    at: string,
  ): Promise<boolean>;
  unpublish(id: string, at: string): Promise<void>;
  remove(id: string, at: string): Promise<void>;
}
