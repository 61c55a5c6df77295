/** How a full-text index is filled again: it keeps no text of its own, so there is nothing of it to dump. */
export const INDEXES: Record<string, string> = {
  // As in migration 0004.
  capsule_search: `INSERT INTO capsule_search (rowid, title, statement, tags, language, facets)
  SELECT seq, title, statement, tags, language, facets FROM capsule_documents`,
};

/** What tells that an index holds the same: each document with how many words of it stand in each column. */
export function fingerprintQuery(index: string): string {
  return `SELECT id, hex(sz) AS sizes FROM "${index}_docsize" ORDER BY id`;
}
