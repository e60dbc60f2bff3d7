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

    A damaged file is set aside beside it, and the log says so, with what is ``lost`` thereby. Raises OSError or
    sqlite3.Error where the file cannot be opened or written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    base = _sound(path, prepare, look_through, options)
    if base is not None:
        return base
    aside = path.with_suffix(".damaged")
    path.replace(aside)
    log.warning("%s is damaged: it is set aside as %s; %s", path, aside.name, lost)
    base = _sound(path, prepare, look_through, options)
    if base is None:
        raise sqlite3.OperationalError("a new file is damaged at once; check the disk")
    return base


def _sound(path: Path, prepare: Prepare, look_through: bool, options: dict[str, Any]) -> sqlite3.Connection | None:
    """The base, null where it is damaged."""
    base: sqlite3.Connection = sqlite3.connect(path, **options)
    try:
        if not look_through or base.execute("PRAGMA quick_check").fetchone() == ("ok",):
            prepare(base)
            return base
    except sqlite3.OperationalError:
        base.close()
        raise
    except sqlite3.DatabaseError:
        pass
    base.close()
    return None
