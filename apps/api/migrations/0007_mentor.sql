-- Hints that learners were given, each once a version of the capsule, and whether they helped.
CREATE TABLE hints_given (
  id TEXT PRIMARY KEY,
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  -- The user's id, the learner token's, or the hash that stands for an address.
  learner TEXT NOT NULL,
  user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
  -- Where on the ladder: 0 is the first.
  step INTEGER NOT NULL,
  helpful INTEGER,
  created_at TEXT NOT NULL,
  UNIQUE (capsule_id, version, learner, step)
);
CREATE INDEX hints_given_by_user ON hints_given (user_id) WHERE user_id IS NOT NULL;
