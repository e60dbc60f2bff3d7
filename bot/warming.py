"""Warming: what the first reload would wait for is loaded soon after the start, where a reload may come."""

from __future__ import annotations

import asyncio
import logging
import threading

from corpus.models import ModelsMissingError
from corpus.update import warm

AFTER = 5.0  # seconds, in which whoever waited for the bot is answered

log = logging.getLogger(__name__)


def warm_soon() -> asyncio.TimerHandle:
    """In a thread that no end of the bot waits for, unless the handle is cancelled before."""
    return asyncio.get_running_loop().call_later(AFTER, threading.Thread(target=_warm, daemon=True).start)


def _warm() -> None:
    try:
        warm()
    except ModelsMissingError as error:
        log.warning("%s", error)
