"""Answer: a question's extracts, or an honest nothing; the steps on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from retrieval.asked_kind import asked_kind, asks_for_a_course
from retrieval.chosen import Wanted
from retrieval.collection import Collection
from retrieval.extract import Extract, extract
from retrieval.follow_up import follow_up
from retrieval.index import Hit
from retrieval.introduced import own_words_first
from retrieval.naming import NO_FILTERS, Filter, Filters, Reading, read
from retrieval.passages import Passage
from retrieval.question import Question, asks_nothing_else, is_greeting, question
from retrieval.search import Finding, worth_showing
from retrieval.selection import in_order_of_time, selected
from retrieval.spelling import as_meant, corrected
from retrieval.suggestions import suggestions
from retrieval.terms import Lemmas, terms

WHY_NOT = (
    "empty_question",  # nothing but white space
    "no_words",  # marks or emoji alone
    "greeting",  # «здравствуйте», «спасибо»: no question
    "only_common_words",  # «что это?»: no word with a topic
    "empty_corpus",
    "no_match",  # no passage has a word of the question
    "weak_match",  # some do, too few to answer it
    "nothing_by_filter",  # none of whom, where or when the question names: see Answer.unfiltered
)


@dataclass(frozen=True, slots=True)
class Answer:
    """``language`` is the question's ("ru", "kk" or "en"); ``why_not`` a code from WHY_NOT where nothing was found.

    ``filters`` are the people, outlets and days that the question names, to which the extracts were held. Where that
    left nothing, ``unfiltered`` tells that there is an answer without them, to be asked for with ``filtered=False``.
    ``asked`` is what is asked beside them, taken from the question before where this one goes on from it.
    ``suggestions`` are questions as they may have been meant, in words that the corpus has.
    """

    question: str
    language: str
    extracts: tuple[Extract, ...] = ()
    why_not: str | None = None
    suggestions: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    unfiltered: bool = False
    asked: str = ""

    @property
    def found(self) -> bool:
        return bool(self.extracts)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to take a question: held to ``filters``, asking for ``asked``."""

    filters: Filters
    asked: Question
    found: Finding


def answer(
    text: str,
    corpus: Collection,
    limit: int,
    before: Question | str | None = None,
    filtered: bool = True,
    today: date | None = None,
) -> Answer:
    """At most ``limit`` extracts, best first, or by day where a course of events is asked for, none of the same words
    as another. ``before`` is the question that this one may go on from; ``today`` what «за последний год» counts from.
    """
    meant = corrected(as_meant(text, corpus.vocabulary), corpus.vocabulary, corpus.has)
    plain = question(meant, corpus.lemmas)
    if reason := _unanswerable(plain, corpus):
        return Answer(text, plain.language, why_not=reason)
    day = today or date.today()
    reading = follow_up(meant, before, corpus, day) or read(meant, corpus.catalogue, corpus.lemmas, day)
    attempts = list(_attempts(reading if filtered else reading.unfiltered, corpus))
    made = next((attempt for attempt in attempts if not attempt.found.why_not), attempts[0])
    shown = Answer(text, plain.language, filters=tuple(made.filters), asked=reading.rest)
    if not made.found.why_not:
        return replace(shown, extracts=_extracts(made, corpus, limit))
    return replace(
        shown,
        why_not="nothing_by_filter" if made.filters else made.found.why_not,
        unfiltered=bool(made.filters) and not _attempt(NO_FILTERS, reading.rest, reading, corpus).found.why_not,
        suggestions=suggestions(text, meant, made.found, corpus),
    )


def _unanswerable(asked: Question, corpus: Collection) -> str | None:
    """Why no corpus can answer a question, or this one none."""
    if not asked.text.strip():
        return "empty_question"
    if not asked.has_words:
        return "no_words"
    if is_greeting(asked.text):
        return "greeting"
    if not asked.forms:
        return "only_common_words"
    return None if corpus.index.size else "empty_corpus"


def _attempts(reading: Reading, corpus: Collection) -> Iterator[Attempt]:
    """The question held to all that it names; then with its days taken for the story's, not the article's."""
    yield _attempt(reading.filters, reading.rest, reading, corpus)
    if reading.filters.dated:
        yield _attempt(reading.filters.undated, reading.dated, reading, corpus)


def _attempt(filters: Filters, text: str, reading: Reading, corpus: Collection) -> Attempt:
    names = [word.form for word in reading.topic_names]
    asked = question(text, corpus.lemmas, names)
    if not (filters and asks_nothing_else(asked, corpus.lemmas)):
        return Attempt(filters, asked, corpus.search(asked, filters))
    every = tuple(Hit(int(place), 0.0) for place in corpus.catalogue.worth(filters).nonzero()[0])
    return Attempt(filters, asked, Finding(asked.query(), every, None if every else "no_match"))


def _extracts(made: Attempt, corpus: Collection, limit: int) -> tuple[Extract, ...]:
    query = made.found.query
    weights = {word: corpus.index.idf(word) for word in query.terms.words}
    akin = {other: weights[word] / 2 for word, others in query.akin.items() for other in others}
    wanted = Wanted({**akin, **weights}, asked_kind(made.asked.text))
    hits = own_words_first(
        _worth_showing(made, corpus), corpus.passages, partial(_are_wanted, made, wanted, corpus.lemmas)
    )
    found = selected((extract(corpus.passages[hit.position], wanted, corpus.lemmas, hit.score) for hit in hits), limit)
    return in_order_of_time(found) if asks_for_a_course(made.asked.text) else found


def _worth_showing(made: Attempt, corpus: Collection) -> Iterable[Hit]:
    """All that somebody says where nothing else is asked: it has no score that could tell."""
    measured = made.found.hits[0].score > 0
    return worth_showing(made.found, corpus.index) if measured else made.found.hits


def _are_wanted(made: Attempt, wanted: Wanted, lemmas: Lemmas, words: Passage) -> bool:
    """Whether somebody's words are to stand before the report that leads to them: all that he says where he is asked
    for, elsewhere what has a word of the question; not where a figure is asked for, which the report gives."""
    if wanted.kind:
        return False
    return bool(made.filters.speakers) or any(word in wanted.weights for word in terms(words.text, lemmas).words)
