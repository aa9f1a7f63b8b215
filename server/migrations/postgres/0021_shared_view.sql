-- Views of the call list that everybody who sees the list may choose.

CREATE TABLE shared_view (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    id          TEXT    NOT NULL,
    name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    -- What of the list is shown, as JSON.
    shows       TEXT    NOT NULL CHECK (shows::jsonb IS NOT NULL),
    member_id   TEXT    NOT NULL,
    at          BIGINT NOT NULL,
    -- Who took it back and when, together or not at all.
    struck_by   TEXT,
    struck_at   BIGINT,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    FOREIGN KEY (practice_id, struck_by) REFERENCES member (practice_id, id),
    CHECK ((struck_by IS NULL) = (struck_at IS NULL))
);
