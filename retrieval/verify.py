"""Verdict: an alleged quotation against the corpus: word for word, altered, or not found.

Marks, dashes, spaces, capitals, stress marks and ё for е are no differences; a word, its ending and its place are. What
was joined from two places, or is given to another person than the corpus gives it to, is altered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from retrieval.collection import Collection
from retrieval.extract import Extract, extract_at
from retrieval.passages import Passage, joined
from retrieval.question import question
from retrieval.quoted.alignment import Alignment, Run, nearest, place_of, runs
from retrieval.quoted.alleged import Alleged, alleged
from retrieval.quoted.printed import Printed, printed

_HITS, _ARTICLES = 60, 12  # passages and articles looked at
_LEAST_SHARED = 0.6  # of the said words, in order, for a text to be an altered quotation and not another one
_LEAST_RUN = 3  # words in a row; of a shorter quotation half of it
_LEAST_JOINED = 0.85  # of the said words in runs from several places
_NEAR = 6  # printed words left out between two runs that are still one place

Difference = tuple[str, str]  # said, written


class Verdict(StrEnum):
    EXACT = "exact"
    ALTERED = "altered"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Verification:
    """``differences`` are (said, written) in the order they were said, either of them empty where it has no words;
    ``extracts`` are the sentences in which the printed words stand."""

    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    extracts: tuple[Extract, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Printed words of one article, from ``start`` to ``stop``."""

    text: Printed
    start: int
    stop: int

    @property
    def speaker(self) -> str | None:
        return self.text.passages[self.start].speaker.name


def verify(text: str, corpus: Collection) -> Verification:
    said = alleged(text, corpus.catalogue)
    if not said.words:
        return Verification(Verdict.NOT_FOUND)
    articles = _candidates(said, corpus)
    exact = next((places for article in articles if (places := _exact(said, article))), None)
    if exact:
        return Verification(Verdict.EXACT, (), _extracts(exact))
    return (
        _moved(said, articles)
        or _joined(said, articles)
        or _altered(said, articles)
        or Verification(Verdict.NOT_FOUND)
    )


def _candidates(said: Alleged, corpus: Collection) -> list[Printed]:
    """The articles that have most of the words, the likeliest first."""
    asked = question(" ".join(word.plain for word in said.words), corpus.lemmas)
    hits = corpus.index.top(asked.query(), _HITS)
    ids = list(dict.fromkeys(corpus.passages[hit.position].of.article.id for hit in hits))[:_ARTICLES]
    of_article: dict[str, list[Passage]] = {id: [] for id in ids}
    for hit in hits:
        id = corpus.passages[hit.position].of.article.id
        if id in of_article and not of_article[id]:
            of_article[id] = corpus.neighbours(hit.position)
    return [printed(of_article[id]) for id in ids]


def _exact(said: Alleged, article: Printed) -> list[Place] | None:
    """Each part word for word and in order, by one person, who is the one named."""
    places = _parts(said, article)
    voices = {place.speaker for place in places or ()}
    if not places or len(voices) > 1 or not all(article.one_voice(place.start, place.stop) for place in places):
        return None
    return places if _is_theirs(said, places[0]) else None


def _parts(said: Alleged, article: Printed) -> list[Place] | None:
    places: list[Place] = []
    for part in said.parts:
        start = place_of([word.plain for word in part], article.plain, places[-1].stop if places else 0)
        if start is None:
            return None
        places.append(Place(article, start, start + len(part)))
    return places


def _is_theirs(said: Alleged, place: Place) -> bool:
    return not said.credit or place.speaker in said.speakers


def _moved(said: Alleged, articles: Sequence[Printed]) -> Verification | None:
    """Word for word, but somebody else's."""
    for article in articles:
        places = _parts(said, article)
        if places and len({place.speaker for place in places}) == 1 and not _is_theirs(said, places[0]):
            return Verification(Verdict.ALTERED, (_credit(said, places[0]),), _extracts(places))
    return None


def _joined(said: Alleged, articles: Sequence[Printed]) -> Verification | None:
    """Runs of words from two or more places."""
    words = [word.plain for word in said.words]
    found = runs(words, [article.plain for article in articles])
    apart = [pair for pair in pairwise(found) if _are_apart(*pair, articles)]
    if not apart or sum(run.length for run in found) < _LEAST_JOINED * len(words):
        return None
    places = [Place(articles[run.article], run.place, run.place + run.length) for run in found]
    seams = tuple(_seam(said, *pair, articles) for pair in apart)
    return Verification(Verdict.ALTERED, (*seams, *_credits(said, places)), _extracts(places))


def _are_apart(one: Run, other: Run, articles: Sequence[Printed]) -> bool:
    """Whether two runs are not one place with a few words changed."""
    if one.article != other.article:
        return True
    left_out = other.place - one.place - one.length
    article = articles[one.article]
    same_voice = article.passages[one.place].speaker == article.passages[other.place].speaker
    return not 0 <= left_out <= _NEAR or not same_voice


def _seam(said: Alleged, one: Run, other: Run, articles: Sequence[Printed]) -> Difference:
    """The two words that were put together, and how each goes on or begins in print."""
    last, first = one.at + one.length - 1, other.at
    typed = " ".join(word.typed for word in said.words[last : first + 1])
    ends, begins = articles[one.article], articles[other.article]
    after = ends.words[one.place + one.length - 1 : one.place + one.length + 1]
    before = begins.words[max(0, other.place - 1) : other.place + 1]
    return typed, " ".join(word.typed for word in after) + " […] " + " ".join(word.typed for word in before)


def _altered(said: Alleged, articles: Sequence[Printed]) -> Verification | None:
    """The nearest words of one place."""
    words = [word.plain for word in said.words]
    aligned = [(found, article) for article in articles if (found := nearest(words, article.plain))]
    best, article = max(aligned, key=lambda each: (each[0].shared, each[0].longest), default=(None, None))
    least = min(_LEAST_RUN, len(words) // 2)
    if best is None or article is None or best.shared < _LEAST_SHARED or best.longest < least:
        return None
    places = [Place(article, best.start, best.stop)]
    return Verification(
        Verdict.ALTERED, (*_differences(said, best, article), *_credits(said, places)), _extracts(places)
    )


def _differences(said: Alleged, found: Alignment, article: Printed) -> list[Difference]:
    return [
        (
            " ".join(word.typed for word in said.words[first:last]),
            " ".join(word.typed for word in article.words[start:stop]),
        )
        for first, last, start, stop in found.changes
    ]


def _credits(said: Alleged, places: Sequence[Place]) -> list[Difference]:
    return [_credit(said, place) for place in places[:1] if not _is_theirs(said, place)]


def _credit(said: Alleged, place: Place) -> Difference:
    return said.credit, place.speaker or ""


def _extracts(places: Sequence[Place]) -> tuple[Extract, ...]:
    """The whole sentences of each place, a passage an extract, none twice."""
    found: dict[str, Extract] = {}
    for place in places:
        passages = dict.fromkeys(place.text.passages[place.start : place.stop])
        spans = [word.span for word in place.text.words[place.start : place.stop]]
        for passage in passages:
            kept = [each for each in passage.sentences if any(each.contains(span) for span in spans)]
            extract = extract_at(passage, joined(kept, passage.of.article.text))
            found[extract.id] = extract
    return tuple(found.values())
