-- What is added to a call after it was written down: the question to a clinician and the answer, how a promise went from
-- hand to hand, what was corrected. And who took a call from whose hands.

ALTER TABLE attempt ADD COLUMN question TEXT NOT NULL DEFAULT '';
-- What the clinician answered; null = nobody has.
ALTER TABLE attempt ADD COLUMN answer TEXT CHECK (answer IS NULL OR answer::jsonb IS NOT NULL);
-- In order, the first first; null = none.
ALTER TABLE attempt ADD COLUMN hand_offs TEXT CHECK (hand_offs IS NULL OR hand_offs::jsonb IS NOT NULL);
ALTER TABLE attempt ADD COLUMN corrected TEXT CHECK (corrected IS NULL OR corrected::jsonb IS NOT NULL);

-- From whom the call was taken, and the word for them; null = from nobody.
ALTER TABLE claim ADD COLUMN taken TEXT CHECK (taken IS NULL OR taken::jsonb IS NOT NULL);
