import type { Scope } from './actor.ts';
import type { Member } from './members.ts';

/** A key as its owner sees it later: the key itself is stored nowhere. */
export interface ApiKey {
  id: string;
  name: string;
  /** The first characters, to tell keys apart. */
  start: string;
  scopes: Scope[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export interface ApiKeyStore {
  /** Stores a key, in one statement with the count. False when the user has as many as are allowed. */
  create(key: ApiKey & { userId: string; hash: string }, allowed: number): Promise<boolean>;
  /** Those that are not revoked, newest first. */
  list(userId: string): Promise<ApiKey[]>;
  /** False when the user has no such key. */
  revoke(userId: string, id: string, at: string): Promise<boolean>;
  /** The key with this SHA-256 and its owner, unless it is revoked or expired. */
  find(hash: string, now: string): Promise<{ key: ApiKey; member: Member } | null>;
  /** Notes the use of a key that was last used before `unlessSince`. */
  touch(id: string, at: string, unlessSince: string): Promise<void>;
}
