-- A day's budget that an admin set; NULL: what the configuration says holds.
ALTER TABLE model_circuit ADD COLUMN daily_budget_usd REAL;
ALTER TABLE model_circuit ADD COLUMN budget_set_at TEXT;
ALTER TABLE model_circuit ADD COLUMN budget_set_by TEXT;
