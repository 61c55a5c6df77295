-- The origins whose pages may show a capsule in a frame, as JSON; none named means all.
ALTER TABLE capsules ADD COLUMN allowed_origins TEXT NOT NULL DEFAULT '[]';
