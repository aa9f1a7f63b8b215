-- What a patient answers in a call to the steps of a plan, as JSON; and a place outside hours that is asked for in one. A check cannot be changed: the table is made anew.

CREATE TABLE attempt_outcome_new (
    practice_id    TEXT    NOT NULL,
    attempt_id     TEXT    NOT NULL,
    position       INTEGER NOT NULL CHECK (position >= 0),
    -- The name of a reason, or `other`.
    topic          TEXT    NOT NULL CHECK (topic <> ''),
    outcome        TEXT    NOT NULL CHECK (outcome IN ('all_well', 'problem', 'confirms', 'asks_to_move', 'booked',
                               'asks_for_place', 'call_back', 'later', 'answers_plan', 'thinking', 'no_answer', 'busy', 'voicemail', 'family',
                               'wrong_number', 'promises_to_pay', 'asks_to_spread', 'disputes', 'declines_to_go_on',
                               'do_not_contact', 'deceased', 'moved_away')),
    clinician_id   TEXT,
    appointment_id TEXT,
    -- Civil time: of a call back, or by which a clinician answers.
    until          TEXT,
    -- Day: of a promise to pay, or before which not to call.
    day            TEXT    CHECK (length(day) = 10),
    amount_cents   INTEGER,
    purpose        TEXT    CHECK (purpose IN ('recalls', 'care', 'administration', 'satisfaction')),
    channel        TEXT    CHECK (channel IN ('phone', 'whatsapp', 'sms', 'email')),
    what           TEXT    NOT NULL DEFAULT '',
    -- The visit that there will be, once a place that is asked for is granted.
    wanted_id      TEXT,
    steps          TEXT    CHECK (steps IS NULL OR json_valid(steps)),
    PRIMARY KEY (practice_id, attempt_id, position),
    UNIQUE (practice_id, attempt_id, topic),
    FOREIGN KEY (practice_id, attempt_id) REFERENCES attempt (practice_id, id),
    FOREIGN KEY (practice_id, clinician_id) REFERENCES clinician (practice_id, id),
    FOREIGN KEY (practice_id, appointment_id) REFERENCES appointment (practice_id, id),
    CHECK (outcome <> 'call_back' OR until IS NOT NULL),
    CHECK (outcome NOT IN ('later', 'promises_to_pay') OR day IS NOT NULL),
    CHECK (outcome <> 'answers_plan' OR steps IS NOT NULL),
    CHECK (outcome <> 'asks_for_place' OR wanted_id IS NOT NULL)
) STRICT;
INSERT INTO attempt_outcome_new (practice_id, attempt_id, position, topic, outcome, clinician_id, appointment_id, until, day,
    amount_cents, purpose, channel, what)
SELECT practice_id, attempt_id, position, topic, outcome, clinician_id, appointment_id, until, day, amount_cents, purpose,
    channel, what
FROM attempt_outcome;
DROP TABLE attempt_outcome;
ALTER TABLE attempt_outcome_new RENAME TO attempt_outcome;
-- Calls that change what is recorded of plans and instalments are few, and asked for with every history.
CREATE INDEX attempt_outcome_about_plans ON attempt_outcome (practice_id, attempt_id)
    WHERE outcome IN ('answers_plan', 'asks_to_spread');
-- What the patient had not opposed before the call, as JSON.
ALTER TABLE attempt ADD COLUMN opposed TEXT;
