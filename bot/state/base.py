"""State: the one SQLite file, opened, checked and brought up to date."""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from bot.settings import SettingsError
from bot.state.answers import KeptAnswers
from bot.state.groups import MovedGroups
from bot.state.migrations import MIGRATIONS

log = logging.getLogger(__name__)

NAME = "state.sqlite"
PATIENCE = 5.0  # seconds that a statement waits for another process, say a backup


@dataclass(frozen=True, slots=True)
class State:
    """Used by the event loop's thread alone: each statement takes well under a millisecond."""

    base: sqlite3.Connection
    answers: KeptAnswers
    groups: MovedGroups

    def close(self) -> None:
        self.base.close()


def open_state(folder: Path) -> State:
    """The state under ``folder``; a damaged file is set aside and begun anew.

    Raises SettingsError where it cannot be opened, or was written by a newer version of the bot.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        base = _sound(path) or _anew(path)
    except (OSError, sqlite3.Error) as error:
        raise SettingsError(f"state.path (STATE_PATH): {path} cannot be used ({error})") from error
    return State(base, KeptAnswers(base), MovedGroups(base))


def _sound(path: Path) -> sqlite3.Connection | None:
    """The base at ``path``, null where it is damaged."""
    base = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        # With a write-ahead log a commit waits for no disk: losing the last answers to a power cut loses only buttons.
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        if base.execute("PRAGMA quick_check").fetchone() == ("ok",):
            _migrate(base, path)
            return base
    except sqlite3.OperationalError:
        base.close()
        raise
    except sqlite3.DatabaseError:
        pass
    base.close()
    return None


def _migrate(base: sqlite3.Connection, path: Path) -> None:
    """All steps or none; a second process waits for the first."""
    base.execute("BEGIN IMMEDIATE")
    try:
        (version,) = base.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise sqlite3.OperationalError(f"a newer version of the bot wrote it: {version}, not {len(MIGRATIONS)}")
        for migration in MIGRATIONS[version:]:
            for statement in migration.split(";"):
                base.execute(statement)
        base.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        base.execute("COMMIT")
    except BaseException:
        base.execute("ROLLBACK")
        raise


def _anew(path: Path) -> sqlite3.Connection:
    aside = path.with_suffix(".damaged")
    path.replace(aside)
    log.warning("%s is damaged: it is set aside as %s; buttons of earlier answers will not work", path, aside.name)
    base = _sound(path)
    if base is None:
        raise sqlite3.OperationalError("a new file is damaged at once; check the disk")
    return base
