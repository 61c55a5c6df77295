/** A row of something, by the names of its columns. */
export type PersonalRecord = Record<string, unknown>;

/** Everything that is kept about a user, wherever it is: to be given out, and to be removed. */
export interface PersonalData {
  /** Batches of rows, one kind after another. Secrets (password hashes, tokens, hashes of keys) are not among them. */
  read(userId: string): AsyncIterable<{ kind: string; rows: PersonalRecord[] }>;
  /** The user's capsules, deleted ones too. */
  capsuleIds(userId: string): Promise<string[]>;
  /** What the user has had generated. */
  generationIds(userId: string): Promise<string[]>;
  /** Hashes of the scripts that the user's capsules refer to. */
  scriptHashes(userId: string): Promise<string[]>;
  /** Whether any capsule refers to a script. */
  isScriptUsed(hash: string): Promise<boolean>;
  /** Whether the account has a password. */
  hasPassword(userId: string): Promise<boolean>;
  /**
   * Deletes the account with all that belongs to it, in one transaction. What it left with others (how their capsules
   * did) stays as nobody's; objects of assets become leftovers, which are swept.
   */
  erase(user: { userId: string; email: string }): Promise<void>;
}
