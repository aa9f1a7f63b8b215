-- How people sign in, and who is signed in. Same tables and columns on both engines (see ../sqlite).
-- Secrets are kept as hashes only: passwords by Argon2id, the random ones of cookies and links by SHA-256 (hex).

CREATE TABLE account (
    practice_id   TEXT    NOT NULL,
    member_id     TEXT    NOT NULL,
    -- In lower case. One name is one person, whatever the practice: who signs in does not say which.
    login         TEXT    NOT NULL UNIQUE CHECK (login <> ''),
    password_hash TEXT    NOT NULL CHECK (password_hash <> ''),
    -- The role in which the person last worked, taken again at the next sign-in.
    last_role     TEXT    CHECK (last_role IN ('FD', 'RS', 'DCM', 'DOM', 'DE', 'HY', 'OW')),
    created_at    BIGINT  NOT NULL,
    PRIMARY KEY (practice_id, member_id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
);

CREATE TABLE session (
    id_hash     TEXT    NOT NULL PRIMARY KEY CHECK (length(id_hash) = 64),
    practice_id TEXT    NOT NULL,
    member_id   TEXT    NOT NULL,
    -- The active role.
    role        TEXT    NOT NULL CHECK (role IN ('FD', 'RS', 'DCM', 'DOM', 'DE', 'HY', 'OW')),
    started_at  BIGINT  NOT NULL,
    -- Last sign of life, up to a minute late.
    seen_at     BIGINT  NOT NULL,
    FOREIGN KEY (practice_id, member_id) REFERENCES account (practice_id, member_id)
);
CREATE INDEX session_member ON session (practice_id, member_id);

-- Links that make the first owner. One at a time is good; each once.
CREATE TABLE owner_link (
    token_hash  TEXT    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
    practice_id TEXT    NOT NULL REFERENCES practice (id),
    created_at  BIGINT  NOT NULL,
    expires_at  BIGINT  NOT NULL,
    CHECK (created_at < expires_at)
);
