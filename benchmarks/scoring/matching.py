"""Pair: a labelled quotation and a found one that are the same, by index.

Two quotations are the same where their overlap is large enough; where the start of a label is uncertain, half will do.
A speech over several paragraphs may be labelled or found as one span or as several: neighbouring pieces of one speaker
are also tried as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmarks.scoring.labels import EDGE, Quote
from benchmarks.scoring.names import normalized
from corpus.span import Span

HALF = 0.5
LONGEST_GAP = 11  # characters between two pieces of one speech: marks, a dash, an empty line

Pair = tuple[int, int]


def overlap(one: Span, other: Span) -> float:
    """What the two have in common over what they reach together, 0 to 1."""
    reach = max(one.stop, other.stop) - min(one.start, other.start)
    return common(one, other) / reach if reach else 0.0


def common(one: Span, other: Span) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def share_inside(span: Span, other: Span) -> float:
    """The share of ``span`` that lies in ``other``, 0 to 1."""
    return common(span, other) / max(1, len(span))


def matched(labels: Sequence[Quote], found: Sequence[Quote], text: str, enough: float) -> list[Pair]:
    """Pairs of indexes into ``labels`` and ``found``; an index stands in several only as the whole of some pieces."""
    pairs = list(_one_to_one(labels, found, enough))
    pairs += list(_pieced(labels, found, pairs, text, enough))
    return pairs + _turned(list(_pieced(found, labels, _turned(pairs), text, enough)))


def _turned(pairs: list[Pair]) -> list[Pair]:
    return [(second, first) for first, second in pairs]


def _one_to_one(labels: Sequence[Quote], found: Sequence[Quote], enough: float) -> Iterator[Pair]:
    """The pair with the largest overlap first, then the largest among the rest."""
    overlaps = [(overlap(want.span, got.span), i, j) for i, want in enumerate(labels) for j, got in enumerate(found)]
    left, right = set[int](), set[int]()
    for share, i, j in sorted(overlaps, reverse=True):
        if i not in left and j not in right and share >= (HALF if labels[i].start_uncertain else enough):
            left.add(i)
            right.add(j)
            yield i, j


def _pieced(
    wholes: Sequence[Quote], pieces: Sequence[Quote], pairs: list[Pair], text: str, enough: float
) -> Iterator[Pair]:
    """Pairs of a whole and each of its pieces, among those of either side that stand in none of ``pairs``."""
    open_wholes = set(range(len(wholes))) - {whole for whole, _ in pairs}
    open_pieces = set(range(len(pieces))) - {piece for _, piece in pairs}
    for speech in _speeches(pieces, open_pieces, text):
        reach = Span(pieces[speech[0]].span.start, pieces[speech[-1]].span.stop)
        whole = next((i for i in sorted(open_wholes) if overlap(wholes[i].span, reach) >= enough), None)
        if whole is not None:
            open_wholes.discard(whole)
            yield from ((whole, piece) for piece in speech)


def _speeches(quotes: Sequence[Quote], allowed: set[int], text: str) -> Iterator[list[int]]:
    """Runs of two or more neighbours of one speaker with nothing but marks between them."""
    order = sorted(allowed, key=lambda index: quotes[index].span)
    run = order[:1]
    for before, after in pairwise(order):
        if not _goes_on(quotes[before], quotes[after], text):
            if len(run) > 1:
                yield run
            run = []
        run.append(after)
    if len(run) > 1:
        yield run


def _goes_on(before: Quote, after: Quote, text: str) -> bool:
    gap = Span(before.span.stop, after.span.start)
    near = gap.start <= gap.stop <= gap.start + LONGEST_GAP and not gap.of(text).strip(EDGE)
    return near and normalized(before.speaker) == normalized(after.speaker)
