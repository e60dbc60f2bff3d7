"""Warming: what may wait for the first answers is loaded soon after the start: the compiled search, where it is
installed, and the name models, where a reload may come."""

from __future__ import annotations

import asyncio
import logging
import threading
from pathlib import Path

from corpus.models import ModelsMissingError
from corpus.update import warm
from retrieval.postings import load_kernel

AFTER = 5.0  # seconds, in which whoever waited for the bot is answered

log = logging.getLogger(__name__)


def warm_soon(cache: Path, reloads: bool) -> asyncio.TimerHandle:
    """In a thread that no end of the bot waits for, unless the handle is cancelled before. What is compiled is kept
    under ``cache``."""
    thread = threading.Thread(target=_warm, args=(cache, reloads), daemon=True)
    return asyncio.get_running_loop().call_later(AFTER, thread.start)


def _warm(cache: Path, reloads: bool) -> None:
    if reloads:
        try:
            warm()
        except ModelsMissingError as error:
            log.warning("%s", error)
    if load_kernel(cache):
        log.info("the compiled search answers from now on")
