-- What people set by hand, in the place of what an import says of the patient, or over it.

-- Hygiene recalls.

CREATE TABLE recall (
    practice_id     TEXT    NOT NULL REFERENCES practice (id),
    patient_id      TEXT    NOT NULL,
    -- Months between two hygienes; 0 = the recall is turned off.
    interval_months BIGINT  NOT NULL CHECK (interval_months BETWEEN 0 AND 255),
    -- The next due date, until a hygiene serves it.
    fixed           TEXT    CHECK (length(fixed) = 10),
    -- The first day on which the patient may be recalled again.
    disabled_until  TEXT    CHECK (length(disabled_until) = 10),
    -- Who set it last, and when.
    member_id       TEXT    NOT NULL,
    at              BIGINT  NOT NULL,
    PRIMARY KEY (practice_id, patient_id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
);

-- Episodes of clinical risk that clinicians open and close.
CREATE TABLE risk_marks (
    practice_id TEXT NOT NULL REFERENCES practice (id),
    patient_id  TEXT NOT NULL,
    -- One mark for each episode of which something was said, with every word that was.
    marks       TEXT NOT NULL CHECK (marks::jsonb IS NOT NULL),
    PRIMARY KEY (practice_id, patient_id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
);
