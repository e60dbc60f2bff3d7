"""Stretches: spans of one text that lie apart, to be asked about places without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus.span import Span


@dataclass(frozen=True)
class Stretches:
    """Spans in text order, none overlapping another. Every question costs the logarithm of their number."""

    spans: tuple[Span, ...] = ()

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def _stops(self) -> list[int]:
        return [span.stop for span in self.spans]

    def last_before(self, place: int) -> Span | None:
        """The last one that begins at or before ``place``."""
        at = bisect_right(self._starts, place)
        return self.spans[at - 1] if at else None

    def first_from(self, place: int) -> Span | None:
        """The first one that begins at or behind ``place``."""
        at = bisect_left(self._starts, place)
        return self.spans[at] if at < len(self.spans) else None

    def last_ended(self, place: int) -> Span | None:
        """The last one that ends at or before ``place``."""
        at = bisect_right(self._stops, place)
        return self.spans[at - 1] if at else None

    def holds(self, place: int) -> bool:
        """Whether ``place`` is inside one of them."""
        last = self.last_before(place)
        return last is not None and place < last.stop

    def overlapping(self, span: Span) -> tuple[Span, ...]:
        """Those that have a character in common with ``span``."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        near = self.spans[first : bisect_left(self._starts, span.stop)]
        return near[1:] if near and near[0].stop <= span.start else near


NO_STRETCHES = Stretches()


def stretches(spans: Iterable[Span]) -> Stretches:
    """``spans``, which lie apart, in whatever order they come."""
    return Stretches(tuple(sorted(spans)))
