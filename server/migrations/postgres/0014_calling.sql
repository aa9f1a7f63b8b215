-- The hours in which to call, and where a video call takes place. No row = as usual.

CREATE TABLE call_settings (
    practice_id TEXT NOT NULL PRIMARY KEY REFERENCES practice (id),
    hours       TEXT NOT NULL CHECK (hours::jsonb IS NOT NULL),
    video       TEXT
);
