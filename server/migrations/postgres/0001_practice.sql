-- The practice and everything that is recorded about it.
--
-- Both engines have the same tables and columns (see ../sqlite). Ids are UUIDs (version 7) as text. Instants are
-- milliseconds since the Unix epoch, UTC. Days are `YYYY-MM-DD` and civil times `YYYY-MM-DDTHH:MM:SS` of the wall clock
-- of Rome; minutes of the day count from midnight. Amounts are cents. Words are those of the shared types, in snake case.
-- `code` is what the former software called a row: a second import finds it again by it; null where the row was made here.
-- Every key begins with the practice, so that no row can point into another practice.

CREATE TABLE practice (
    id          TEXT    NOT NULL PRIMARY KEY,
    name        TEXT    NOT NULL CHECK (name <> ''),
    zone        TEXT    NOT NULL DEFAULT 'Europe/Rome',
    -- First day whose appointments are rows of their own on the devices.
    window_from TEXT    NOT NULL CHECK (length(window_from) = 10),
    -- Day that the care digests are of; null until they are first made, and again after an import.
    care_as_of  TEXT    CHECK (length(care_as_of) = 10),
    -- Number of the last entry of the change log: gapless, moved as the last statement of each transaction.
    head        BIGINT  NOT NULL DEFAULT 0 CHECK (head >= 0),
    -- Random; a new one makes every device take a fresh snapshot and every running server load its rows again.
    log_epoch   TEXT    NOT NULL
);

CREATE TABLE chair (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    id          TEXT    NOT NULL,
    code        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    position    BIGINT  NOT NULL CHECK (position >= 0),
    hidden      BOOLEAN NOT NULL DEFAULT false,
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, code)
);

-- Spans of the week in which a chair is open.
CREATE TABLE opening (
    practice_id TEXT    NOT NULL,
    chair_id    TEXT    NOT NULL,
    weekday     BIGINT  NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_minute BIGINT  NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute   BIGINT  NOT NULL CHECK (to_minute BETWEEN 1 AND 1440),
    PRIMARY KEY (practice_id, chair_id, weekday, from_minute),
    FOREIGN KEY (practice_id, chair_id) REFERENCES chair (practice_id, id),
    CHECK (from_minute < to_minute)
);

CREATE TABLE clinician (
    practice_id TEXT NOT NULL REFERENCES practice (id),
    id          TEXT NOT NULL,
    code        TEXT NOT NULL,
    surname     TEXT NOT NULL,
    name        TEXT NOT NULL,
    profession  TEXT NOT NULL CHECK (profession IN ('dentist', 'hygienist')),
    colour      TEXT,
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, code)
);

-- Days on which the practice is closed, both ends included; ranges may overlap.
CREATE TABLE closure (
    practice_id TEXT NOT NULL REFERENCES practice (id),
    id          TEXT NOT NULL,
    from_day    TEXT NOT NULL CHECK (length(from_day) = 10),
    to_day      TEXT NOT NULL CHECK (length(to_day) = 10),
    reason      TEXT NOT NULL,
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, from_day, to_day, reason),
    CHECK (from_day <= to_day)
);

-- People at work. How they sign in is kept apart (0002).
CREATE TABLE member (
    practice_id  TEXT    NOT NULL REFERENCES practice (id),
    id           TEXT    NOT NULL,
    name         TEXT    NOT NULL CHECK (name <> ''),
    clinician_id TEXT,
    disabled_at  BIGINT,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, clinician_id) REFERENCES clinician (practice_id, id)
);

CREATE TABLE member_role (
    practice_id TEXT NOT NULL,
    member_id   TEXT NOT NULL,
    role        TEXT NOT NULL CHECK (role IN ('FD', 'RS', 'DCM', 'DOM', 'DE', 'HY', 'OW')),
    PRIMARY KEY (practice_id, member_id, role),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
);

CREATE TABLE patient (
    practice_id             TEXT    NOT NULL REFERENCES practice (id),
    id                      TEXT    NOT NULL,
    code                    TEXT    NOT NULL,
    surname                 TEXT    NOT NULL,
    name                    TEXT    NOT NULL,
    sex                     TEXT    CHECK (sex IN ('F', 'M')),
    born                    TEXT    CHECK (length(born) = 10),
    birth_place             TEXT,
    tax_code                TEXT,
    mobile                  TEXT,
    landline                TEXT,
    email                   TEXT,
    preferred_channel       TEXT    CHECK (preferred_channel IN ('phone', 'whatsapp', 'sms', 'email')),
    address                 TEXT,
    postal_code             TEXT,
    town                    TEXT,
    province                TEXT,
    -- Who pays, where that is another person. Checked at the end of the transaction: families come in any order.
    payer_id                TEXT,
    recall_consent          TEXT    NOT NULL DEFAULT 'never_asked'
                                    CHECK (recall_consent IN ('never_asked', 'given', 'denied')),
    dentist_id              TEXT,
    hygienist_id            TEXT,
    -- Months between two hygienes; 0 = the recall is disabled.
    hygiene_interval_months BIGINT  NOT NULL DEFAULT 6 CHECK (hygiene_interval_months BETWEEN 0 AND 255),
    -- A recall date set by hand.
    hygiene_fixed           TEXT    CHECK (length(hygiene_fixed) = 10),
    standing                TEXT    NOT NULL DEFAULT 'active'
                                    CHECK (standing IN ('active', 'inactive', 'deceased', 'moved_away')),
    -- How to reach or receive the patient; nothing clinical.
    note                    TEXT    NOT NULL DEFAULT '',
    -- What the import found wrong and kept: an array of words.
    flags                   TEXT    NOT NULL DEFAULT '[]' CHECK (flags::jsonb IS NOT NULL),
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, code),
    FOREIGN KEY (practice_id, payer_id) REFERENCES patient (practice_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (practice_id, dentist_id) REFERENCES clinician (practice_id, id),
    FOREIGN KEY (practice_id, hygienist_id) REFERENCES clinician (practice_id, id),
    CHECK (payer_id <> id)
);
-- Families: everybody whom one payer pays for.
CREATE INDEX patient_family ON patient (practice_id, coalesce(payer_id, id));

-- What the patient does not want to be contacted for, and by which channels; null = every purpose, every channel.
CREATE TABLE opposition (
    practice_id TEXT NOT NULL,
    patient_id  TEXT NOT NULL,
    purpose     TEXT CHECK (purpose IN ('recalls', 'care', 'administration', 'satisfaction')),
    channel     TEXT CHECK (channel IN ('phone', 'whatsapp', 'sms', 'email')),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
);
CREATE UNIQUE INDEX opposition_once
    ON opposition (practice_id, patient_id, coalesce(purpose, ''), coalesce(channel, ''));

CREATE TABLE plan (
    practice_id  TEXT NOT NULL REFERENCES practice (id),
    id           TEXT NOT NULL,
    code         TEXT,
    patient_id   TEXT NOT NULL,
    clinician_id TEXT,
    title        TEXT NOT NULL,
    signed       TEXT CHECK (length(signed) = 10),
    presented    TEXT CHECK (length(presented) = 10),
    state        TEXT NOT NULL CHECK (state IN ('active', 'finished', 'stopped')),
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, code),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, clinician_id) REFERENCES clinician (practice_id, id)
);
CREATE INDEX plan_patient ON plan (practice_id, patient_id);

-- A step of a plan, or an act outside any plan.
CREATE TABLE act (
    practice_id    TEXT    NOT NULL REFERENCES practice (id),
    id             TEXT    NOT NULL,
    code           TEXT,
    patient_id     TEXT    NOT NULL,
    plan_id        TEXT,
    position       BIGINT  CHECK (position >= 0),
    act_code       TEXT    NOT NULL CHECK (act_code <> ''),
    description    TEXT    NOT NULL DEFAULT '',
    -- FDI number, `Sup` or `Inf`, or empty.
    tooth          TEXT    NOT NULL DEFAULT '',
    clinician_id   TEXT,
    -- Day on which it was done; null = to be done.
    done           TEXT    CHECK (length(done) = 10),
    price_cents    BIGINT  NOT NULL CHECK (price_cents >= 0),
    discount_cents BIGINT  NOT NULL DEFAULT 0 CHECK (discount_cents >= 0),
    answer         TEXT    CHECK (answer IN ('accepted', 'thinking', 'postponed', 'declined')),
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, code),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, plan_id) REFERENCES plan (practice_id, id),
    FOREIGN KEY (practice_id, clinician_id) REFERENCES clinician (practice_id, id)
);
CREATE INDEX act_patient ON act (practice_id, patient_id);
CREATE INDEX act_plan ON act (practice_id, plan_id);

-- Payments are positive, refunds negative.
CREATE TABLE payment (
    practice_id  TEXT    NOT NULL REFERENCES practice (id),
    id           TEXT    NOT NULL,
    code         TEXT,
    patient_id   TEXT    NOT NULL,
    plan_id      TEXT,
    -- Value date.
    day          TEXT    NOT NULL CHECK (length(day) = 10),
    amount_cents BIGINT  NOT NULL CHECK (amount_cents <> 0),
    method       TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, code),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, plan_id) REFERENCES plan (practice_id, id)
);
CREATE INDEX payment_patient ON payment (practice_id, patient_id);
CREATE INDEX payment_plan ON payment (practice_id, plan_id);

-- A due part of the price of a plan.
CREATE TABLE instalment (
    practice_id  TEXT    NOT NULL REFERENCES practice (id),
    id           TEXT    NOT NULL,
    plan_id      TEXT    NOT NULL,
    number       BIGINT  NOT NULL CHECK (number >= 1),
    due          TEXT    NOT NULL CHECK (length(due) = 10),
    amount_cents BIGINT  NOT NULL CHECK (amount_cents >= 0),
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, plan_id, number),
    FOREIGN KEY (practice_id, plan_id) REFERENCES plan (practice_id, id)
);

CREATE TABLE appointment (
    practice_id         TEXT    NOT NULL REFERENCES practice (id),
    id                  TEXT    NOT NULL,
    code                TEXT,
    patient_id          TEXT    NOT NULL,
    -- The place: chair, clinician, and a span of one day.
    chair_id            TEXT    NOT NULL,
    clinician_id        TEXT    NOT NULL,
    day                 TEXT    NOT NULL CHECK (length(day) = 10),
    start_minute        BIGINT  NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
    minutes             BIGINT  NOT NULL CHECK (minutes >= 1),
    kind                TEXT    NOT NULL CHECK (kind IN ('hygiene', 'examination', 'restorative', 'endodontics',
                                    'prosthetics', 'implant', 'orthodontics', 'surgery', 'checkup')),
    -- First axis: how far the visit has come, with the times that are known.
    status              TEXT    NOT NULL CHECK (status IN ('booked', 'arrived', 'in_chair', 'done', 'left', 'no_show',
                                    'cancelled')),
    arrived_at          BIGINT,
    seated_at           BIGINT,
    done_at             BIGINT,
    left_at             BIGINT,
    missed_at           BIGINT,
    cancelled_at        BIGINT,
    cancelled_by        TEXT    CHECK (cancelled_by IN ('patient', 'practice')),
    cancelled_reason    TEXT,
    -- Second axis: what the patient said about coming.
    confirmation        TEXT    NOT NULL DEFAULT 'not_asked'
                                CHECK (confirmation IN ('not_asked', 'asked', 'confirmed', 'asked_to_move')),
    asked_channel       TEXT    CHECK (asked_channel IN ('phone', 'whatsapp', 'sms', 'email')),
    -- Third axis: the patient would come earlier.
    as_soon_as_possible BOOLEAN NOT NULL DEFAULT false,
    plan_id             TEXT,
    -- Set where the visit stands on another one's place on purpose; without a member it came so from an import.
    overbooked_by       TEXT,
    overbooking_reason  TEXT,
    note                TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, code),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, chair_id) REFERENCES chair (practice_id, id),
    FOREIGN KEY (practice_id, clinician_id) REFERENCES clinician (practice_id, id),
    FOREIGN KEY (practice_id, plan_id) REFERENCES plan (practice_id, id),
    FOREIGN KEY (practice_id, overbooked_by) REFERENCES member (practice_id, id),
    CHECK (start_minute + minutes <= 1440),
    CHECK (status NOT IN ('arrived', 'in_chair') OR arrived_at IS NOT NULL),
    CHECK (status <> 'in_chair' OR seated_at IS NOT NULL),
    CHECK ((status = 'cancelled') = (cancelled_by IS NOT NULL)),
    CHECK ((status = 'cancelled') = (cancelled_reason IS NOT NULL)),
    CHECK (status = 'cancelled' OR cancelled_at IS NULL),
    CHECK (status = 'no_show' OR missed_at IS NULL),
    CHECK ((confirmation = 'asked') = (asked_channel IS NOT NULL)),
    CHECK (overbooked_by IS NULL OR overbooking_reason IS NOT NULL)
);
CREATE INDEX appointment_day ON appointment (practice_id, day);
CREATE INDEX appointment_patient ON appointment (practice_id, patient_id);

-- No two visits on one chair, of one clinician or of one patient at a time, unless overbooked on purpose.
-- SQLite says the same with triggers.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE appointment ADD CONSTRAINT appointment_overlap_chair EXCLUDE USING gist (
    practice_id WITH =, chair_id WITH =, day WITH =, int8range(start_minute, start_minute + minutes) WITH &&
) WHERE (status NOT IN ('no_show', 'cancelled') AND overbooking_reason IS NULL);
ALTER TABLE appointment ADD CONSTRAINT appointment_overlap_clinician EXCLUDE USING gist (
    practice_id WITH =, clinician_id WITH =, day WITH =, int8range(start_minute, start_minute + minutes) WITH &&
) WHERE (status NOT IN ('no_show', 'cancelled') AND overbooking_reason IS NULL);
ALTER TABLE appointment ADD CONSTRAINT appointment_overlap_patient EXCLUDE USING gist (
    practice_id WITH =, patient_id WITH =, day WITH =, int8range(start_minute, start_minute + minutes) WITH &&
) WHERE (status NOT IN ('no_show', 'cancelled') AND overbooking_reason IS NULL);

-- One conversation or try to reach a patient. Append-only.
CREATE TABLE attempt (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    id          TEXT    NOT NULL,
    code        TEXT,
    patient_id  TEXT    NOT NULL,
    at          BIGINT  NOT NULL,
    channel     TEXT    NOT NULL CHECK (channel IN ('phone', 'whatsapp', 'sms', 'email')),
    member_id   TEXT,
    -- Who called, as the former software wrote it.
    by_name     TEXT,
    imported    BOOLEAN NOT NULL DEFAULT false,
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, code),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
);
CREATE INDEX attempt_patient ON attempt (practice_id, patient_id, at);

-- What came of an attempt, for each thing that was talked about.
CREATE TABLE attempt_outcome (
    practice_id    TEXT    NOT NULL,
    attempt_id     TEXT    NOT NULL,
    position       BIGINT  NOT NULL CHECK (position >= 0),
    -- The name of a reason, or `other`.
    topic          TEXT    NOT NULL CHECK (topic <> ''),
    outcome        TEXT    NOT NULL CHECK (outcome IN ('all_well', 'problem', 'confirms', 'asks_to_move', 'booked',
                               'call_back', 'later', 'thinking', 'no_answer', 'busy', 'voicemail', 'family',
                               'wrong_number', 'promises_to_pay', 'asks_to_spread', 'disputes', 'declines_to_go_on',
                               'do_not_contact', 'deceased', 'moved_away')),
    clinician_id   TEXT,
    appointment_id TEXT,
    -- Civil time: of a call back, or by which a clinician answers.
    until          TEXT,
    -- Day: of a promise to pay, or before which not to call.
    day            TEXT    CHECK (length(day) = 10),
    amount_cents   BIGINT,
    purpose        TEXT    CHECK (purpose IN ('recalls', 'care', 'administration', 'satisfaction')),
    channel        TEXT    CHECK (channel IN ('phone', 'whatsapp', 'sms', 'email')),
    PRIMARY KEY (practice_id, attempt_id, position),
    UNIQUE (practice_id, attempt_id, topic),
    FOREIGN KEY (practice_id, attempt_id) REFERENCES attempt (practice_id, id),
    FOREIGN KEY (practice_id, clinician_id) REFERENCES clinician (practice_id, id),
    FOREIGN KEY (practice_id, appointment_id) REFERENCES appointment (practice_id, id),
    CHECK (outcome <> 'call_back' OR until IS NOT NULL),
    CHECK (outcome NOT IN ('later', 'promises_to_pay') OR day IS NOT NULL)
);

-- A lease on a patient's call, by server time.
CREATE TABLE claim (
    practice_id TEXT    NOT NULL,
    patient_id  TEXT    NOT NULL,
    member_id   TEXT    NOT NULL,
    since       BIGINT  NOT NULL,
    until       BIGINT  NOT NULL,
    PRIMARY KEY (practice_id, patient_id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    CHECK (since <= until)
);

-- The digest of a patient's history, as of the practice's `care_as_of`. The patients who have one are those whom the
-- devices know: they have a visit in the window, or a reason to be called.
CREATE TABLE care (
    practice_id TEXT NOT NULL,
    patient_id  TEXT NOT NULL,
    body        TEXT NOT NULL CHECK (body::jsonb IS NOT NULL),
    PRIMARY KEY (practice_id, patient_id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
);

-- Every effect on the shared rows, in order.
CREATE TABLE change_log (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    seq         BIGINT  NOT NULL CHECK (seq >= 1),
    at          BIGINT  NOT NULL,
    -- An array of changes.
    changes     TEXT    NOT NULL CHECK (changes::jsonb IS NOT NULL),
    -- The mutation that made them; null = the system did.
    client_id   TEXT,
    mid         BIGINT,
    PRIMARY KEY (practice_id, seq),
    CHECK ((client_id IS NULL) = (mid IS NULL))
);

-- What became of each mutation of each device, so that one sent twice is answered alike.
CREATE TABLE client_mutation (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    client_id   TEXT    NOT NULL,
    mid         BIGINT  NOT NULL CHECK (mid >= 1),
    member_id   TEXT    NOT NULL,
    result      TEXT    NOT NULL CHECK (result::jsonb IS NOT NULL),
    PRIMARY KEY (practice_id, client_id, mid),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
);
