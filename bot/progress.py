"""Progress: how far a long step is, on standard error: a line redrawn on a terminal, else one every ten seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

REDRAWN_EVERY = 0.1  # seconds
WRITTEN_EVERY = 10.0


class Progress:
    """Called with what is done and what there is in all; counts of anything."""

    def __init__(self, what: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._what = what
        self._stream = stream or sys.stderr
        self._clock = clock
        self._redraws = self._stream.isatty()
        self._shown_at = clock()

    def __call__(self, done: int, total: int) -> None:
        if self._due(done, total):
            self._shown_at = self._clock()
            self._show(done, total)

    def _due(self, done: int, total: int) -> bool:
        passed = self._clock() - self._shown_at
        return (done >= total or passed >= REDRAWN_EVERY) if self._redraws else passed >= WRITTEN_EVERY

    def _show(self, done: int, total: int) -> None:
        line = f"{self._what}: {done}/{total}"
        if self._redraws:
            line = f"\r{line}" + ("\r\033[K" if done >= total else "")
        print(line, end="" if self._redraws else "\n", file=self._stream, flush=True)
