"""Reading: a question parted into whom, where and when it asks about, and what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from retrieval.folding import folded
from retrieval.languages import en, kk, ru
from retrieval.naming.catalogue import Catalogue
from retrieval.naming.dates import days
from retrieval.naming.filters import NO_FILTERS, Filters
from retrieval.naming.outlets import by_outlet
from retrieval.naming.people import Named, by_name, by_post
from retrieval.naming.written import written
from retrieval.terms import Lemmas
from retrieval.words import Word, composed, without, words

_LANGUAGES = (ru, kk, en)
_ASKING = frozenset().union(*(data.ASKING_WORDS | data.SPEECH_WORDS for data in _LANGUAGES))
_ASKING_FORMS = frozenset(folded(form) for data in _LANGUAGES for form in data.ASKING_FORMS)
_PUBLISHING = ru.PUBLISHING_WORDS | kk.PUBLISHING_WORDS
_ABOUT_BEFORE, _ABOUT_AFTER = ru.ABOUT, kk.ABOUT
_NOT_HIS = ru.NOT_BY | ru.ABOUT


@dataclass(frozen=True, slots=True)
class Reading:
    """``rest`` is the question without what became ``filters``; ``topic_names`` name people whom it asks *about*, and
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
    asks = any(word.plain in _ASKING_FORMS or lemmas.lemma(word.form) in _ASKING for word in asked)
    speakers, about = _spoken(_people(asked, catalogue, lemmas, asks), asked, asks, rest)
    outlet = by_outlet(asked, catalogue.outlets, lemmas)
    publishes = asks or outlet is not None or any(lemmas.lemma(word.form) in _PUBLISHING for word in asked)
    stretch = days(rest, today) if publishes else None
    found = Filters(
        tuple(person.name for named in speakers[:1] for person in named.people),
        (outlet.outlet.name,) if outlet else (),
        stretch.since if stretch else None,
        stretch.until if stretch else None,
    )
    gone = [word for named in speakers for word in named.words] + list(outlet.words if outlet else ())
    of_days = [word for word in asked if stretch and stretch.start <= word.start < stretch.stop and word not in gone]
    names = tuple(word for named in about for word in named.words)
    return Reading(filters.joined(found), without(rest, gone + of_days), without(rest, gone), names)


def _spoken(
    people: Sequence[Named], asked: Sequence[Word], asks: bool, text: str
) -> tuple[list[Named], list[Named]]:
    """Of ``people`` the first whose words are asked for, and those whom the question is about."""
    speakers = [named for named in people if _speaks(named, asked, asks, text)][:1]
    return speakers, [named for named in people if named not in speakers]


def _people(asked: Sequence[Word], catalogue: Catalogue, lemmas: Lemmas, asks: bool) -> list[Named]:
    named = by_name(asked, catalogue.people)
    post = by_post(asked, catalogue.people, lemmas) if asks and not named else None
    return [post] if post else named


def _speaks(named: Named, asked: Sequence[Word], asks: bool, text: str) -> bool:
    """Whether somebody's words are asked for, not what is said of him: «что сказал Марков», «Марков о газе», «газ:
    Марков»."""
    first, last = asked.index(named.words[0]), asked.index(named.words[-1])
    before = asked[first - 1].form if first else ""
    after = asked[last + 1].form if last + 1 < len(asked) else ""
    if before in _NOT_HIS or after in _ABOUT_AFTER:
        return False
    alone = len(named.words) == len(asked)
    rest, opening = text[named.words[-1].stop :].strip(), text[: named.words[0].start].rstrip()
    headed = first == 0 and (after in _ABOUT_BEFORE or rest[:1] in tuple(":—–"))
    signed = not rest.strip("?!. )") and opening[-1:] in tuple(",:—–(")
    return asks or alone or (headed and bool(rest)) or signed

