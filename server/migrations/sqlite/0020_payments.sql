-- Payments recorded here: who made the entry, when, and why. The entry itself is among the payments, like those of an import.

CREATE TABLE recorded_payment (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    payment_id  TEXT    NOT NULL,
    member_id   TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    -- Why; null for a plain payment.
    reason      TEXT CHECK (reason <> ''),
    -- The entry that this one takes back; an entry is taken back once.
    corrects_id TEXT,
    PRIMARY KEY (practice_id, payment_id),
    UNIQUE (practice_id, corrects_id),
    CHECK (corrects_id IS NULL OR reason IS NOT NULL),
    FOREIGN KEY (practice_id, payment_id) REFERENCES payment (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    FOREIGN KEY (practice_id, corrects_id) REFERENCES payment (practice_id, id)
) STRICT;
CREATE INDEX recorded_payment_at ON recorded_payment (practice_id, at);
