-- A generation's log is opened when it is asked for. outcome: queued, running, accepted, cached, not_proven,
-- nothing_fits, failed, given_up (it can be sent again), cancelled.
ALTER TABLE generation_logs ADD COLUMN language TEXT;
ALTER TABLE generation_logs ADD COLUMN difficulty TEXT;
-- model, or bank with the family that the exercise is of.
ALTER TABLE generation_logs ADD COLUMN author TEXT;
ALTER TABLE generation_logs ADD COLUMN family_id TEXT;
ALTER TABLE generation_logs ADD COLUMN prompt_version INTEGER;
-- SHA-256 of user and Idempotency-Key.
ALTER TABLE generation_logs ADD COLUMN idempotency_hash TEXT;
-- The day whose quota it took.
ALTER TABLE generation_logs ADD COLUMN quota_day TEXT;
-- Whoever works on it is taken for lost after this.
ALTER TABLE generation_logs ADD COLUMN running_until TEXT;
ALTER TABLE generation_logs ADD COLUMN ended_at TEXT;
ALTER TABLE generation_logs ADD COLUMN error TEXT;
CREATE UNIQUE INDEX generations_by_key ON generation_logs (idempotency_hash) WHERE idempotency_hash IS NOT NULL;
CREATE INDEX generations_open ON generation_logs (user_id, created_at) WHERE outcome IN ('queued', 'running');
CREATE INDEX generations_by_user ON generation_logs (user_id, created_at);

-- What a model made of a prompt, for the next who asks the same. Names nobody.
CREATE TABLE generation_cache (
  key TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  evidence TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX generation_cache_by_time ON generation_cache (created_at);

-- What all generations of a UTC day have cost.
CREATE TABLE generation_days (
  day TEXT PRIMARY KEY,
  cost_usd REAL NOT NULL
);

-- The circuit in front of the provider of models. One row.
CREATE TABLE model_circuit (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  failures INTEGER NOT NULL,
  open_until TEXT
);
INSERT INTO model_circuit (id, failures) VALUES (1, 0);
