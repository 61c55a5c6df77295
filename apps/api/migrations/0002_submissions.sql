-- What learners handed in, with the verdict of its day: a changed test can be tried on it (regrade).
CREATE TABLE submissions (
  id TEXT PRIMARY KEY,
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  -- The user's id, or the hash that stands for an anonymous learner's address.
  learner TEXT NOT NULL,
  user_id TEXT REFERENCES users (id) ON DELETE SET NULL,
  version INTEGER NOT NULL,
  source TEXT NOT NULL,
  verdict TEXT NOT NULL,
  passed INTEGER NOT NULL,
  total INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  regraded_at TEXT
);
CREATE INDEX submissions_by_learner ON submissions (capsule_id, learner, created_at DESC);
CREATE INDEX submissions_by_user ON submissions (user_id, created_at DESC) WHERE user_id IS NOT NULL;

-- A preview: what a regrade would make of a submission, until it is applied or left.
CREATE TABLE regrade_changes (
  submission_id TEXT PRIMARY KEY REFERENCES submissions (id) ON DELETE CASCADE,
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  passed INTEGER NOT NULL,
  total INTEGER NOT NULL
);
CREATE INDEX regrade_changes_by_capsule ON regrade_changes (capsule_id);
