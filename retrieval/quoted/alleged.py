"""Alleged: the words that somebody is said to have said, and who, as they were pasted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.article import Article
from corpus.attribution import attribute
from corpus.quotation import Quotation
from corpus.span import Span
from retrieval.language import language
from retrieval.naming import Catalogue
from retrieval.naming.people import by_name
from retrieval.naming.person import Person
from retrieval.quoted.words import QuotedWord, quoted_words
from retrieval.words import composed, words

_IN_MARKS = re.compile(r"«(.+)»|“(.+)”|„(.+)[“”]|\"(.+)\"")
_OMITTED = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|<…>")
_FEWEST_IN_MARKS = 4  # words: fewer in marks are a name or a term of a longer quotation
_LONGEST_FRAME = 6  # words that may stand around fewer of a quotation
# What a frame is read around, whatever the words are that it stands around.
_SOME_WORDS = {"ru": "Это так и будет на самом деле", "kk": "Бұл шынымен де дәл солай болады"}
_MARKS = '«»„“”"'
# «Имя Фамилия: слова»; «слова — Имя», «слова (Имя)», «слова. Имя Фамилия».
_LABELLED = re.compile(rf"(?:[^\s:{_MARKS}]+\s+){{0,7}}[^\s:{_MARKS}]+:\s+(?P<words>.+)")
_NAME = r"[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ][\w.’'-]*"
_CAPITALS = re.compile(rf"{_NAME}(?:\s+{_NAME}){{1,2}}")
_SIGNED = re.compile(rf"(?:(?:\s[—–-]|\(|©)\s*(?:{_NAME}\s+){{0,2}}|[.!?…]\s+(?:{_NAME}\s+){{1,2}}){_NAME}\W{{0,3}}$")


@dataclass(frozen=True, slots=True)
class Alleged:
    """``parts`` are the words between marks of omission; ``name`` is whoever is said to have said them. ``speakers``
    are all the names under which he and nobody else is credited, ``possible`` all under which he may be."""

    parts: tuple[tuple[QuotedWord, ...], ...]
    name: str | None = None
    speakers: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[QuotedWord, ...]:
        return tuple(word for part in self.parts for word in part)


def alleged(text: str, catalogue: Catalogue) -> Alleged:
    """The words without the frame around them, «X сказал, что», and whom the frame names."""
    whole = _one_line(text)
    read = _read(whole)
    if read and read.name:
        return _by(_parts(whole, read.spans), read.name, catalogue)
    for inside in _inside(whole):
        name = _named(whole[: inside.start], whole[inside.stop :], catalogue)
        if name:
            return _by(_parts(whole, [inside]), name, catalogue)
    marked = _in_marks(whole) or Span(0, len(whole))
    return Alleged(_parts(whole, read.spans if read else [marked]))


def as_pasted(text: str, said: Alleged) -> Alleged | None:
    """With the frame among the words, where there is one: print may have that, too."""
    whole = _one_line(text)
    words = Alleged(_parts(whole, [Span(0, len(whole))]), said.name, said.speakers, said.possible)
    return words if len(words.words) > len(said.words) else None


def _one_line(text: str) -> str:
    """A line break is none of a quotation's, and what a line opens with is no mark that closes another."""
    return " ".join(composed(text).split()).lstrip(".,;:!?…»)] ")


@dataclass(frozen=True, slots=True)
class _Read:
    """Where the words stand that one person is said to have said; ``name`` is null where only his post is given."""

    spans: list[Span]
    name: str | None


def _read(text: str) -> _Read | None:
    """``text`` as an article is read, where the words of one person are the most of it."""
    found = attribute(Article("", text, language=_language(text))).quotations
    speakers = {quotation.speaker for quotation in found if quotation.speaker.name or quotation.speaker.role}
    if len({speaker.name or speaker.role for speaker in speakers}) != 1:
        return None
    spans = _spans(found)
    count = sum(len(quoted_words(text, span)) for span in spans)
    frame = len(quoted_words(text)) - count
    return _Read(spans, speakers.pop().name) if frame <= max(count, _LONGEST_FRAME) else None


def _inside(text: str) -> Iterator[Span]:
    """Where the words may stand in a frame that no article has, or around words that no article is made of."""
    marked, labelled, signed = _in_marks(text), _LABELLED.fullmatch(text), _SIGNED.search(text)
    if marked:
        yield marked
    if labelled:
        yield Span(*labelled.span("words"))
    if signed and signed.start():
        yield Span(0, signed.start())


def _named(before: str, behind: str, catalogue: Catalogue) -> str | None:
    """Whom the frame names that stands around some words."""
    before, behind = before.strip(_MARKS + " "), behind.strip(_MARKS + " ")
    said = f"«{_SOME_WORDS[_language(before + behind)]}»"
    signed = f"{said} ({behind.strip('()—–-©.!?… ')})"
    for framed in (f"{before} {said} {behind}".strip(), signed):
        read = _read(framed) if framed != said else None
        if read and read.name:
            return read.name
    alone = _CAPITALS.fullmatch(f"{before}{behind}".strip("():—–-©.!?… "))
    known = [each.people for each in by_name(words(f"{before} {behind}"), catalogue.people)]
    if len(known) == 1 and len(known[0]) == 1:
        return known[0][0].name
    return alone.group() if alone else None


def _language(text: str) -> str:
    return "kk" if language(text) == "kk" else "ru"


def _spans(found: Sequence[Quotation]) -> list[Span]:
    """Of what is quoted, and no quotation within another."""
    spans = [each.span for each in found if each.speaker.name or each.speaker.role]
    return sorted(span for span in spans if not any(other != span and other.contains(span) for other in spans))


def _by(parts: tuple[tuple[QuotedWord, ...], ...], name: str, catalogue: Catalogue) -> Alleged:
    called = catalogue.people.called(name)
    people = _people(name, catalogue) or ({called} if called else set())
    possible = frozenset(credit.name for person in people for credit in person.credits)
    return Alleged(parts, name, catalogue.people.credited(people), possible)


def _people(name: str, catalogue: Catalogue) -> set[Person]:
    """Whoever is called so, to the last word of the name: whoever is called by the first name alone is another."""
    typed = words(name)
    named = by_name(typed, catalogue.people)
    return {person for each in named if typed[-1] in each.words for person in each.people}


def _in_marks(text: str) -> Span | None:
    match = _IN_MARKS.search(text)
    if not match:
        return None
    inside = next(Span(*match.span(group)) for group in range(1, 5) if match[group])
    count = len(quoted_words(text, inside))
    return inside if count >= _FEWEST_IN_MARKS and 2 * count >= len(quoted_words(text)) else None


def _parts(text: str, spans: Sequence[Span]) -> tuple[tuple[QuotedWord, ...], ...]:
    """The words at ``spans``, parted where something is marked as left out."""
    omitted = [match.start() for match in _OMITTED.finditer(text)]
    found = [word for span in spans for word in quoted_words(text, span)]
    return tuple(tuple(part) for _, part in groupby(found, lambda word: bisect_right(omitted, word.start)))
