-- Accounts and sessions: the columns better-auth needs, in our spelling.
CREATE TABLE users (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  email_verified INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  image TEXT,
  plan TEXT NOT NULL DEFAULT 'free' CHECK (plan IN ('free', 'creator', 'team', 'enterprise')),
  -- NULL: what the plan gives.
  generation_quota INTEGER,
  execution_quota INTEGER,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  provider_id TEXT NOT NULL,
  access_token TEXT,
  refresh_token TEXT,
  id_token TEXT,
  access_token_expires_at TEXT,
  refresh_token_expires_at TEXT,
  scope TEXT,
  password TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX accounts_by_user ON accounts (user_id);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  token TEXT NOT NULL UNIQUE,
  expires_at TEXT NOT NULL,
  ip_address TEXT,
  user_agent TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE verifications (
  id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX verifications_by_identifier ON verifications (identifier);

-- title … test_count are the catalogue entry: of the published version, or of the draft while there is none.
-- content is the draft's head; published_version names what learners get.
CREATE TABLE capsules (
  id TEXT PRIMARY KEY,
  creator_id TEXT NOT NULL REFERENCES users (id),
  title TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT 'CODE',
  difficulty TEXT NOT NULL DEFAULT 'MEDIUM',
  language TEXT NOT NULL,
  function_name TEXT,
  test_count INTEGER NOT NULL DEFAULT 0,
  content TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  published_version INTEGER,
  quality_score REAL,
  is_published INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  deleted_at TEXT
);
CREATE INDEX capsules_published ON capsules (created_at DESC, id DESC) WHERE is_published = 1 AND deleted_at IS NULL;
CREATE INDEX capsules_by_creator ON capsules (creator_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;

CREATE TABLE capsule_versions (
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (capsule_id, version)
);

CREATE TABLE proofs (
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  content_hash TEXT NOT NULL,
  passed INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (capsule_id, content_hash)
);

CREATE TABLE capsule_events (
  id TEXT PRIMARY KEY,
  capsule_id TEXT NOT NULL REFERENCES capsules (id) ON DELETE CASCADE,
  user_id TEXT,
  event_type TEXT NOT NULL CHECK (event_type IN ('impression', 'run', 'test_pass', 'test_fail')),
  metadata TEXT,
  created_at TEXT NOT NULL
);
CREATE INDEX events_by_capsule ON capsule_events (capsule_id, created_at);

CREATE TABLE capsule_stats (
  capsule_id TEXT PRIMARY KEY REFERENCES capsules (id) ON DELETE CASCADE,
  impressions INTEGER NOT NULL DEFAULT 0,
  total_runs INTEGER NOT NULL DEFAULT 0,
  completion_rate REAL NOT NULL DEFAULT 0,
  last_computed TEXT
);

CREATE TABLE generation_logs (
  id TEXT PRIMARY KEY,
  user_id TEXT REFERENCES users (id) ON DELETE SET NULL,
  capsule_id TEXT REFERENCES capsules (id) ON DELETE SET NULL,
  prompt_hash TEXT NOT NULL,
  outcome TEXT NOT NULL,
  repairs INTEGER NOT NULL DEFAULT 0,
  -- JSON: one entry an agent call with its model, tokens as reported, cost and latency.
  calls TEXT NOT NULL DEFAULT '[]',
  cost_usd REAL NOT NULL DEFAULT 0,
  latency_ms INTEGER,
  created_at TEXT NOT NULL
);

CREATE TABLE quota_usage (
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  used INTEGER NOT NULL,
  PRIMARY KEY (key, kind, day)
);
