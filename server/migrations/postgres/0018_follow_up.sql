-- Whether somebody asks how it went, once care has ended.

ALTER TABLE call_settings ADD COLUMN follow_up TEXT NOT NULL DEFAULT 'off' CHECK (follow_up IN ('off', 'on'));
