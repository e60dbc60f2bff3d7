"""Verdict: an alleged quotation against all that the corpus printed: word for word or not, and by whom.

Marks, dashes, spaces, capitals, stress marks and ё for е are no differences; a word, its ending and its place are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from retrieval.collection import Collection
from retrieval.extract import Extract
from retrieval.question import question
from retrieval.quoted.alignment import Alignment, Run, changes, nearest, runs, stretch
from retrieval.quoted.alleged import Alleged, alleged, as_pasted
from retrieval.quoted.place import Match, Place, extracts, matches, pasted_matches, whose
from retrieval.quoted.printed import Printed, Row, printed
from retrieval.quoted.whose import IN_THE_TEXT, Credit, PrintedAs, Whose
from retrieval.quoted.words import QuotedWord

_HITS, _ARTICLES = 60, 12  # passages and articles looked at
_LEAST_SHARED = 0.6  # of the said words, in order, for a text to be an altered quotation and not another one
_LEAST_RUN = 3  # words in a row; of a shorter quotation half of it
_LEAST_JOINED = 0.85  # of the said words in runs from several places
_NEAR = 6  # printed words left out between two runs that are still one place

Difference = tuple[str, str]  # said, written


class Verdict(StrEnum):
    """``ANOTHERS`` and ``CUT`` are word for word, too: but in print not his who is said to have said it, whether print
    names somebody else, a namesake or nobody, or has it for a headline, a question or its own text; or without words
    beside them that turn them, «не», «если». What is both is ``ANOTHERS``."""

    EXACT = "exact"
    ANOTHERS = "anothers"
    CUT = "cut"
    JOINED = "joined"
    ALTERED = "altered"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Verification:
    """``alleged`` is who is said to have said it, ``whose`` it is in print, null where it is not there; ``differences``
    are (said, written) in the order they were said, either of them empty where it has no words; ``extracts`` are the
    sentences in which the printed words stand."""

    verdict: Verdict
    alleged: str | None = None
    differences: tuple[Difference, ...] = ()
    extracts: tuple[Extract, ...] = ()
    whose: Whose | None = None


def verify(text: str, corpus: Collection) -> Verification:
    said = alleged(text, corpus.catalogue)
    if not said.words:
        return Verification(Verdict.NOT_FOUND)
    articles: list[Printed] = []
    found: list[Verification] = []
    for article in _candidates(said, corpus):
        articles.append(article)
        found += _word_for_word(said, article)
        if any(map(_is_best, found)):
            break
    pasted = as_pasted(text, said)
    if pasted and not any(each.verdict is Verdict.EXACT for each in found):
        found += (each for article in articles for each in _in_print(pasted, article))
    return (
        max(found, key=_worth, default=None)
        or _joined(said, articles)
        or _altered(said, articles)
        or Verification(Verdict.NOT_FOUND, said.name)
    )


def _candidates(said: Alleged, corpus: Collection) -> Iterator[Printed]:
    """The articles that have most of the words, the likeliest first, each read when it is its turn."""
    asked = question(" ".join(word.plain for word in said.words), corpus.lemmas)
    first: dict[str, int] = {}
    for hit in corpus.index.top(asked.query(), _HITS):
        first.setdefault(corpus.passages[hit.position].of.article.id, hit.position)
    return (printed(corpus.neighbours(position)) for position in list(first.values())[:_ARTICLES])


def _word_for_word(said: Alleged, article: Printed) -> list[Verification]:
    found = (_verdict(said, match, whose(said, match)) for match in matches(said, article))
    return [each for each in found if each.extracts]


def _in_print(pasted: Alleged, article: Printed) -> Iterator[Verification]:
    """The frame itself is in print: nothing is given to anybody that print does not give him."""
    for match in pasted_matches(pasted, article):
        of = whose(pasted, match)
        yield _verdict(pasted, match, Whose(of.printed_as, of.speakers, pasted.name))


def _verdict(said: Alleged, match: Match, of: Whose) -> Verification:
    cut = tuple(("", words) for place in match for words in place.left_out)
    verdict = Verdict.CUT if cut else Verdict.EXACT
    if of.credit not in (None, Credit.HIS):
        verdict = Verdict.ANOTHERS
    return Verification(verdict, said.name, cut, extracts(match), of)


def _worth(found: Verification) -> tuple[bool, bool, int]:
    """Of several places the one that does the most for who is said to have said it; of all else speech comes first."""
    assert found.whose
    return found.verdict is not Verdict.ANOTHERS, not found.differences, -list(PrintedAs).index(found.whose.printed_as)


def _is_best(found: Verification) -> bool:
    """Whether no other article need be read."""
    assert found.whose
    return found.verdict is Verdict.EXACT and found.whose.printed_as in IN_THE_TEXT


def _joined(said: Alleged, articles: Sequence[Printed]) -> Verification | None:
    """Runs of words from two or more places."""
    words = [word.plain for word in said.words]
    rows = list(_rows(articles))
    found = runs(words, [row for _, row in rows])
    apart = [pair for pair in pairwise(found) if _are_apart(*pair, rows)]
    if not apart or sum(run.length for run in found) < _LEAST_JOINED * len(words):
        return None
    places = [Place(*rows[run.row], run.place, run.place + run.length) for run in found]
    seams = tuple(_seam(said, *pair, rows) for pair in apart)
    return Verification(Verdict.JOINED, said.name, seams, extracts(places), whose(said, places))


Rows = Sequence[tuple[Printed, Row]]


def _rows(articles: Iterable[Printed]) -> Iterator[tuple[Printed, Row]]:
    for article in articles:
        yield article, article.told
        yield article, article.beside


def _are_apart(one: Run, other: Run, rows: Rows) -> bool:
    """Whether two runs are not one place with a few words changed."""
    row = rows[one.row][1]
    left_out = other.place - one.place - one.length
    near = one.row == other.row and 0 <= left_out <= _NEAR
    return not near or row.voices[one.place] != row.voices[other.place]


def _seam(said: Alleged, one: Run, other: Run, rows: Rows) -> Difference:
    """The two words that were put together, and how each goes on or begins in print."""
    last, first = one.at + one.length - 1, other.at
    typed = " ".join(word.typed for word in said.words[last : first + 1])
    ends, begins = rows[one.row][1], rows[other.row][1]
    after = ends.words[one.place + one.length - 1 : one.place + one.length + 1]
    before = begins.words[max(0, other.place - 1) : other.place + 1]
    return typed, " ".join(word.typed for word in after) + " […] " + " ".join(word.typed for word in before)


def _altered(said: Alleged, articles: Sequence[Printed]) -> Verification | None:
    """The nearest words of one place."""
    words = [word.plain for word in said.words]
    near = [(found, *of) for of in _rows(articles) if (found := nearest(words, of[1])) and _is_near(found, words)]
    if not near:
        return None
    found, article, row = max(near, key=lambda each: (each[0].shared, each[0].longest))
    place = Place(article, row, *stretch(found, row))
    differences = _differences(said, place)
    return Verification(Verdict.ALTERED, said.name, differences, extracts([place]), whose(said, [place]))


def _is_near(found: Alignment, words: Sequence[str]) -> bool:
    return found.shared >= _LEAST_SHARED and found.longest >= min(_LEAST_RUN, len(words) // 2)


def _differences(said: Alleged, place: Place) -> tuple[Difference, ...]:
    """With what turns the words and is left out, at their ends."""
    row = place.row
    differing = changes([word.plain for word in said.words], row, place.start, place.stop)
    inside = [(_typed(said.words[a:b]), _typed(row.words[c:d])) for a, b, c, d in differing]
    return (*inside, *(("", words) for words in place.left_out))


def _typed(words: Iterable[QuotedWord]) -> str:
    return " ".join(word.typed for word in words)
