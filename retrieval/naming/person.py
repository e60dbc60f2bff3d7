"""People: everybody who speaks in a corpus, each with all spellings of his name, found by a word of a question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, overload

from corpus.directory import NO_ENTRIES, Directory, plain
from corpus.people import Individual, people_of
from corpus.quotation import Speaker
from retrieval.keys import bare_keys, is_child_of, is_patronymic, name_keys
from retrieval.languages import latin
from retrieval.terms import lemma, topical_forms
from retrieval.transliterated import transliterated


class Credit(NamedTuple):
    """A speaker's ``name`` and post, the lemmas of the post with blanks between, and the number of all that."""

    number: int
    name: str
    post: str
    lemmas: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with all his ``credits``. What is read of them is read when it is asked: few people ever are."""

    individual: Individual
    credits: tuple[Credit, ...]

    @property
    def name(self) -> str:
        """The operator's or the fullest that the corpus gives, and nobody else's."""
        return self.individual.name

    @property
    def words(self) -> frozenset[str]:
        """Of all spellings, the operator's too, in lower case; a double surname is two."""
        return frozenset(word for spelling in self.individual.spellings for word in _words(spelling))

    @property
    def surnames(self) -> frozenset[str]:
        return frozenset(word for spelling in self.individual.spellings for word in _surnames(spelling))

    @property
    def posts(self) -> frozenset[str]:
        """Lemmas of the posts held, the operator's too."""
        given = map(lemma, topical_forms(self.individual.post or ""))
        return frozenset(post for credit in self.credits for post in credit.lemmas.split()).union(given)

    @property
    def numbers(self) -> list[int]:
        """Of the credits."""
        return [credit.number for credit in self.credits]


class People(Sequence[Person]):
    """Everybody who speaks in a corpus, found by a word of a question at no cost of asking everybody."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = tuple(people)

    @overload
    def __getitem__(self, place: int) -> Person: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Person, ...]: ...

    def __getitem__(self, place: int | slice) -> Person | tuple[Person, ...]:
        return self._people[place]

    def __len__(self) -> int:
        return len(self._people)

    def called(self, name: str) -> Person | None:
        """Whose own name this is."""
        return self._by_name.get(plain(name))

    def credited(self, people: Collection[Person]) -> frozenset[str]:
        """The names under which ``people``, all different, are credited and nobody else is."""
        names = Counter(name for person in people for name in {credit.name for credit in person.credits})
        return frozenset(name for name, bearers in names.items() if bearers == len(self._by_credit[name]))

    def bearing(self, form: str) -> list[Person]:
        """Whose surname ``form`` may be a case form or another spelling of, as ``keys.same`` tells."""
        found = {place for bare in bare_keys(form) for place in self._by_surname.get(bare, ())}
        return [self._people[place] for place in sorted(found)]

    def holding(self, post: str) -> list[Person]:
        """Whose post has this lemma."""
        return [self._people[place] for place in self._by_post.get(post, ())]

    @cached_property
    def _by_name(self) -> dict[str, Person]:
        return {plain(person.name): person for person in self._people}

    @cached_property
    def _by_credit(self) -> dict[str, list[int]]:
        return _places({credit.name for credit in person.credits} for person in self._people)

    @cached_property
    def _by_surname(self) -> dict[str, list[int]]:
        return _places({key for each in person.surnames for key in name_keys(each)} for person in self._people)

    @cached_property
    def _by_post(self) -> dict[str, list[int]]:
        return _places(person.posts for person in self._people)


def _places(keys: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Where each key stands."""
    found: dict[str, list[int]] = {}
    for place, of_one in enumerate(keys):
        for each in of_one:
            found.setdefault(each, []).append(place)
    return found


def people(credits: Sequence[Credit], directory: Directory = NO_ENTRIES) -> People:
    """The people behind ``credits``, which have names and come with the best known first."""
    found = people_of([Speaker(credit.name, credit.post) for credit in credits], directory)
    return People(Person(one, tuple(credits[place] for place in one.speakers)) for one in found)


@lru_cache(maxsize=1 << 16)
def _words(spelling: str) -> tuple[str, ...]:
    """Latin ones in Cyrillic letters, too, as ``as_meant`` reads a question that has them."""
    words: list[str] = _WORD.findall(spelling.lower())
    tables = (latin.RUSSIAN, latin.KAZAKH)
    return (*words, *(transliterated(word, table) for word in words if word.isascii() for table in tables))


@lru_cache(maxsize=1 << 16)
def _surnames(spelling: str) -> tuple[str, ...]:
    """The last word that is no patronymic, or the halves of a double one; a maiden name in brackets, and what stands in
    the place of a surname, «Асель Нурланкызы», too."""
    before, _, maiden = spelling.partition("(")
    parts = before.split()
    whole = (word for word in reversed(parts) if not is_patronymic(word.lower()))
    last = parts[-1] if len(parts) == 2 and is_child_of(parts[-1].lower()) else ""
    return _words(next(whole, "")) + _words(last) + _words(maiden)


_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
