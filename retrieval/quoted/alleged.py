"""Alleged: the words that somebody is said to have said, and who, as they were pasted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.naming import Catalogue
from retrieval.naming.people import by_name
from retrieval.quoted.printed import QuotedWord, quoted_words
from retrieval.words import Word, composed, words

_IN_MARKS = re.compile(r"«(.+)»|“(.+)”|„(.+)[“”]|\"(.+)\"", re.DOTALL)
_OMITTED = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|<…>")
_FEWEST_IN_MARKS = 4  # words: fewer in marks are a name or a term of a longer quotation


@dataclass(frozen=True, slots=True)
class Alleged:
    """``parts`` are the words between marks of omission; ``credit`` is whoever is
    said to have said them, as typed, and ``speakers`` are all the names under which nobody else is credited."""

    parts: tuple[tuple[QuotedWord, ...], ...]
    speakers: frozenset[str] = frozenset()
    credit: str = ""

    @property
    def words(self) -> tuple[QuotedWord, ...]:
        return tuple(word for part in self.parts for word in part)


def alleged(text: str, catalogue: Catalogue) -> Alleged:
    """The words in marks, where those hold most of the text, and the person named beside them; else all the words."""
    whole = composed(text).strip()
    inside = _in_marks(whole)
    if inside is None:
        return Alleged(_parts(whole))
    said, credit = inside
    named = by_name(words(credit), catalogue.people)
    people = {person for each in named for person in each.people}
    speakers = catalogue.people.credited(people)
    return Alleged(_parts(said), speakers, " ".join(word for each in named[:1] for word in _typed(credit, each.words)))


def _in_marks(text: str) -> tuple[str, str] | None:
    match = _IN_MARKS.search(text)
    if not match:
        return None
    said = next(group for group in match.groups() if group)
    credit = f"{text[: match.start()]} {text[match.end() :]}"
    count = len(quoted_words(said))
    return (said, credit) if count >= _FEWEST_IN_MARKS and count >= len(quoted_words(credit)) else None


def _parts(text: str) -> tuple[tuple[QuotedWord, ...], ...]:
    parts = (quoted_words(part) for part in _OMITTED.split(text))
    return tuple(part for part in parts if part)


def _typed(text: str, named: Sequence[Word]) -> list[str]:
    return [text[word.start : word.stop] for word in named]
