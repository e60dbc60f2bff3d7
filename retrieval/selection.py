"""Selection: which stretches of the articles found are shown, and in which order: other articles first, none twice; for
a course of events by day.

A hit is a core of a few sentences. An article's two best cores, where they come near each other, are shown together as
one extract: what is asked in other words than the article's stands beside either of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.quotation import Kind
from retrieval.extract import Extract, extract_of
from retrieval.index import Hit
from retrieval.kept.passages import KeptPassages
from retrieval.passages import Passage
from retrieval.same_words import are_same, different_words
from retrieval.stretches import Laid, Places, stretch

_AGAIN = 1.0  # what a core of an article already shown is worth
_FOREIGN = 0.7  # and one in another language than the question's
_TOGETHER = 0.7  # of a core's score: the least that another one of its article needs to be shown with it


@dataclass(frozen=True, slots=True)
class Core:
    """The ``places`` of some passages in a row, of the article with this number."""

    article: int
    places: Places
    score: float


def selected(hits: Iterable[Hit], passages: KeptPassages, language: str, limit: int) -> tuple[Extract, ...]:
    """At most ``limit`` extracts of ``hits``, which are best first, for a question in this ``language``."""
    selection = _Selection(passages, language)
    left = [_core(hit, passages) for hit in hits]
    kept: list[Extract] = []
    said: list[frozenset[str]] = []
    while left and len(kept) < limit:
        best = max(left, key=selection.worth)
        extract, left = selection.taken(best, left)
        words = different_words(extract.text)
        if not any(are_same(words, other) for other in said):
            kept.append(extract)
            said.append(words)
    return tuple(kept)


def are_alike(one: Extract, other: Extract) -> bool:
    """Whether two extracts have words of one place, or say the same in the same words."""
    shared = one.article == other.article and any(span.overlaps(each) for span in one.spans for each in other.spans)
    return shared or are_same(different_words(one.text), different_words(other.text))


def in_order_of_time(extracts: Iterable[Extract]) -> tuple[Extract, ...]:
    """By the days of their articles, those without one last, of equals in the order given."""
    return tuple(sorted(extracts, key=lambda extract: extract.date or date.max))


def _core(hit: Hit, passages: KeptPassages) -> Core:
    article, place = passages.place_of(hit.position)
    return Core(article, range(place, place + passages.reach(hit.position)), hit.score)


class _Selection:
    """What has been taken so far; the first core stays first."""

    def __init__(self, passages: KeptPassages, language: str) -> None:
        self._passages = passages
        self._language = language
        self._laid: dict[int, Laid] = {}
        self._taken: dict[int, set[int]] = {}  # places by article

    def worth(self, core: Core) -> float:
        again = _AGAIN if core.article in self._taken else 1.0
        return core.score * again * (1.0 if self._is_asked_in(core.article) else _FOREIGN)

    def taken(self, core: Core, left: Sequence[Core]) -> tuple[Extract, list[Core]]:
        """``core`` as it is shown, and what is left apart from it."""
        laid = self._laid_out(core.article)
        cores = sorted([core.places, *_beside(core, left, laid)], key=lambda places: places.start)
        shown = self._taken.setdefault(core.article, set())
        runs = stretch(cores, laid, shown)
        shown.update(place for run in runs for place in run)
        extract = extract_of([laid.rows[place] for run in runs for place in run], core.score)
        still = (other for other in left if other is not core)  # a question alone is not among the words of its answer
        return extract, [other for other in still if other.article != core.article or not _meets(other, runs)]

    def _laid_out(self, article: int) -> Laid:
        if article not in self._laid:
            self._laid[article] = Laid(self._passages.of_article(article))
        return self._laid[article]

    def _is_asked_in(self, article: int) -> bool:
        return self._passages.language(article) == self._language or self._language not in ("ru", "kk")


def _beside(core: Core, left: Iterable[Core], laid: Laid) -> Iterator[Places]:
    """The next best core of the same article, where it comes near enough and both have room; of interviews only in
    the same answer."""
    for other in left:
        if other.article != core.article or other.score < _TOGETHER * core.score or _meets(other, [core.places]):
            continue
        if _answers_apart(core, other, laid.rows):
            continue
        if laid.fits([core.places, other.places]):
            yield other.places
        return


def _answers_apart(one: Core, other: Core, rows: Sequence[Passage]) -> bool:
    """Whether they are two answers to an interviewer, or an answer and something else."""
    first, second = (
        {row.asked if row.kind is Kind.INTERVIEW_ANSWER else None for row in rows[core.places.start : core.places.stop]}
        for core in (one, other)
    )
    return first | second != {None} and not first & second - {None}


def _meets(core: Core, runs: Iterable[Places]) -> bool:
    return any(core.places.start < run.stop and run.start < core.places.stop for run in runs)
