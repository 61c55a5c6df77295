-- A suspended account's sessions, keys and tokens stop at once.
ALTER TABLE users ADD COLUMN suspended_at TEXT;
CREATE INDEX users_by_creation ON users (created_at DESC, id DESC);

-- Who a token of another issuer stands for.
CREATE TABLE identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX identities_by_user ON identities (user_id);

-- hash: SHA-256 of the key, which itself is nowhere. start: the key's first characters, for people to tell keys apart.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  start TEXT NOT NULL,
  -- JSON: an array of scopes.
  scopes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  last_used_at TEXT,
  revoked_at TEXT
);
CREATE INDEX api_keys_by_user ON api_keys (user_id, created_at DESC);

-- Mail is written here first and sent from here. What was sent keeps no text.
CREATE TABLE mails (
  id TEXT PRIMARY KEY,
  user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed')),
  error TEXT,
  created_at TEXT NOT NULL,
  ended_at TEXT
);
CREATE INDEX mails_by_creation ON mails (created_at DESC);
CREATE INDEX mails_by_user ON mails (user_id) WHERE user_id IS NOT NULL;

-- One account a provider and subject, whatever two sign-ins do at once.
CREATE UNIQUE INDEX accounts_by_subject ON accounts (provider_id, account_id);
