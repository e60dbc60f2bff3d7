"""Span: a place in an article's text, the unit handed through the whole house."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A half-open range of code points, ``text[start:stop]``."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The words at this place of ``text``."""
        return text[self.start : self.stop]

    def __len__(self) -> int:
        return self.stop - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.stop and other.start < self.stop

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.stop <= self.stop


def trimmed(span: Span, text: str, edge: str) -> Span:
    """``span`` without the characters of ``edge`` at either end; may become empty."""
    start, stop = span.start, span.stop
    while start < stop and text[start] in edge:
        start += 1
    while stop > start and text[stop - 1] in edge:
        stop -= 1
    return Span(start, stop)
