"""Migrations: the steps that bring state.sqlite up to date; the n-th leads to ``user_version`` n. Never edit one."""

from __future__ import annotations

MIGRATIONS = (
    """
    CREATE TABLE answer (
        id TEXT PRIMARY KEY,        -- short, in the data of buttons
        language TEXT NOT NULL,     -- of the frame around the words: "ru", "kk" or "en"
        extracts TEXT NOT NULL,     -- ids of extracts with spaces between, in the order of the answer
        user INTEGER,               -- who asked, null for a group's anonymous administrator
        chat INTEGER NOT NULL,
        question INTEGER NOT NULL,  -- the id of the message that asked
        reply INTEGER,              -- the id of the message that answers, once it is sent
        made INTEGER NOT NULL,      -- seconds since 1970
        UNIQUE (chat, question)
    );
    CREATE INDEX answer_by_user ON answer (user);
    CREATE INDEX answer_by_age ON answer (made);
    CREATE TABLE moved_group (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
    """,
    """
    -- what the question named, as JSON: [["speaker", "..."], ...]
    ALTER TABLE answer ADD COLUMN filters TEXT NOT NULL DEFAULT '[]';
    -- ids of the extracts without these filters, as in extracts
    ALTER TABLE answer ADD COLUMN wider TEXT NOT NULL DEFAULT '';
    -- of a quotation that was checked: "exact" or "altered", and as JSON [["said", "written"], ...]
    ALTER TABLE answer ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
    ALTER TABLE answer ADD COLUMN differences TEXT NOT NULL DEFAULT '[]';
    """,
)
