-- What a person settled of what a call left to decide: a report, a dispute, tries in vain, a number that was corrected.

-- In order, the first first; null = nothing.
ALTER TABLE attempt ADD COLUMN settled TEXT CHECK (settled IS NULL OR settled::jsonb IS NOT NULL);
