"""Turns: how many questions each user may ask a minute, and that it is said once when they are too many."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

MINUTE = 60.0
USERS_REMEMBERED = 10_000


class Turn(Enum):
    TAKEN = auto()
    REFUSED = auto()  # for the first time since the user was last answered
    REFUSED_AGAIN = auto()


@dataclass(slots=True)
class _Bucket:
    """Fills up by itself as time passes; each question takes one."""

    left: float
    at: float
    told: bool = False


class Turns:
    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """``per_minute`` 0: any number."""
        self._per_minute = per_minute
        self._clock = clock
        self._buckets: dict[int, _Bucket] = {}

    def take(self, user: int) -> Turn:
        if not self._per_minute:
            return Turn.TAKEN
        bucket = self._bucket(user)
        if bucket.left < 1:
            told, bucket.told = bucket.told, True
            return Turn.REFUSED_AGAIN if told else Turn.REFUSED
        bucket.left -= 1
        bucket.told = False
        return Turn.TAKEN

    def _bucket(self, user: int) -> _Bucket:
        now = self._clock()
        if user not in self._buckets and len(self._buckets) >= USERS_REMEMBERED:
            self._forget_rested(now)
        bucket = self._buckets.setdefault(user, _Bucket(self._per_minute, now))
        bucket.left = min(self._per_minute, bucket.left + (now - bucket.at) * self._per_minute / MINUTE)
        bucket.at = now
        return bucket

    def _forget_rested(self, now: float) -> None:
        """Users whose bucket is full by now, as one not remembered would be."""
        self._buckets = {user: bucket for user, bucket in self._buckets.items() if now - bucket.at < MINUTE}
