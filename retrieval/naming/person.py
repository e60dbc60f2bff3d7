"""People: everybody who speaks in a corpus, each with all spellings of his name, found by a word of a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, overload

from corpus.directory import NO_ENTRIES, Directory, plain
from corpus.people import Individual, people_of
from corpus.quotation import Speaker
from retrieval.keys import bare_keys, is_patronymic, name_keys
from retrieval.terms import lemma, topical_forms


class Credit(NamedTuple):
    """A speaker's ``name`` and post, and the lemmas of the post with blanks between."""

    name: str
    post: str
    lemmas: str


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling: its words in lower case, and those of them that are surnames: the halves of a double one."""

    words: tuple[str, ...]
    surnames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """``name`` is the operator's or the fullest that the corpus gives, and nobody else's; ``names`` are all spellings.

    ``numbers`` are those of his credits, ``sole`` the names under which nobody but him is credited; ``posts`` are
    lemmas of the posts held, the operator's too.
    """

    name: str
    names: tuple[Name, ...]
    numbers: tuple[int, ...]
    sole: frozenset[str]
    posts: frozenset[str]

    @property
    def surnames(self) -> frozenset[str]:
        return frozenset(surname for name in self.names for surname in name.surnames)


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


def people(credits: Mapping[int, Credit], directory: Directory = NO_ENTRIES) -> People:
    """The people behind ``credits``, which have their numbers and come with the best known first."""
    numbers = list(credits)
    found = people_of([Speaker(name, post) for name, post, _ in credits.values()], directory)
    of_name = Counter(name for one in found for name in {credits[numbers[place]].name for place in one.speakers})
    return People(_persons(found, numbers, credits, {name for name, bearers in of_name.items() if bearers == 1}))


def _persons(
    found: Iterable[Individual], numbers: Sequence[int], credits: Mapping[int, Credit], sole: set[str]
) -> Iterator[Person]:
    for one in found:
        own = tuple(numbers[place] for place in one.speakers)
        yield Person(
            one.name,
            tuple(dict.fromkeys(map(_name, one.spellings))),
            own,
            frozenset(credits[number].name for number in own) & sole,
            frozenset(post for number in own for post in credits[number].lemmas.split()).union(_lemmas(one.post)),
        )


def _name(spelling: str) -> Name:
    before, _, maiden = spelling.lower().replace(".", ". ").partition("(")
    words = before.split()
    family = next((word for word in reversed(words) if not is_patronymic(word)), "")
    surnames = [*family.split("-"), *maiden.rstrip(") ").split()]
    own = [part for word in words for part in word.split("-")]
    return Name(tuple(dict.fromkeys([*own, *surnames])), tuple(surnames))


def _lemmas(post: str | None) -> Iterator[str]:
    return map(lemma, topical_forms(post or ""))
