-- How soon the next step of a plan may come, and what a visit has left free.

-- Days that must pass between the step before it and this one; null = nobody has said.
ALTER TABLE act ADD COLUMN gap_days BIGINT CHECK (gap_days BETWEEN 0 AND 3650);
-- The place from which the visit was moved last; null = it stands where it was booked.
ALTER TABLE appointment ADD COLUMN left_place TEXT CHECK (left_place IS NULL OR left_place::jsonb IS NOT NULL);
