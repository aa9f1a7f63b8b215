-- Who is away, what the practice has set for its types of visit, notes about a day; who booked a visit, and what
-- displaced it; when patients can come.

CREATE TABLE absence (
    practice_id  TEXT    NOT NULL REFERENCES practice (id),
    id           TEXT    NOT NULL,
    clinician_id TEXT    NOT NULL,
    -- Wall clock of the practice, as 2026-11-23T09:00:00.
    from_time    TEXT    NOT NULL CHECK (length(from_time) = 19),
    to_time      TEXT    NOT NULL CHECK (length(to_time) = 19),
    reason       TEXT    NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, clinician_id) REFERENCES clinician (practice_id, id),
    CHECK (from_time < to_time)
) STRICT;

CREATE TABLE visit_type (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    kind        TEXT    NOT NULL,
    minutes     INTEGER NOT NULL CHECK (minutes > 0 AND minutes % 5 = 0),
    colour      TEXT    NOT NULL,
    offer       TEXT    NOT NULL CHECK (offer IN ('offered', 'withdrawn')),
    PRIMARY KEY (practice_id, kind)
) STRICT;

CREATE TABLE day_note (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    id          TEXT    NOT NULL,
    day         TEXT    NOT NULL CHECK (length(day) = 10),
    member_id   TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    text        TEXT    NOT NULL,
    -- Who struck it out and when, together or not at all.
    struck_by   TEXT,
    struck_at   INTEGER,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    FOREIGN KEY (practice_id, struck_by) REFERENCES member (practice_id, id),
    CHECK ((struck_by IS NULL) = (struck_at IS NULL))
) STRICT;
CREATE INDEX day_note_day ON day_note (practice_id, day);

-- Who booked it and when, together or not at all: an import does not say.
ALTER TABLE appointment ADD COLUMN booked_by TEXT;
ALTER TABLE appointment ADD COLUMN booked_at INTEGER;
-- What took it from its place, while it waits to be placed again: an absence, a closure, or a person.
ALTER TABLE appointment ADD COLUMN displaced TEXT CHECK (displaced IS NULL OR json_valid(displaced));
CREATE INDEX appointment_displaced ON appointment (practice_id) WHERE displaced IS NOT NULL;

-- When the patient can come: days of the week and parts of the day; null = whenever.
ALTER TABLE patient ADD COLUMN times TEXT CHECK (times IS NULL OR json_valid(times));
