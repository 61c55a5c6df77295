-- Tags of the catalogue entry: lower case, each once, as a JSON list.
ALTER TABLE capsules ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
UPDATE capsules SET tags = coalesce((
  SELECT json_group_array(DISTINCT lower(trim(tag.value)))
  FROM json_each(coalesce(
    (SELECT content FROM capsule_versions WHERE capsule_id = capsules.id AND version = capsules.published_version),
    capsules.content), '$.tags') AS tag), '[]');

-- An author's own list filters and counts in this index alone; rows are read for one page.
CREATE INDEX capsules_mine
  ON capsules (creator_id, created_at DESC, id DESC, deleted_at, is_published, language, difficulty, tags);
DROP INDEX capsules_by_creator;
DROP INDEX capsules_published;
CREATE INDEX capsules_deleted ON capsules (deleted_at) WHERE deleted_at IS NOT NULL;

-- Numbers that stay, for the full-text index: SQLite may renumber the rows of a table that has a text key.
CREATE TABLE capsule_numbers (
  seq INTEGER PRIMARY KEY,
  capsule_id TEXT NOT NULL UNIQUE REFERENCES capsules (id) ON DELETE CASCADE
);
INSERT INTO capsule_numbers (capsule_id) SELECT id FROM capsules ORDER BY created_at, id;

-- facets: what lists filter by, as words of their own. No text is kept here, only the index.
CREATE VIRTUAL TABLE capsule_search USING fts5 (
  title, statement, tags, language, facets,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
-- What is indexed of a capsule: its published version, or its draft while there is none.
CREATE VIEW capsule_documents AS
SELECT n.seq, c.id AS capsule_id, c.title,
  json_extract(coalesce(v.content, c.content), '$.statement') AS statement,
  c.tags, c.language,
  'u' || hex(c.creator_id) || ' l' || c.language || ' d' || c.difficulty
    || iif(c.deleted_at IS NOT NULL, ' deleted', iif(c.is_published = 1, ' published', ' draft'))
    || coalesce((SELECT ' ' || group_concat('t' || hex(tag.value), ' ') FROM json_each(c.tags) AS tag), '') AS facets
FROM capsules AS c
JOIN capsule_numbers AS n ON n.capsule_id = c.id
LEFT JOIN capsule_versions AS v ON v.capsule_id = c.id AND v.version = c.published_version;
INSERT INTO capsule_search (rowid, title, statement, tags, language, facets)
  SELECT seq, title, statement, tags, language, facets FROM capsule_documents;

-- The public lists: each published capsule under each of its tags, and under '' for lists without one.
CREATE TABLE catalogue (
  tag TEXT NOT NULL,
  created_at TEXT NOT NULL,
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  difficulty TEXT NOT NULL,
  PRIMARY KEY (tag, created_at, capsule_id)
) WITHOUT ROWID;
CREATE INDEX catalogue_by_capsule ON catalogue (capsule_id);
CREATE INDEX catalogue_by_language ON catalogue (tag, language, created_at, capsule_id);
CREATE INDEX catalogue_by_difficulty ON catalogue (tag, difficulty, created_at, capsule_id);
CREATE INDEX catalogue_by_both ON catalogue (tag, language, difficulty, created_at, capsule_id);
CREATE VIEW catalogue_rows AS
SELECT tag.value AS tag, c.created_at, c.id AS capsule_id, c.language, c.difficulty
FROM capsules AS c, json_each(json_insert(c.tags, '$[#]', '')) AS tag
WHERE c.is_published = 1 AND c.deleted_at IS NULL;

-- How many rows of the catalogue have what in common: a list's total is a sum of eighteen numbers at most.
CREATE TABLE catalogue_counts (
  tag TEXT NOT NULL,
  language TEXT NOT NULL,
  difficulty TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (tag, language, difficulty)
) WITHOUT ROWID;
CREATE TRIGGER catalogue_counted AFTER INSERT ON catalogue
BEGIN
  INSERT INTO catalogue_counts VALUES (NEW.tag, NEW.language, NEW.difficulty, 1)
    ON CONFLICT (tag, language, difficulty) DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER catalogue_uncounted AFTER DELETE ON catalogue
BEGIN
  UPDATE catalogue_counts SET count = count - 1
    WHERE tag = OLD.tag AND language = OLD.language AND difficulty = OLD.difficulty;
  DELETE FROM catalogue_counts
    WHERE tag = OLD.tag AND language = OLD.language AND difficulty = OLD.difficulty AND count <= 0;
END;
INSERT INTO catalogue (tag, created_at, capsule_id, language, difficulty)
  SELECT tag, created_at, capsule_id, language, difficulty FROM catalogue_rows;

-- Whatever writes a capsule, the index and the lists follow in the same transaction.
CREATE TRIGGER capsule_indexed AFTER INSERT ON capsules
BEGIN
  INSERT INTO capsule_numbers (capsule_id) VALUES (NEW.id);
  INSERT INTO capsule_search (rowid, title, statement, tags, language, facets)
    SELECT seq, title, statement, tags, language, facets FROM capsule_documents WHERE capsule_id = NEW.id;
  INSERT INTO catalogue (tag, created_at, capsule_id, language, difficulty)
    SELECT tag, created_at, capsule_id, language, difficulty FROM catalogue_rows WHERE capsule_id = NEW.id;
END;
-- An edit of a published capsule's draft changes nothing that is listed.
CREATE TRIGGER capsule_reindexed
AFTER UPDATE OF title, tags, published_version, is_published, deleted_at ON capsules
WHEN NEW.published_version IS NULL OR NEW.published_version IS NOT OLD.published_version
  OR NEW.is_published <> OLD.is_published OR NEW.deleted_at IS NOT OLD.deleted_at
BEGIN
  DELETE FROM capsule_search WHERE rowid = (SELECT seq FROM capsule_numbers WHERE capsule_id = NEW.id);
  INSERT INTO capsule_search (rowid, title, statement, tags, language, facets)
    SELECT seq, title, statement, tags, language, facets FROM capsule_documents WHERE capsule_id = NEW.id;
  DELETE FROM catalogue WHERE capsule_id = NEW.id;
  INSERT INTO catalogue (tag, created_at, capsule_id, language, difficulty)
    SELECT tag, created_at, capsule_id, language, difficulty FROM catalogue_rows WHERE capsule_id = NEW.id;
END;
CREATE TRIGGER capsule_unindexed BEFORE DELETE ON capsules
BEGIN
  DELETE FROM capsule_search WHERE rowid = (SELECT seq FROM capsule_numbers WHERE capsule_id = OLD.id);
END;

-- One row a learner and capsule; learner is the user's id, or what an anonymous learner's token stands for.
CREATE TABLE progress (
  learner TEXT NOT NULL,
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('started', 'attempted', 'solved')),
  attempts INTEGER NOT NULL DEFAULT 0,
  started_at TEXT NOT NULL,
  first_solved_at TEXT,
  -- From started_at to first_solved_at.
  solve_time_ms INTEGER,
  -- The fastest accepted submission: all its tests together.
  best_run_time_ms INTEGER,
  last_source TEXT,
  draft TEXT,
  draft_updated_at TEXT,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (learner, capsule_id)
);
CREATE INDEX progress_by_learner ON progress (learner, updated_at DESC, capsule_id DESC);
CREATE INDEX progress_by_capsule ON progress (capsule_id);
CREATE INDEX progress_by_user ON progress (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX progress_anonymous ON progress (updated_at) WHERE user_id IS NULL;

-- items: JSON [{capsuleId, optional, requires: [capsuleId]}], in their order. A capsule may vanish; its item stays.
CREATE TABLE courses (
  id TEXT PRIMARY KEY,
  creator_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  items TEXT NOT NULL,
  version INTEGER NOT NULL,
  is_published INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX courses_published ON courses (created_at DESC, id DESC) WHERE is_published = 1;
CREATE INDEX courses_by_creator ON courses (creator_id, created_at DESC, id DESC);

-- Files beside a capsule; object_key names the bytes in R2, which are never overwritten.
CREATE TABLE assets (
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  owner_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  object_key TEXT NOT NULL UNIQUE,
  content_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (capsule_id, name)
);
CREATE INDEX assets_by_owner ON assets (owner_id, bytes);
-- Objects that no row names (any more): a key is written here before its upload, and when its row goes.
CREATE TABLE asset_leftovers (
  object_key TEXT PRIMARY KEY,
  since TEXT NOT NULL
);
CREATE TRIGGER asset_taken AFTER INSERT ON assets
BEGIN
  DELETE FROM asset_leftovers WHERE object_key = NEW.object_key;
END;
CREATE TRIGGER asset_replaced AFTER UPDATE OF object_key ON assets
BEGIN
  INSERT OR IGNORE INTO asset_leftovers VALUES (OLD.object_key, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
  DELETE FROM asset_leftovers WHERE object_key = NEW.object_key;
END;
CREATE TRIGGER asset_dropped AFTER DELETE ON assets
BEGIN
  INSERT OR IGNORE INTO asset_leftovers VALUES (OLD.object_key, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
