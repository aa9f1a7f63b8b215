-- The language in which a patient is spoken to, by its ISO 639 code; null = Italian.

ALTER TABLE patient ADD COLUMN language TEXT CHECK (length(language) BETWEEN 2 AND 3);
