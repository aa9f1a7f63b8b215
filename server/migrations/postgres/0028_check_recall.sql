-- The other recalls are set by hand too.

ALTER TABLE recall ADD COLUMN recall TEXT NOT NULL DEFAULT 'hygiene'
    CHECK (recall IN ('hygiene', 'orthodontic_check', 'implant_check', 'denture_check'));
ALTER TABLE recall ALTER COLUMN recall DROP DEFAULT;
ALTER TABLE recall DROP CONSTRAINT recall_pkey;
ALTER TABLE recall ADD PRIMARY KEY (practice_id, patient_id, recall);
