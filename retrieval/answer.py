"""Answer: a question's extracts, the nearest words where nothing is sure enough, or an honest nothing; the steps on one
page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from retrieval.asked_kind import asks_for_a_course
from retrieval.attempts import Attempt, Taken, is_found, taken
from retrieval.collection import Collection
from retrieval.decision import Strictness
from retrieval.extract import Extract
from retrieval.follow_up import reading_of
from retrieval.index import Hit
from retrieval.naming import Filter, Filters, Reading
from retrieval.naming.person import Person
from retrieval.question import Question, question
from retrieval.search import worth_showing
from retrieval.selection import are_alike, in_order_of_time, selected
from retrieval.spelling import as_meant, corrected
from retrieval.suggestions import suggestions
from retrieval.talk import talk_in
from retrieval.who import introductions, posts_of

WHY_NOT = (
    "empty_question",  # nothing but white space
    "no_words",  # marks or emoji alone
    "greeting",  # «здравствуйте», and what else asks nothing of the corpus
    "thanks",
    "farewell",
    "small_talk",
    "about_bot",  # «что ты умеешь?»
    "only_common_words",  # «что это?»: no word with a topic
    "empty_corpus",
    "no_match",  # no passage has enough of the question to be near it
    "weak_match",  # some are near, none sure enough: see Answer.nearest
    "nothing_by_filter",  # none of whom, where or when the question names: see Answer.unfiltered
    "not_a_day",  # what is written for a day is none: see Answer.refused
    "unknown_name",  # nobody in the corpus has the name written as a condition: see Answer.unknown
)


@dataclass(frozen=True, slots=True)
class Answer:
    """``language`` is the question's ("ru", "kk" or "en"); ``why_not`` a code from WHY_NOT where nothing was found.

    ``nearest`` are extracts that are near and may not answer, where nothing is sure enough to. ``filters`` are the
    people, outlets and days that the question names, to which all extracts were held; ``relaxed`` those that it names
    and to which they were not, since nothing was found so. Of extracts for a question that names whose words it asks
    for the first ``own`` are these, those behind them what others say of it. Where filters left nothing, ``unfiltered``
    tells that there is an answer without them, to be asked for with ``filtered=False``. ``asked`` is what is asked
    beside them, taken from the question before where this one goes on from it. ``suggestions`` are questions as they
    may have been meant, in words that the corpus has.

    ``refused`` is what stands for a day in a condition and is none. ``undated`` counts the articles without a day that
    would answer too where an answer is held to days. ``unknown`` is a name whose words are asked for and that stands
    nowhere in the corpus; what others say is near then. Where it is asked who somebody is, ``person`` and
    ``posts`` tell it in the corpus' words, and an extract that introduces him comes first.
    """

    question: str
    language: str
    extracts: tuple[Extract, ...] = ()
    why_not: str | None = None
    suggestions: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    unfiltered: bool = False
    asked: str = ""
    nearest: tuple[Extract, ...] = ()
    relaxed: tuple[Filter, ...] = ()
    own: int | None = None
    refused: str | None = None
    undated: int = 0
    unknown: str | None = None
    posts: tuple[str, ...] = ()
    person: str | None = None

    @property
    def found(self) -> bool:
        return bool(self.extracts)


@dataclass(frozen=True, slots=True)
class Asking:
    """How a question is asked: at most ``limit`` extracts; ``strictness`` is that of the decision; ``filtered`` false
    where nobody and no day is to be kept to; ``today`` is what «за последний год» counts from. ``undated`` asks, in
    place of the days named, articles that give none."""

    limit: int
    strictness: Strictness = Strictness.USUAL
    filtered: bool = True
    today: date | None = None
    undated: bool = False


def answer(text: str, corpus: Collection, asking: Asking, before: Question | str | None = None) -> Answer:
    """Extracts, best first, or by day where a course of events is asked for, none of the same words as another.
    ``before`` is the question that this one may go on from."""
    meant = corrected(as_meant(text, corpus.vocabulary), corpus.vocabulary, corpus.has)
    plain = question(meant, corpus.lemmas)
    if reason := _unanswerable(text, plain, corpus):
        return Answer(text, plain.language, why_not=reason)
    day = asking.today or date.today()
    reading = reading_of(meant, before, corpus, day)
    shown = Answer(text, plain.language, filters=tuple(reading.filters), asked=reading.rest, unknown=reading.unknown)
    if reading.refused:
        return replace(shown, why_not="not_a_day", refused=reading.refused)
    if asking.filtered and reading.who:
        return _introducing(reading.who, shown, corpus, asking.limit)
    if asking.filtered and reading.unknown and reading.written.speakers:
        is_had = is_found(reading.unfiltered, corpus, asking.strictness)
        return replace(shown, why_not="unknown_name", unfiltered=is_had)
    held_to = _held_to(reading, asking)
    way = taken(held_to, corpus, asking.strictness)
    filters = tuple(way.made.filters)
    why_not = way.made.found.why_not or ("weak_match" if reading.unknown else None)  # others' words are no answer
    relaxed = tuple(each for each in reading.filters if each not in filters) if asking.filtered else ()
    undated = _undated(way, reading, corpus, asking.strictness)
    shown = replace(shown, filters=filters, relaxed=relaxed, undated=undated)
    if not why_not:
        own = _extracts(way.made, corpus, plain.language, asking.limit)
        others = _of_others(way, own, corpus, plain.language, asking.limit - len(own))
        return replace(shown, extracts=(*own, *others), own=len(own) if others else None)
    is_near = why_not == "weak_match"
    return replace(
        shown,
        why_not=why_not if is_near or not filters else "nothing_by_filter",
        nearest=_extracts(way.made, corpus, plain.language, asking.limit) if is_near else (),
        unfiltered=bool(filters) and is_found(reading.unfiltered, corpus, asking.strictness),
        suggestions=suggestions(text, meant, way.made.found, corpus),
    )


def _unanswerable(text: str, asked: Question, corpus: Collection) -> str | None:
    """Why no corpus can answer a question, or this one none; ``text`` as it was typed."""
    if not asked.text.strip():
        return "empty_question"
    if not asked.has_words:
        return "no_words"
    said = talk_in(text) or talk_in(asked.text)
    if said in WHY_NOT:
        return said
    if said or not asked.forms:
        return "only_common_words"
    return None if corpus.index.size else "empty_corpus"


def _held_to(reading: Reading, asking: Asking) -> Reading:
    if not asking.filtered:
        return reading.unfiltered
    return reading.of_no_day if asking.undated else reading


def _undated(way: Taken, reading: Reading, corpus: Collection, strictness: Strictness) -> int:
    """How many articles without a day would answer a question that is held to days."""
    if not way.made.filters.dated:
        return 0
    apart = taken(reading.of_no_day, corpus, strictness).made.found
    return 0 if apart.why_not else len({corpus.passages.place_of(hit.position)[0] for hit in worth_showing(apart)})


def _introducing(people: Sequence[Person], shown: Answer, corpus: Collection, limit: int) -> Answer:
    """Who somebody is, then his own words."""
    every = corpus.catalogue.among(Filters(tuple(person.name for person in people))).nonzero()[0]
    hits = [*introductions(people, corpus, shown.language), *(Hit(int(place), 0.0) for place in every)]
    first = people[0] if len(people) == 1 else None
    return replace(
        shown,
        extracts=selected(hits, corpus.passages, shown.language, limit),
        posts=posts_of(first) if first else (),
        person=first.name if first else None,
    )


def _extracts(made: Attempt, corpus: Collection, language: str, limit: int) -> tuple[Extract, ...]:
    found = selected(worth_showing(made.found), corpus.passages, language, limit)
    return in_order_of_time(found) if asks_for_a_course(made.asked.text) else found


def _of_others(
    way: Taken, own: Sequence[Extract], corpus: Collection, language: str, limit: int
) -> tuple[Extract, ...]:
    """What others say of the same, behind a person's ``own`` words."""
    if way.others is None or limit <= 0:
        return ()
    found = _extracts(way.others, corpus, language, limit + len(own))
    return tuple(each for each in found if not any(are_alike(each, one) for one in own))[:limit]
