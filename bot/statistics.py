"""Statistics: what was counted since the start; numbers alone, nothing of who asked or what."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Statistics:
    started: float = field(default_factory=time.monotonic)
    counted: Counter[str] = field(default_factory=Counter)

    def count(self, what: str) -> None:
        self.counted[what] += 1

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self.started
