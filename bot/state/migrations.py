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
    """
    -- of a quotation that was checked, as JSON: ["printed as", ["speaker", ...], "alleged" or null, "credit" or null]
    ALTER TABLE answer ADD COLUMN whose TEXT NOT NULL DEFAULT '';
    """,
    """
    -- 1 where the extracts only come near
    ALTER TABLE answer ADD COLUMN near INTEGER NOT NULL DEFAULT 0;
    -- how many of the first extracts are words of the person asked for, where what others say stands behind them
    ALTER TABLE answer ADD COLUMN own INTEGER;
    -- what the question named and the extracts are not held to, as in filters
    ALTER TABLE answer ADD COLUMN relaxed TEXT NOT NULL DEFAULT '[]';
    -- the language of the question: "ru", "kk", "en", or empty where nothing was asked
    ALTER TABLE answer ADD COLUMN asked_in TEXT NOT NULL DEFAULT '';
    """,
)
