"""People of a corpus: who is the same in two articles, joined only where one person fits.

1. What the operator's directory claims is settled by it.
2. Full names are one person where first name and surname have one skeleton and no patronymic speaks against it.
3. «Анна Рощина-Ким» joins «Анна Рощина» or «Анна Ким» where the corpus has one of them only.
4. «А. Рощина» and «Рощина» join the one person of that surname, unless posts tell another; where two fit, nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from corpus.directory import NO_ENTRIES, Directory, Entry
from corpus.people.posts import agree, post_words
from corpus.people.written import Written, written
from corpus.quotation import Speaker


@dataclass(frozen=True, slots=True)
class Individual:
    """One person of the corpus. ``name`` is the operator's or else the fullest, and no other individual has it.

    ``speakers`` are his places among those that were given; ``spellings`` all his names, the operator's too; ``post``
    is the operator's.
    """

    name: str
    spellings: tuple[str, ...]
    speakers: tuple[int, ...]
    post: str | None = None


def people_of(speakers: Sequence[Speaker], directory: Directory = NO_ENTRIES) -> tuple[Individual, ...]:
    """Who is behind ``speakers``, all different, in the order in which they are met; whoever has no name is nobody.

    Of names equally full the first given is an individual's. The cost is linear in the number of speakers, but for
    those without a first name, who are compared with everybody of their surname.
    """
    places = [Place(number, one.name, one.role, written(one.name)) for number, one in enumerate(speakers) if one.name]
    rows, ordered = Rows(directory), sorted(places, key=_precedence)
    for step in STEPS:
        for place in ordered:
            if place.row is None:
                step(rows, place)
    found = dict.fromkeys(place.row for place in places)
    return tuple(_individual(row) for row in found if row)


@dataclass(slots=True, eq=False)
class Place:
    """A speaker, and the row that he was put into."""

    number: int
    name: str
    role: str | None
    written: Written
    row: Row | None = None


@dataclass(eq=False)
class Row:
    """Speakers who are one person so far; ``names`` are theirs and the operator's."""

    entry: Entry | None = None
    names: set[Written] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    def may_be(self, name: Written) -> bool:
        """Whether no patronymic speaks against a full name that is much like one of these."""
        fathers = {known.father for known in self.names if known.father}
        return not name.father or fathers <= {name.father}

    @cached_property
    def posts(self) -> frozenset[str]:
        """The words of his posts, as they are when first asked for: before short names bring theirs."""
        roles = [place.role for place in self.places] + ([self.entry.post] if self.entry else [])
        return frozenset().union(*map(post_words, roles))


class Rows:
    """Rows found by what their names have in common with others."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._of_entry = {id(entry): Row(entry) for entry in directory.entries}
        self._of_name: dict[str, Row] = {}
        self._of_pair: dict[tuple[str, ...], dict[Row, None]] = {}
        self._of_short: dict[tuple[str, str], dict[Row, None]] = {}
        self._alike: dict[Written | str, Row] = {}
        for entry in directory.entries:
            for spelling in entry.spellings:
                self._name(self._of_entry[id(entry)], written(spelling))

    def claiming(self, name: str) -> Row | None:
        """The operator's."""
        entry = self._directory.find(name)
        return self._of_entry[id(entry)] if entry else None

    def full(self, place: Place) -> Row:
        """The one row with the same full name, or one much like it; else a new one."""
        if place.name not in self._of_name:
            near = _together(self._of_pair.get(pair) for pair in place.written.pairs)
            fitting = [row for row in near if place.written in row.names]
            fitting = fitting or [row for row in near if row.may_be(place.written)]
            self._of_name[place.name] = fitting[0] if len(fitting) == 1 else Row()
        row = self._of_name[place.name]
        self._name(row, place.written)
        return row

    def short(self, place: Place) -> Row:
        """The one row that an initial and a surname, or a surname alone, fit; else that of everybody written so."""
        posts = post_words(place.role)
        near = _together(self._of_short.get(short) for short in place.written.shorts)
        fitting = [row for row in near if agree(row.posts, posts)]
        alike = place.written if place.written.family else place.name  # a name without a letter is like no other
        return fitting[0] if len(fitting) == 1 else self._alike.setdefault(alike, Row())

    def _name(self, row: Row, name: Written) -> None:
        if name in row.names or not name.is_full:
            return
        row.names.add(name)
        for pair in name.pairs:
            self._of_pair.setdefault(pair, {})[row] = None
        for initial, family in name.shorts:
            self._of_short.setdefault((initial, family), {})[row] = None
            self._of_short.setdefault(("", family), {})[row] = None


def _together(found: Iterable[dict[Row, None] | None]) -> dict[Row, None]:
    return {row: None for rows in found for row in rows or ()}


def claimed(rows: Rows, place: Place) -> None:
    """By the operator."""
    _put(place, rows.claiming(place.name))


def full_name(rows: Rows, place: Place) -> None:
    _put(place, rows.full(place) if place.written.is_full else None)


def short_name(rows: Rows, place: Place) -> None:
    _put(place, rows.short(place))


STEPS: tuple[Callable[[Rows, Place], None], ...] = (claimed, full_name, short_name)


def _put(place: Place, row: Row | None) -> None:
    place.row = row
    if row:
        row.places.append(place)


def _precedence(place: Place) -> tuple[int, bool]:
    """Patronymics first, for they tell namesakes apart; double surnames last, for they join what is there."""
    return len(place.written.family), place.written.father is None


def _individual(row: Row) -> Individual:
    places = sorted(row.places, key=lambda place: place.number)
    names = list(dict.fromkeys(place.name for place in places))
    numbers = tuple(place.number for place in places)
    if row.entry is None:
        return Individual(max(names, key=_fullness) if len(names) > 1 else names[0], tuple(names), numbers)
    spellings = tuple(dict.fromkeys([*names, *row.entry.spellings]))
    return Individual(row.entry.name, spellings, numbers, row.entry.post)


def _fullness(name: str) -> tuple[bool, int, bool]:
    """Its words, of two Latin and Cyrillic ones the latter: most articles have it."""
    return written(name).is_full, len(name.split()), not name.isascii()
