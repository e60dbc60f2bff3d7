"""Locks: one for each key that somebody holds or waits for, and none for the others."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

Key = TypeVar("Key", bound=Hashable)


class Locks(Generic[Key]):
    """``places``: how many may hold a key's lock at the same time; whoever waits longest is next."""

    def __init__(self, places: int = 1) -> None:
        self._places = places
        self._held: WeakValueDictionary[Key, asyncio.Semaphore] = WeakValueDictionary()

    def of(self, key: Key) -> asyncio.Semaphore:
        """Kept alive by whoever uses it."""
        lock = self._held.get(key)
        if lock is None:
            lock = self._held[key] = asyncio.Semaphore(self._places)
        return lock
