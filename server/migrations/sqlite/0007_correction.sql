-- The last correction of how a visit ended: who, when, what was written before, why.

ALTER TABLE appointment ADD COLUMN correction TEXT CHECK (correction IS NULL OR json_valid(correction));
