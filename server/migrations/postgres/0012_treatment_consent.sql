-- Consents to treatment: that a patient has signed the consent to a plan, attested, and whether it was withdrawn.

CREATE TABLE treatment_consent (
    practice_id TEXT NOT NULL REFERENCES practice (id),
    plan_id     TEXT NOT NULL,
    patient_id  TEXT NOT NULL,
    -- Every time it was given, the first first: who attested it and when, the day it was signed, how it was withdrawn.
    given       TEXT NOT NULL CHECK (given::jsonb IS NOT NULL),
    PRIMARY KEY (practice_id, plan_id),
    FOREIGN KEY (practice_id, plan_id) REFERENCES plan (practice_id, id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
);
CREATE INDEX treatment_consent_patient ON treatment_consent (practice_id, patient_id);
