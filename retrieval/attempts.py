"""Attempts: the ways to take a question, held to whom, where and when it names, and the one that it is answered by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from retrieval.collection import Collection
from retrieval.decision import Strictness
from retrieval.index import Hit
from retrieval.naming import Filters, Reading
from retrieval.question import Question, asks_nothing_else, question
from retrieval.search import Finding, worth_showing

_TO_THE_POINT = 0.55  # of the best score that anybody's words have: the least that those of a person asked for need
_LOOKED_AT = 10  # of these


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to take a question: held to ``filters``, asking for ``asked``."""

    filters: Filters
    asked: Question
    found: Finding


@dataclass(frozen=True, slots=True)
class Taken:
    """``made`` is the attempt that the question is answered by; ``others`` tells what others say of the same, where
    ``made`` is held to a person."""

    made: Attempt
    others: Attempt | None = None


def taken(reading: Reading, corpus: Collection, strictness: Strictness) -> Taken:
    """The first attempt that finds something, else the first that comes near, else the first."""
    attempts: list[Attempt] = []
    for filters, text in _ways(reading):
        attempts.append(_attempt(filters, text, reading, corpus, strictness))
        if not attempts[-1].found.why_not:
            return _with_others(attempts[-1], reading, corpus, strictness)
    return Taken(next((each for each in attempts if each.found.why_not == "weak_match"), attempts[0]))


def is_found(reading: Reading, corpus: Collection, strictness: Strictness) -> bool:
    """Whether the question has an answer as it is read."""
    return not _attempt(reading.filters, reading.rest, reading, corpus, strictness).found.why_not


def _ways(reading: Reading) -> Iterator[tuple[Filters, str]]:
    """The question held to all that it names; then with its days taken for the story's, not the article's; then with
    what others say of whom it names. What is written out as a condition is kept to."""
    yield reading.filters, reading.rest
    if reading.filters.dated and not reading.written.dated:
        yield reading.filters.of_any_day, reading.dated
    if _may_be_others(reading.filters, reading):
        yield reading.filters.unspoken, reading.named


def _attempt(filters: Filters, text: str, reading: Reading, corpus: Collection, strictness: Strictness) -> Attempt:
    left_in = reading.by_name if text == reading.named and not filters.speakers else ()
    asked = question(text, corpus.lemmas, [word.form for word in (*reading.topic_names, *left_in)])
    if not (filters and asks_nothing_else(asked, corpus.lemmas)):
        return Attempt(filters, asked, corpus.search(asked, filters, strictness))
    every = tuple(Hit(int(place), 0.0) for place in corpus.catalogue.worth(filters).nonzero()[0])
    return Attempt(filters, asked, Finding(asked.query(), every, None if every else "no_match"))


def _with_others(made: Attempt, reading: Reading, corpus: Collection, strictness: Strictness) -> Taken:
    """A person's words that have little of the question are no answer where others' have much more of it."""
    if not _may_be_others(made.filters, reading) or not reading.named or not made.found.hits[0].score:
        return Taken(made)
    others = _attempt(made.filters.unspoken, reading.named, reading, corpus, strictness)
    if others.found.why_not:
        return Taken(made)
    return Taken(made, _without_his(others, made.filters, corpus)) if _is_to_the_point(made, others) else Taken(others)


def _without_his(others: Attempt, his: Filters, corpus: Collection) -> Attempt | None:
    """What of ``others`` is worth showing and not the words of whom the question is held to."""
    own = corpus.catalogue.among(his)
    hits = tuple(hit for hit in worth_showing(others.found) if not own[hit.position])
    return replace(others, found=replace(others.found, hits=hits)) if hits else None


def _may_be_others(filters: Filters, reading: Reading) -> bool:
    return bool(filters.speakers) and not reading.written.speakers


def _is_to_the_point(made: Attempt, others: Attempt) -> bool:
    first = {hit.position for hit in made.found.hits[:_LOOKED_AT]}
    scores = [hit.score for hit in others.found.hits if hit.position in first]
    return max(scores, default=0.0) >= _TO_THE_POINT * others.found.hits[0].score
