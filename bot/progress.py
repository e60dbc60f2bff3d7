"""Progress: how far a long step is, how fast it goes and how long it will take, on standard error.

A terminal has a bar that is redrawn; elsewhere a line is written every ten seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TextIO

REDRAWN_EVERY = 0.1  # seconds
WRITTEN_EVERY = 10.0
WIDTH = 24  # characters of the bar


class Progress:
    """Called with what is done and what there is in all; counts of anything."""

    def __init__(self, what: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._what = what
        self._stream = stream or sys.stderr
        self._clock = clock
        self._redraws = self._stream.isatty()
        self._started = self._shown_at = clock()

    def __call__(self, done: int, total: int) -> None:
        if self._due(done, total):
            self._shown_at = self._clock()
            self._show(done, total)

    def _due(self, done: int, total: int) -> bool:
        passed = self._clock() - self._shown_at
        return (done >= total or passed >= REDRAWN_EVERY) if self._redraws else passed >= WRITTEN_EVERY

    def _show(self, done: int, total: int) -> None:
        line = f"{self._what}: {done}/{total}{pace(done, total, self._clock() - self._started)}"
        if self._redraws:
            line = f"\r{bar(done, total)} {line}\033[K" + ("\r\033[K" if done >= total else "")
        print(line, end="" if self._redraws else "\n", file=self._stream, flush=True)


def bar(done: int, total: int) -> str:
    full = WIDTH * done // max(1, total)
    return "█" * full + "░" * (WIDTH - full)


def pace(done: int, total: int, seconds: float) -> str:
    """How many a second, and how long the rest will take at that."""
    if not done or seconds <= 0:
        return ""
    rate = done / seconds
    left = timedelta(seconds=round((total - done) / rate))
    return f", {rate:.{0 if rate >= 10 else 1}f}/s" + (f", {left} left" if done < total else "")
