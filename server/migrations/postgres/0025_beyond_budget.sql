-- What is asked for beyond one's own budget waits for a person too.

ALTER TABLE review DROP CONSTRAINT review_cause_check;
ALTER TABLE review ADD CONSTRAINT review_cause_check CHECK (cause IN ('conflict', 'other_role', 'beyond_budget'));
