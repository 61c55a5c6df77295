-- What prompts in the cache mean, to find those that ask for the same in other words.
CREATE TABLE prompt_vectors (
  key TEXT PRIMARY KEY REFERENCES generation_cache (key) ON DELETE CASCADE,
  -- Only vectors of one scope are compared: language, difficulty, prompts and models.
  scope TEXT NOT NULL,
  -- Base64 of one signed byte a dimension.
  vector TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX prompt_vectors_by_time ON prompt_vectors (scope, created_at);
