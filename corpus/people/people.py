"""People of a corpus: who is the same in two articles, joined only where one person fits.

1. What the operator's directory claims is settled by it.
2. Full names are one person where first name and surname have one skeleton and no patronymic speaks against it.
3. «Анна Рощина-Ким» joins «Анна Рощина» or «Анна Ким» where the corpus has one of them only.
4. «А. Рощина» and «Рощина» join the one person of that surname, unless posts tell another; where two fit, nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from corpus.people.directory import NO_ENTRIES, Directory, Entry, plain
from corpus.people.posts import agree, post_words
from corpus.people.written import Written, written
from corpus.quotation import AttributedArticle, Speaker


@dataclass(frozen=True, slots=True)
class Individual:
    """One person of the corpus. ``name`` is the operator's or else the fullest; ``key`` no other individual has.

    ``spellings`` are those under which he speaks in the articles, ``aliases`` the operator's, too; ``post`` is the
    operator's.
    """

    key: str
    name: str
    spellings: frozenset[str]
    aliases: frozenset[str]
    post: str | None = None


@dataclass(frozen=True)
class People:
    """Everybody who speaks in the corpus, and who is meant by each name in each article."""

    individuals: tuple[Individual, ...] = ()
    by_place: dict[tuple[str, str], Individual] = field(default_factory=dict)

    def same(self, speaker: Speaker, article: str) -> Individual | None:
        """Who ``speaker`` of the article with this id is; None where no person is named, or that article is unknown."""
        return self.by_place.get((article, speaker.name)) if speaker.name else None

    def spellings(self, name: str) -> frozenset[str]:
        """All names under which the one person who is called ``name`` speaks; empty where nobody or several fit."""
        read = written(name)
        called = self._by_spelling.get(plain(name), []) if read.is_full else []
        called = called or self._alike(read)
        return called[0].spellings if len(called) == 1 else frozenset()

    def _alike(self, name: Written) -> list[Individual]:
        return [one for one in self.individuals if any(_may_be(name, written(alias)) for alias in one.aliases)]

    @cached_property
    def _by_spelling(self) -> dict[str, list[Individual]]:
        rows: dict[str, list[Individual]] = {}
        for one in self.individuals:
            for spelling in {plain(alias) for alias in one.aliases}:
                rows.setdefault(spelling, []).append(one)
        return rows


def people_of(articles: Iterable[AttributedArticle], directory: Directory = NO_ENTRIES) -> People:
    """The people who speak in ``articles``; the cost is linear in the number of names, for each surname apart."""
    rows = Rows()
    for entry in directory.entries:
        rows.enter(entry)
    places = list(_places(articles))
    for step in STEPS:
        for place in places:
            if place.row is None:
                step(rows, place, directory)
    return _people(rows, places)


@dataclass(slots=True)
class Place:
    """A name in an article, the words of the posts it has there, and the row that it was put into."""

    article: str
    name: str
    written: Written
    posts: frozenset[str]
    row: Row | None = None


@dataclass(slots=True, eq=False)
class Row:
    """Names that are one person's so far."""

    names: list[Written]
    posts: set[str] = field(default_factory=set)
    entry: Entry | None = None

    def has(self, name: Written) -> bool:
        """Whether a full name is another writing of one of these, and no patronymic speaks against it."""
        fathers = {known.father for known in self.names if known.father}
        return any(_same(name, known) for known in self.names) and (not name.father or fathers <= {name.father})

    def may_have(self, name: Written) -> bool:
        return any(_may_be(name, known) for known in self.names)


class Rows:
    """All rows, to be found by surname."""

    def __init__(self) -> None:
        self.all: list[Row] = []
        self._by_family: dict[str, dict[int, Row]] = {}

    def enter(self, entry: Entry) -> None:
        row = self.new([written(spelling) for spelling in entry.spellings])
        row.entry = entry
        row.posts |= post_words(entry.post)

    def new(self, names: list[Written]) -> Row:
        row = Row([])
        self.all.append(row)
        for name in names:
            self.add(row, name)
        return row

    def add(self, row: Row, name: Written) -> None:
        row.names.append(name)
        for word in name.key:
            self._by_family.setdefault(word, {})[id(row)] = row

    def near(self, name: Written) -> list[Row]:
        """The rows that have a word of the surname."""
        return list({key: row for word in name.family for key, row in self._by_family.get(word, {}).items()}.values())

    def put(self, place: Place, row: Row) -> None:
        if place.written not in row.names:
            self.add(row, place.written)
        row.posts |= place.posts
        place.row = row


def claimed(rows: Rows, place: Place, directory: Directory) -> None:
    """By the operator."""
    entry = directory.find(place.name)
    if entry is not None:
        rows.put(place, next(row for row in rows.all if row.entry is entry))


def full_name(rows: Rows, place: Place, directory: Directory) -> None:
    """The row of the same first name and surname, or a new one."""
    if place.written.is_full:
        fitting = [row for row in rows.near(place.written) if row.has(place.written)]
        rows.put(place, fitting[0] if len(fitting) == 1 else rows.new([]))


def bare_name(rows: Rows, place: Place, directory: Directory) -> None:
    """The one row that an initial and a surname, or a surname alone, fits; else a row of its own."""
    fitting = [row for row in rows.near(place.written) if row.may_have(place.written) and agree(row.posts, place.posts)]
    fits = len(fitting) == 1 and (any(name.is_full for name in fitting[0].names) or fitting[0].posts & place.posts)
    rows.put(place, fitting[0] if fits else rows.new([]))


STEPS: tuple[Callable[[Rows, Place, Directory], None], ...] = (claimed, full_name, bare_name)


def _places(articles: Iterable[AttributedArticle]) -> Iterator[Place]:
    """Every name of every article once; those with patronymics first, for they tell namesakes apart, double surnames
    last, for they join what is there."""
    posts: dict[tuple[str, str], set[str]] = {}
    for found in articles:
        for quotation in found.quotations:
            if quotation.speaker.name:
                known = posts.setdefault((found.article.id, quotation.speaker.name), set())
                known |= post_words(quotation.speaker.role)
    places = [Place(article, name, written(name), frozenset(words)) for (article, name), words in posts.items()]
    return iter(sorted(places, key=lambda place: (len(place.written.family), place.written.father is None)))


def _same(one: Written, other: Written) -> bool:
    """Whether two full names may be one person's; of a double surname one half is enough."""
    if not (one.is_full and other.is_full):
        return False
    return one.key == other.key or (one.given == other.given and bool(one.family & other.family))


def _may_be(name: Written, known: Written) -> bool:
    """Whether ``name`` may be a shorter or other spelling of ``known``, or the same."""
    if name.is_full and known.is_full:
        return _same(name, known)
    if not name.family & known.family:
        return False
    return not name.given or not known.given or name.given[0] == known.given[0]


def _people(rows: Rows, places: list[Place]) -> People:
    by_row: dict[int, list[Place]] = {}
    for place in places:
        by_row.setdefault(id(place.row), []).append(place)
    taken: Counter[str] = Counter()
    by_place, individuals = {}, []
    for row in (row for row in rows.all if id(row) in by_row):
        one = _individual(row, by_row[id(row)], taken)
        individuals.append(one)
        by_place.update({(place.article, place.name): one for place in by_row[id(row)]})
    return People(tuple(individuals), by_place)


def _individual(row: Row, places: list[Place], taken: Counter[str]) -> Individual:
    times = Counter(place.name for place in places)
    name = row.entry.name if row.entry else max(times, key=lambda name: (_fullness(name), times[name]))
    taken[name] += 1
    key = name if taken[name] == 1 else f"{name} ({taken[name]})"
    entry = row.entry or Entry(name, ())
    return Individual(key, name, frozenset(times), frozenset([*times, name, *entry.spellings]), entry.post)


def _fullness(name: str) -> tuple[bool, int]:
    return written(name).is_full, len(name.split())
