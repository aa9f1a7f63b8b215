-- The other recalls are set by hand too. A key cannot be changed: the table is made anew.

CREATE TABLE recall_new (
    practice_id     TEXT    NOT NULL REFERENCES practice (id),
    patient_id      TEXT    NOT NULL,
    recall          TEXT    NOT NULL CHECK (recall IN ('hygiene', 'orthodontic_check', 'implant_check', 'denture_check')),
    -- Months between two of them; 0 = the recall is turned off.
    interval_months INTEGER NOT NULL CHECK (interval_months BETWEEN 0 AND 255),
    -- The next due date, until it is served.
    fixed           TEXT    CHECK (length(fixed) = 10),
    -- The first day on which the patient may be recalled.
    disabled_until  TEXT    CHECK (length(disabled_until) = 10),
    -- Who set it last, and when.
    member_id       TEXT    NOT NULL,
    at              INTEGER NOT NULL,
    PRIMARY KEY (practice_id, patient_id, recall),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
) STRICT;
INSERT INTO recall_new (practice_id, patient_id, recall, interval_months, fixed, disabled_until, member_id, at)
SELECT practice_id, patient_id, 'hygiene', interval_months, fixed, disabled_until, member_id, at FROM recall;
DROP TABLE recall;
ALTER TABLE recall_new RENAME TO recall;
