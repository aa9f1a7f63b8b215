-- The recalls beside hygiene that are on, as JSON, and whether the digests were not made anew since they were set.

ALTER TABLE call_settings ADD COLUMN checks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(checks));
ALTER TABLE call_settings ADD COLUMN checks_are_new INTEGER NOT NULL DEFAULT 0 CHECK (checks_are_new IN (0, 1));
