-- Unsent work of devices whose program was too old to be understood: kept as it lay there, for a person to look at. Nothing
-- carries it out by itself.

CREATE TABLE rescued_mutation (
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    member_id   TEXT    NOT NULL,
    client_id   TEXT    NOT NULL,
    mid         BIGINT  NOT NULL CHECK (mid >= 1),
    -- The role of the session that handed it over.
    role        TEXT    NOT NULL,
    -- Version of the rows of the program that wrote it.
    rows_version BIGINT  NOT NULL,
    -- The record as the device wrote it, whatever its shape.
    record      TEXT    NOT NULL,
    rescued_at  BIGINT  NOT NULL,
    PRIMARY KEY (practice_id, member_id, client_id, mid),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
);
