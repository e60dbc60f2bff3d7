"""Reading: a question parted into whom, where and when it asks about, and what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from retrieval.languages import kk, ru
from retrieval.naming.catalogue import Catalogue
from retrieval.naming.dates import days
from retrieval.naming.filters import NO_FILTERS, Filters
from retrieval.naming.outlets import by_outlet
from retrieval.naming.people import Named, by_name, by_post
from retrieval.naming.person import Person
from retrieval.naming.speaking import Asked, asks_who, heard
from retrieval.naming.written import written
from retrieval.terms import Lemmas
from retrieval.words import Word, composed, without, words

_PUBLISHING = ru.PUBLISHING_WORDS | kk.PUBLISHING_WORDS


@dataclass(frozen=True, slots=True)
class Reading:
    """``rest`` is the question without what became ``filters``; ``topic_names`` name people whom it asks *about*, and
    stay in it. ``dated`` is the rest with the days left in, for days that are the story's and not the article's, and
    ``named`` that with the person left in whose words are asked for, for words about him, whom the
    words ``by_name`` name there. ``written`` are those of the
    filters that are written out as such, and ``refused`` a day so written that is none. ``who`` are people of whom it
    asks only who they are; ``unknown`` is whose words it asks for where nobody is called so."""

    filters: Filters
    rest: str
    dated: str
    topic_names: tuple[Word, ...] = ()
    named: str = ""
    written: Filters = NO_FILTERS
    refused: str | None = None
    who: tuple[Person, ...] = ()
    unknown: str | None = None
    by_name: tuple[Word, ...] = ()

    @property
    def unfiltered(self) -> Reading:
        """The same question of anybody, anywhere, at any time."""
        return replace(self, filters=NO_FILTERS, written=NO_FILTERS)

    def without(self, unknown: str) -> Reading:
        """The same of others than a name that the corpus has not."""
        rest, dated = (text.replace(unknown, " ") for text in (self.rest, self.dated))
        return replace(self, rest=rest, dated=dated, unknown=unknown)

    @property
    def of_no_day(self) -> Reading:
        """The same of articles that give no day."""
        return replace(self, filters=self.filters.of_no_day, written=self.written.of_no_day)


def read(text: str, catalogue: Catalogue, lemmas: Lemmas, today: date, bare: bool = False) -> Reading:
    """``bare`` where a name or a day alone may ask for words: in a question that goes on from another."""
    out = written(composed(text), catalogue, lemmas, today)
    asked = Asked(out.rest, words(out.rest), lemmas, bare)
    people = _people(asked, catalogue)
    speakers, about = _heard(people, asked)
    outlet = by_outlet(asked.words, catalogue.outlets, lemmas)
    publishes = bare or asked.asks or outlet or any(lemmas.lemma(word.form) in _PUBLISHING for word in asked.words)
    stretch = days(out.rest, today) if publishes else None
    found = Filters(
        tuple(person.name for named in speakers for person in named.people),
        (outlet.outlet.name,) if outlet else (),
        stretch.since if stretch else None,
        stretch.until if stretch else None,
    )
    of_outlet = list(outlet.words if outlet else ())
    gone = [word for named in speakers for word in named.words] + of_outlet
    of_days = [word for word in asked.words if stretch and stretch.start <= word.start < stretch.stop]
    return Reading(
        filters=out.filters.joined(found),
        rest=without(out.rest, list({*gone, *of_days})),
        dated=without(out.rest, gone),
        topic_names=tuple(word for named in about for word in named.words),
        named=without(out.rest, of_outlet),
        written=out.filters,
        refused=out.refused,
        who=tuple(person for named in people[:1] if asks_who(named, asked) for person in named.people),
        by_name=tuple(word for named in speakers if _is_by_name(named, catalogue) for word in named.words),
    )


def _is_by_name(named: Named, catalogue: Catalogue) -> bool:
    """Not by his post."""
    return any(catalogue.people.bearing(word.form) for word in named.words)


def _people(asked: Asked, catalogue: Catalogue) -> Sequence[Named]:
    named = by_name(asked.words, catalogue.people)
    post = by_post(asked.words, catalogue.people, asked.lemmas) if asked.asks and not named else None
    return [post] if post else named


def _heard(people: Sequence[Named], asked: Asked) -> tuple[list[Named], list[Named]]:
    """Of ``people`` the first whose words are asked for, and those whom the question is about."""
    for place, named in enumerate(people):
        if not asks_who(named, asked) and (speaking := heard(named, asked)):
            return [speaking], [*people[:place], *people[place + 1 :]]
    return [], list(people)
