-- Events get a sequence, in which they are folded, and what a learner's way through a capsule is told by. A database
-- of before is taken over; a Worker of before can still write to it.
CREATE TABLE capsule_events_sequenced (
  -- AUTOINCREMENT: a number is never given twice, even when the newest events are pruned.
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  user_id TEXT,
  -- The user's id, the learner token's, or the hash that stands for an address.
  learner TEXT,
  -- Of a browser tab, as its page names it.
  session TEXT,
  event_type TEXT NOT NULL CHECK (
    event_type IN ('impression', 'view', 'edit', 'run', 'submit', 'test_pass', 'test_fail', 'hint')
  ),
  duration_ms INTEGER,
  -- How many events this one stands for: 1 / sample rate.
  weight REAL NOT NULL DEFAULT 1,
  metadata TEXT,
  created_at TEXT NOT NULL
);
INSERT INTO capsule_events_sequenced (id, capsule_id, user_id, learner, event_type, metadata, created_at)
SELECT id, capsule_id, user_id, user_id, event_type, metadata, created_at FROM capsule_events ORDER BY created_at, id;
DROP TABLE capsule_events;
ALTER TABLE capsule_events_sequenced RENAME TO capsule_events;
CREATE INDEX events_by_capsule ON capsule_events (capsule_id, created_at);
CREATE INDEX events_by_time ON capsule_events (created_at);

-- Up to which event all is counted. One row.
CREATE TABLE event_fold (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  watermark INTEGER NOT NULL,
  folded_at TEXT
);
INSERT INTO event_fold (id, watermark) VALUES (1, 0);

-- For a lifetime: events go, these stay. Real numbers where sampled events are counted by their weight.
ALTER TABLE capsule_stats ADD COLUMN views INTEGER NOT NULL DEFAULT 0;
ALTER TABLE capsule_stats ADD COLUMN edits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE capsule_stats ADD COLUMN submissions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE capsule_stats ADD COLUMN passes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE capsule_stats ADD COLUMN hints INTEGER NOT NULL DEFAULT 0;
ALTER TABLE capsule_stats ADD COLUMN learners INTEGER NOT NULL DEFAULT 0;
ALTER TABLE capsule_stats ADD COLUMN learners_passed INTEGER NOT NULL DEFAULT 0;

-- When each learner first did what. `learner` of somebody whose account is deleted is replaced by chance.
CREATE TABLE capsule_learners (
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  learner TEXT NOT NULL,
  viewed_at TEXT,
  edited_at TEXT,
  -- How many learners this one stands for where edits were sampled.
  edit_weight REAL NOT NULL DEFAULT 0,
  ran_at TEXT,
  submitted_at TEXT,
  passed_at TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  attempts_to_pass INTEGER,
  hints INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (capsule_id, learner)
) WITHOUT ROWID;
CREATE INDEX capsule_learners_by_learner ON capsule_learners (learner, capsule_id);

CREATE TABLE capsule_days (
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  impressions REAL NOT NULL DEFAULT 0,
  views REAL NOT NULL DEFAULT 0,
  edits REAL NOT NULL DEFAULT 0,
  runs INTEGER NOT NULL DEFAULT 0,
  submissions INTEGER NOT NULL DEFAULT 0,
  passes INTEGER NOT NULL DEFAULT 0,
  hints REAL NOT NULL DEFAULT 0,
  PRIMARY KEY (capsule_id, day)
) WITHOUT ROWID;

-- How often each test of a version failed; `submissions` of that version are the whole.
CREATE TABLE capsule_test_failures (
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  test TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (capsule_id, version, test)
) WITHOUT ROWID;
CREATE TABLE capsule_version_attempts (
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  submissions INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (capsule_id, version)
) WITHOUT ROWID;

-- Errors that differ in names, numbers and places only are one.
CREATE TABLE capsule_errors (
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  message TEXT NOT NULL,
  verdict TEXT NOT NULL,
  sample TEXT NOT NULL,
  count INTEGER NOT NULL DEFAULT 0,
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  PRIMARY KEY (capsule_id, message)
) WITHOUT ROWID;

-- What is known of a learner is known of nobody any more once the account is gone.
CREATE TRIGGER learners_forget_users AFTER DELETE ON users
BEGIN
  UPDATE capsule_learners SET learner = 'gone:' || lower(hex(randomblob(16))) WHERE learner = OLD.id;
  UPDATE capsule_events SET user_id = NULL, learner = NULL, session = NULL WHERE learner = OLD.id OR user_id = OLD.id;
END;
CREATE INDEX events_by_learner ON capsule_events (learner) WHERE learner IS NOT NULL;

-- Switches that those who run the service set; what is not here has the default in the code.
CREATE TABLE flags (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL
);

-- Messages that were given up by a queue's consumer.
CREATE TABLE dead_letters (
  id TEXT PRIMARY KEY,
  queue TEXT NOT NULL,
  body TEXT NOT NULL,
  reason TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  failed_at TEXT NOT NULL,
  replayed_at TEXT
);
CREATE INDEX dead_letters_by_time ON dead_letters (failed_at DESC, id DESC);
