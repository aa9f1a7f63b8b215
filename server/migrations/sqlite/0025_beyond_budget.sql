-- What is asked for beyond one's own budget waits for a person too. A check cannot be changed: the table is made anew.

CREATE TABLE review_new (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    id          TEXT    NOT NULL,
    member_id   TEXT    NOT NULL,
    -- The role in which the change was made.
    role        TEXT    NOT NULL CHECK (role IN ('FD', 'RS', 'DCM', 'DOM', 'DE', 'HY', 'OW')),
    at          INTEGER NOT NULL,
    received    INTEGER NOT NULL,
    device      TEXT    NOT NULL CHECK (device IN ('phone', 'tablet', 'computer')),
    cause       TEXT    NOT NULL CHECK (cause IN ('conflict', 'other_role', 'beyond_budget')),
    -- The command, and what stood in its way.
    about       TEXT    NOT NULL CHECK (json_valid(about)),
    settled_at  INTEGER,
    -- Who decided, when and what; null = it waits.
    settled     TEXT    CHECK (settled IS NULL OR json_valid(settled)),
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    CHECK ((settled_at IS NULL) = (settled IS NULL))
) STRICT;
INSERT INTO review_new (practice_id, id, member_id, role, at, received, device, cause, about, settled_at, settled)
SELECT practice_id, id, member_id, role, at, received, device, cause, about, settled_at, settled FROM review;
DROP TABLE review;
ALTER TABLE review_new RENAME TO review;
CREATE INDEX review_settled ON review (practice_id, settled_at);
