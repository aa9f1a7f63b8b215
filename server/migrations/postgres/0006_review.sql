-- What waits for a person to decide, and what was decided. A call that another person made too is marked on both.

CREATE TABLE review (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    id          TEXT    NOT NULL,
    member_id   TEXT    NOT NULL,
    -- The role in which the change was made.
    role        TEXT    NOT NULL CHECK (role IN ('FD', 'RS', 'DCM', 'DOM', 'DE', 'HY', 'OW')),
    at          BIGINT NOT NULL,
    received    BIGINT NOT NULL,
    device      TEXT    NOT NULL CHECK (device IN ('phone', 'tablet', 'computer')),
    cause       TEXT    NOT NULL CHECK (cause IN ('conflict', 'other_role')),
    -- The command, and what stood in its way.
    about       TEXT    NOT NULL CHECK (about::jsonb IS NOT NULL),
    settled_at  BIGINT,
    -- Who decided, when and what; null = it waits.
    settled     TEXT    CHECK (settled IS NULL OR settled::jsonb IS NOT NULL),
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    CHECK ((settled_at IS NULL) = (settled IS NULL))
);
CREATE INDEX review_settled ON review (practice_id, settled_at);

ALTER TABLE attempt ADD COLUMN double BOOLEAN NOT NULL DEFAULT FALSE;
