"""Selection: which of the extracts found are shown, and in which order: different people and articles first, none
twice; for a course of events by day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from retrieval.extract import Extract
from retrieval.same_words import same_words

_AGAIN = 0.85  # what an extract of an article, or of a speaker, already shown is worth
_LOOKED_AT = 20


def selected(found: Iterable[Extract], limit: int) -> tuple[Extract, ...]:
    """At most ``limit``, the best first; ``found`` is best first."""
    left = [extract for extract, _ in zip(found, range(_LOOKED_AT), strict=False)] if limit > 0 else []
    kept: list[Extract] = []
    while left and len(kept) < limit:
        best = max(left, key=lambda extract: _worth(extract, kept, left))
        left.remove(best)
        if not any(same_words(best.text, other.text) for other in kept):
            kept.append(best)
    return tuple(kept)


def in_order_of_time(extracts: Iterable[Extract]) -> tuple[Extract, ...]:
    """By the days of their articles, those without one last, of equals in the order given."""
    return tuple(sorted(extracts, key=lambda extract: extract.date or date.max))


def _worth(extract: Extract, kept: Sequence[Extract], left: Sequence[Extract]) -> tuple[float, int]:
    """Its score, less where its article or speaker is shown already; of equals the earlier. The first stays first."""
    worth = extract.score if kept else float(-left.index(extract))
    for other in kept:
        worth *= _AGAIN if other.article == extract.article else 1.0
        worth *= _AGAIN if other.speaker and other.speaker == extract.speaker else 1.0
    return worth, -left.index(extract)
