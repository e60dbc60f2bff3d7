"""Reading: a question parted into whom, where and when it asks about, and what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from retrieval.languages import en, kk, ru
from retrieval.naming.catalogue import Catalogue
from retrieval.naming.dates import days
from retrieval.naming.filters import NO_FILTERS, Filters
from retrieval.naming.outlets import by_outlet
from retrieval.naming.people import Named, by_name, by_post
from retrieval.words import Word, composed, without, words
from retrieval.naming.written import written
from retrieval.terms import Lemmas

_ASKING = ru.ASKING_WORDS | kk.ASKING_WORDS | en.ASKING_WORDS
_PUBLISHING = ru.PUBLISHING_WORDS | kk.PUBLISHING_WORDS
_ABOUT_BEFORE, _ABOUT_AFTER = ru.ABOUT, kk.ABOUT
_NOT_HIS = ru.NOT_BY | ru.ABOUT


@dataclass(frozen=True, slots=True)
class Reading:
    """``rest`` is the question without what became ``filters``; ``topic_names`` people whom it asks *about*, whose names
    stay in it. ``dated`` is the rest with the days left in, for days that are the story's and not the article's."""

    filters: Filters
    rest: str
    dated: str
    topic_names: tuple[Word, ...] = ()

    @property
    def unfiltered(self) -> Reading:
        """The same question of anybody, anywhere, at any time."""
        return replace(self, filters=NO_FILTERS)


def read(text: str, catalogue: Catalogue, lemmas: Lemmas, today: date) -> Reading:
    filters, rest = written(composed(text), catalogue, lemmas, today)
    asked = words(rest)
    asks = any(lemmas.lemma(word.form) in _ASKING for word in asked)
    gone: list[Word] = []
    about: list[Word] = []
    for named in _people(asked, catalogue, lemmas, asks):
        if not filters.speakers and _speaks(named, asked, asks, rest, lemmas):
            filters = filters.joined(Filters(speakers=tuple(person.name for person in named.people)))
            gone.extend(named.words)
        else:
            about.extend(named.words)
    outlet = by_outlet(asked, catalogue.outlets, lemmas)
    if outlet and not filters.outlets:
        filters = filters.joined(Filters(outlets=(outlet.name,)))
        gone.extend(outlet.words)
    dated = without(rest, gone)
    publishes = asks or bool(outlet) or any(lemmas.lemma(word.form) in _PUBLISHING for word in asked)
    stretch = days(rest, today) if publishes else None
    if stretch and not (filters.since or filters.until):
        filters = filters.joined(Filters(since=stretch.since, until=stretch.until))
        gone.extend(word for word in asked if stretch.start <= word.start < stretch.stop and word not in gone)
    return Reading(filters, without(rest, gone), dated, tuple(about))


def _people(asked: Sequence[Word], catalogue: Catalogue, lemmas: Lemmas, asks: bool) -> list[Named]:
    named = by_name(asked, catalogue.people)
    post = by_post(asked, catalogue.people, lemmas) if asks and not named else None
    return [post] if post else named


def _speaks(named: Named, asked: Sequence[Word], asks: bool, text: str, lemmas: Lemmas) -> bool:
    """Whether a question asks for somebody's words, and not about him: «что сказал Марков», «Марков о газе», «Марков»."""
    first, last = asked.index(named.words[0]), asked.index(named.words[-1])
    before = asked[first - 1].form if first else ""
    after = asked[last + 1].form if last + 1 < len(asked) else ""
    if before in _NOT_HIS or after in _ABOUT_AFTER:
        return False
    alone = len(named.words) == len(asked)
    headed = first == 0 and (after in _ABOUT_BEFORE or text[named.words[-1].stop :].lstrip()[:1] in tuple(":—–"))
    return asks or alone or (headed and bool(text[named.words[-1].stop :].strip()))

