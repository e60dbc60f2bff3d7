"""Database: one SQLite file, opened sound or set aside and begun anew."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

Prepare = Callable[[sqlite3.Connection], None]


def open_database(
    path: Path, prepare: Prepare, lost: str, look_through: bool = True, **options: Any
) -> sqlite3.Connection:
    """The base at ``path``, made ready by ``prepare``; ``options`` are those of ``sqlite3.connect``. Whoever asks not
    to ``look_through`` all of it first meets damage later, where it is.

    A damaged or foreign file is set aside beside it, and the log says why, with what is ``lost`` thereby. Raises
    OSError or sqlite3.Error where the file cannot be opened or written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _sound(path, prepare, look_through, options)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        aside = path.with_suffix(".damaged")
        path.replace(aside)
        log.warning("%s is not used (%s): it is set aside as %s; %s", path, error, aside.name, lost)
    return _sound(path, prepare, look_through, options)


def _sound(path: Path, prepare: Prepare, look_through: bool, options: dict[str, Any]) -> sqlite3.Connection:
    """Raises sqlite3.DatabaseError where the base is damaged or ``prepare`` does not know it."""
    base: sqlite3.Connection = sqlite3.connect(path, **options)
    try:
        if look_through and base.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("it is damaged")
        prepare(base)
    except BaseException:
        base.close()
        raise
    return base
