"""Difference: where what was found in a case departs from what a careful reader finds there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.span import Span, trimmed
from tests.case_notation import Case, Said

EDGE = " \t\r\n\u00a0.,;:!?…–—-«»\"“”„‟'‘’<>"
ENOUGH_OVERLAP = 0.5  # of a reported clause: readers agree on its sentence, not on its first word


def differences(case: Case, found: Sequence[Said]) -> list[str]:
    """One line for each place where ``found`` departs from ``case``; none where the case is met.

    Direct speech must have the same words, white space, marks and punctuation at either end aside; pieces of one
    speech in neighbouring paragraphs count as one. Reported clauses must overlap by half. Names must have the same
    parts in any order; roles are not compared, kinds only where the case states one.
    """
    wanted = whole_speeches(case.text, case.quotes)
    given = whole_speeches(case.text, found)
    pairs = [(want, _best(want, given, case.text)) for want in wanted]
    claimed = [got for _, got in pairs if got]
    troubles = [trouble for want, got in pairs for trouble in _troubles(want, got, case.text)]
    return troubles + [f"nobody says {got.span.of(case.text)!r}" for got in given if got not in claimed]


def whole_speeches(text: str, quotes: Iterable[Said]) -> list[Said]:
    """``quotes`` trimmed, and direct ones of one speaker joined where only marks and a paragraph break part them."""
    whole: list[Said] = []
    for quote in sorted(quotes, key=lambda quote: (quote.indirect, quote.span)):
        piece = replace(quote, span=trimmed(quote.span, text, EDGE))
        if whole and _goes_on(text, whole[-1], piece):
            piece = replace(piece, kind=whole[-1].kind, span=Span(whole.pop().span.start, piece.span.stop))
        whole.append(piece)
    return whole


def _goes_on(text: str, before: Said, after: Said) -> bool:
    gap = text[before.span.stop : after.span.start]
    same = name_parts(before.name) == name_parts(after.name) and before.optional == after.optional
    return same and not before.indirect and not after.indirect and "\n" in gap and not gap.strip(EDGE)


def _best(want: Said, given: Iterable[Said], text: str) -> Said | None:
    near = [got for got in given if got.indirect == want.indirect and _fits(want, got)]
    return max(near, key=lambda got: overlap(want.span, got.span), default=None)


def _fits(want: Said, got: Said) -> bool:
    if want.indirect or want.optional:
        return overlap(want.span, got.span) >= ENOUGH_OVERLAP
    return want.span == got.span


def overlap(one: Span, other: Span) -> float:
    """Intersection over union, 0 to 1."""
    common = min(one.stop, other.stop) - max(one.start, other.start)
    return max(0, common) / max(1, len(one) + len(other) - max(0, common))


def _troubles(want: Said, got: Said | None, text: str) -> list[str]:
    words = want.span.of(text)
    if got is None:
        return [] if want.optional else [f"missed {words!r}"]
    troubles = []
    if name_parts(want.name) != name_parts(got.name) and not (want.optional and got.name is None):
        troubles.append(f"{got.name or 'nobody'} instead of {want.name or 'nobody'} says {words!r}")
    if want.kind and want.kind is not got.kind:
        troubles.append(f"{got.kind} instead of {want.kind}: {words!r}")
    return troubles


def name_parts(name: str | None) -> list[str]:
    """The parts of a name, case, «ё» and order aside."""
    return sorted(part for part in re.split(r"[\s.]+", (name or "").casefold().replace("ё", "е")) if part)
