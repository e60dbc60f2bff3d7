"""MovedGroups: groups that became supergroups, under which id they are now."""

from __future__ import annotations

import sqlite3


class MovedGroups:
    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def move(self, old: int, new: int) -> None:
        """What is kept of the group goes on under its new id."""
        self._base.execute("INSERT OR REPLACE INTO moved_group VALUES (?, ?)", (old, new))
        self._base.execute("UPDATE OR IGNORE answer SET chat = ? WHERE chat = ?", (new, old))

    def before(self, new: int) -> int | None:
        """The id that a supergroup had as a group."""
        row = self._base.execute("SELECT old FROM moved_group WHERE new = ?", (new,)).fetchone()
        return int(row[0]) if row else None
