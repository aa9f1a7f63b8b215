-- What was promised together with the hour of a call back; empty = to call again.

ALTER TABLE attempt_outcome ADD COLUMN what TEXT NOT NULL DEFAULT '';
