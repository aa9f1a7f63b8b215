-- Which acts open and close the episodes of a category of clinical risk, and how often it is checked, as the practice has set it.

CREATE TABLE risk_rule (
    practice_id      TEXT    NOT NULL REFERENCES practice (id),
    category         TEXT    NOT NULL,
    -- Codes of acts, as JSON.
    opens            TEXT    NOT NULL CHECK (opens::jsonb IS NOT NULL),
    closes           TEXT    NOT NULL CHECK (closes::jsonb IS NOT NULL),
    check_every_days BIGINT  NOT NULL CHECK (check_every_days BETWEEN 1 AND 365),
    -- Whether the digests were not made anew since it was set.
    is_new           BOOLEAN NOT NULL DEFAULT TRUE,
    PRIMARY KEY (practice_id, category)
);
