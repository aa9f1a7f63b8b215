-- What opens the encrypted things that rest on people's devices. Same tables and columns on both engines (see ../sqlite).
-- A share is 32 random bytes in base64: half of what is needed, the other half rests on the device.

-- The share of the read cache belongs to the session and goes with it. Whoever is signed in signs in again.
DROP TABLE session;
CREATE TABLE session (
    id_hash     TEXT    NOT NULL PRIMARY KEY CHECK (length(id_hash) = 64),
    practice_id TEXT    NOT NULL,
    member_id   TEXT    NOT NULL,
    -- The active role.
    role        TEXT    NOT NULL CHECK (role IN ('FD', 'RS', 'DCM', 'DOM', 'DE', 'HY', 'OW')),
    started_at  BIGINT  NOT NULL,
    -- Last sign of life, up to a minute late.
    seen_at     BIGINT  NOT NULL,
    cache_share TEXT    NOT NULL CHECK (length(cache_share) = 44),
    FOREIGN KEY (practice_id, member_id) REFERENCES account (practice_id, member_id)
);
CREATE INDEX session_member ON session (practice_id, member_id);

-- The share of the unsent work of a person on a device outlives the session, as that work does.
CREATE TABLE device_key (
    practice_id  TEXT    NOT NULL,
    member_id    TEXT    NOT NULL,
    -- Made up by the device.
    device_id    TEXT    NOT NULL CHECK (length(device_id) = 36),
    outbox_share TEXT    NOT NULL CHECK (length(outbox_share) = 44),
    -- When it was last asked for.
    used_at      BIGINT  NOT NULL,
    PRIMARY KEY (practice_id, member_id, device_id),
    FOREIGN KEY (practice_id, member_id) REFERENCES account (practice_id, member_id)
);
