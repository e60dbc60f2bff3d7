"""Watching: the corpus is reloaded by itself once its folder has been quiet for a second after a change.

It takes the package watchfiles (the extra "watch"), which asks the system what changed instead of looking.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from bot.reloading import ReloadError, Reloading, Steps
from bot.settings import SettingsError

log = logging.getLogger(__name__)

QUIET = 1_000  # milliseconds
LONGEST = 60_000  # milliseconds after which a folder that is never quiet is read all the same
BUSY = 1.0  # seconds between looks at a reload that somebody else began


def check_watching() -> None:
    """Raises SettingsError where the package is missing."""
    try:
        import watchfiles  # noqa: F401
    except ImportError as error:
        raise SettingsError("corpus.watch: the package watchfiles is missing: pip install 'doslovno[watch]'") from error


async def watch(corpus: Path, reloading: Reloading) -> None:
    """Reloads after each change, until it is cancelled; what cannot be read is logged and tried at the next one."""
    async for _ in changes_of(corpus):
        while reloading.running:  # what it began with may be older than this change
            await asyncio.sleep(BUSY)
        await reload(reloading)


async def reload(reloading: Reloading) -> None:
    try:
        done = await reloading.begin(Steps())
    except ReloadError as error:
        log.warning("the corpus changed and was not read again: %s", error.reason or "it has no article any more")
        return
    found = done.changes
    log.info("added %d, changed %d, removed %d", len(found.added), len(found.changed), len(found.removed))


def changes_of(corpus: Path) -> AsyncIterator[Any]:
    """One item for each time that the folder has become quiet."""
    from watchfiles import awatch

    return awatch(corpus, debounce=LONGEST, step=QUIET)
