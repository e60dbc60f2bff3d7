"""Recent: the values that were asked for last, kept in memory; the rest are made anew when they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Recent(Generic[V]):
    """At most ``most`` values by number; threads may share it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[int, V] = OrderedDict()
        self._lock = Lock()

    def get(self, number: int, make: Callable[[int], V]) -> V:
        """The value of ``number``, made where it is not here; two threads may make it at once."""
        with self._lock:
            if number in self._values:
                self._values.move_to_end(number)
                return self._values[number]
        value = make(number)
        with self._lock:
            self._values[number] = value
            if len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
