-- The recalls beside hygiene that are on, as JSON, and whether the digests were not made anew since they were set.

ALTER TABLE call_settings ADD COLUMN checks TEXT NOT NULL DEFAULT '[]' CHECK (checks::jsonb IS NOT NULL);
ALTER TABLE call_settings ADD COLUMN checks_are_new BOOLEAN NOT NULL DEFAULT FALSE;
