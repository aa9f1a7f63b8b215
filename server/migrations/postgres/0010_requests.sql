-- What patients ask for, what each role may grant without asking, what was decided of payments that are put off; and
-- whether a visit waits for the laboratory.

CREATE TABLE request (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    id          TEXT    NOT NULL,
    patient_id  TEXT    NOT NULL,
    member_id   TEXT    NOT NULL,
    at          BIGINT NOT NULL,
    -- How it came; null = in person.
    channel     TEXT,
    answer_by   TEXT    NOT NULL,
    words       TEXT    NOT NULL,
    -- The promised hour, wall clock of the practice, as 2026-11-23T09:00:00.
    due         TEXT    NOT NULL CHECK (length(due) = 19),
    -- In order, the first first; null = none.
    put_off     TEXT CHECK (put_off IS NULL OR put_off::jsonb IS NOT NULL),
    hand_offs   TEXT CHECK (hand_offs IS NULL OR hand_offs::jsonb IS NOT NULL),
    -- Null while the patient waits.
    solved      TEXT CHECK (solved IS NULL OR solved::jsonb IS NOT NULL),
    solved_at   BIGINT,
    reopened    TEXT CHECK (reopened IS NULL OR reopened::jsonb IS NOT NULL),
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    CHECK ((solved IS NULL) = (solved_at IS NULL))
);
CREATE INDEX request_solved ON request (practice_id, solved_at);

CREATE TABLE budget (
    practice_id   TEXT    NOT NULL REFERENCES practice (id),
    role          TEXT    NOT NULL,
    delay_days    BIGINT NOT NULL CHECK (delay_days >= 0),
    outside_hours BOOLEAN NOT NULL,
    PRIMARY KEY (practice_id, role)
);

-- What was decided of the payment that the patient asked, in the call, to put off; null = nothing yet.
ALTER TABLE attempt ADD COLUMN delay TEXT CHECK (delay IS NULL OR delay::jsonb IS NOT NULL);

-- Whether the visit needs work of the laboratory, and whether it is there.
ALTER TABLE appointment ADD COLUMN lab TEXT NOT NULL DEFAULT 'none' CHECK (lab IN ('none', 'awaited', 'arrived'));
