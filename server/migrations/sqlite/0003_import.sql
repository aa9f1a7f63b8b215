-- What imports have brought: which row of ours an external row is, and what the export last said of it.
--
-- An export is compared with what it said last time, not with our rows: an export that says the same again changes nothing,
-- whatever was changed here meanwhile.

CREATE TABLE import_row (
    practice_id TEXT NOT NULL REFERENCES practice (id),
    -- Name of our table.
    table_name  TEXT NOT NULL,
    -- What the former software calls the row.
    external_id TEXT NOT NULL,
    row_id      TEXT NOT NULL,
    -- Eight hexadecimal digits for each group of columns that change together.
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (practice_id, table_name, external_id)
) STRICT;
