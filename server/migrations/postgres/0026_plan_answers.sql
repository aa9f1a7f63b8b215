-- What a patient answers in a call to the steps of a plan, as JSON; and a place outside hours that is asked for in one.

ALTER TABLE attempt_outcome ADD COLUMN steps TEXT;
-- The visit that there will be, once a place that is asked for is granted.
ALTER TABLE attempt_outcome ADD COLUMN wanted_id TEXT;
ALTER TABLE attempt_outcome DROP CONSTRAINT attempt_outcome_outcome_check;
ALTER TABLE attempt_outcome ADD CONSTRAINT attempt_outcome_outcome_check CHECK (outcome IN ('all_well', 'problem',
    'confirms', 'asks_to_move', 'booked', 'asks_for_place', 'call_back', 'later', 'answers_plan', 'thinking', 'no_answer', 'busy', 'voicemail',
    'family', 'wrong_number', 'promises_to_pay', 'asks_to_spread', 'disputes', 'declines_to_go_on', 'do_not_contact',
    'deceased', 'moved_away'));
ALTER TABLE attempt_outcome ADD CONSTRAINT attempt_outcome_steps_check CHECK (outcome <> 'answers_plan' OR steps IS NOT NULL);
ALTER TABLE attempt_outcome ADD CONSTRAINT attempt_outcome_wanted_check
    CHECK (outcome <> 'asks_for_place' OR wanted_id IS NOT NULL);
-- Calls that change what is recorded of plans and instalments are few, and asked for with every history.
CREATE INDEX attempt_outcome_about_plans ON attempt_outcome (practice_id, attempt_id)
    WHERE outcome IN ('answers_plan', 'asks_to_spread');
-- What the patient had not opposed before the call, as JSON.
ALTER TABLE attempt ADD COLUMN opposed TEXT;
