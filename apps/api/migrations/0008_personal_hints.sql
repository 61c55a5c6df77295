-- Hints that a model wrote for one learner stand beside those of the capsule. source: capsule, model.
ALTER TABLE hints_given ADD COLUMN source TEXT NOT NULL DEFAULT 'capsule';
-- Of a model's; the others' is the capsule's.
ALTER TABLE hints_given ADD COLUMN text TEXT;

-- What models' hints have cost, shown or not. Names nobody, and stays when the capsule goes.
CREATE TABLE advice_logs (
  id TEXT PRIMARY KEY,
  capsule_id TEXT NOT NULL,
  -- hint, withheld, unavailable.
  outcome TEXT NOT NULL,
  why TEXT,
  -- JSON: model, tokens as the provider reported them, cost and time of each call.
  calls TEXT NOT NULL,
  cost_usd REAL NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX advice_by_time ON advice_logs (created_at);
