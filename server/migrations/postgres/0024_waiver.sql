-- What a role may waive without asking, and waivers among what was recorded here.

ALTER TABLE budget ADD COLUMN waive_cents BIGINT NOT NULL DEFAULT 0 CHECK (waive_cents BETWEEN 0 AND 100000);
-- A waiver, or what takes one back: no money moved.
ALTER TABLE recorded_payment ADD COLUMN is_waiver BOOLEAN NOT NULL DEFAULT FALSE;
