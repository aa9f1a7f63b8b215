-- Which acts open and close the episodes of a category of clinical risk, and how often it is checked, as the practice has set it.

CREATE TABLE risk_rule (
    practice_id      TEXT    NOT NULL REFERENCES practice (id),
    category         TEXT    NOT NULL,
    -- Codes of acts, as JSON.
    opens            TEXT    NOT NULL CHECK (json_valid(opens)),
    closes           TEXT    NOT NULL CHECK (json_valid(closes)),
    check_every_days INTEGER NOT NULL CHECK (check_every_days BETWEEN 1 AND 365),
    -- Whether the digests were not made anew since it was set.
    is_new           INTEGER NOT NULL DEFAULT 1 CHECK (is_new IN (0, 1)),
    PRIMARY KEY (practice_id, category)
) STRICT;
