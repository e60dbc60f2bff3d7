"""Cast: the people that an article names, each with all the mentions of him."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from corpus.morphology import name_gender, nominative
from corpus.names.mention import SHORTEST_STEM, NameMention, folded, is_initial, stem
from corpus.surnames import surname_gender

CONSONANTS = "бвгджзйклмнпрстфхцчшщ"  # a man's surname that ends in one has an ending in every other case
GLUED = re.compile(r"(?<=[а-яё][а-яё][а-яё][а-яё])(?=[А-ЯЁ][а-яё]{3})")  # «АйжанРощина», a space lost in scraping
FEMININE = re.compile(r"(?:[ое]ва|ёва|ина|ая)$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names: ``name`` is the fullest one, in the nominative."""

    name: str
    words: tuple[str, ...]
    gender: str
    mentions: tuple[NameMention, ...]


@dataclass(frozen=True)
class Cast:
    """Everybody named, and who is meant by each mention: nobody where two people fit."""

    people: tuple[Person, ...]
    meant: dict[int, Person]  # by the start of a mention

    def of(self, mention: NameMention) -> Person | None:
        return self.meant.get(mention.span.start)

    def near(self, words: Sequence[str]) -> tuple[Person, ...]:
        """The people with a word in their names that the last whole word of ``words`` may be; of initials, all."""
        word = _last_whole(words)
        if word is None:
            return self.people
        return tuple({id(p): p for key in _asked(word) for p in self._by_key.get(key, ())}.values())

    @cached_property
    def _by_key(self) -> dict[str, list[Person]]:
        rows: dict[str, list[Person]] = {}
        for person in self.people:
            for key in {key for word in person.words for key in _keys(word)}:
                rows.setdefault(key, []).append(person)
        return rows


@dataclass(slots=True)
class Group:
    """The mentions that are one person's so far, and what the next one is compared with."""

    number: int
    mentions: list[NameMention] = field(default_factory=list)
    names: dict[tuple[str, ...], None] = field(default_factory=dict)  # the wordings, in the order of their coming
    genders: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)

    def add(self, mention: NameMention) -> None:
        self.mentions.append(mention)
        self.names[mention.words] = None
        if mention.full:
            self.genders |= {mention.gender} - {""}
            self.surnames.add(folded(mention.words[-1]))


class Groups:
    """All groups in the order of their making, to be found by the words of their names."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        self._by_key: dict[str, set[int]] = {}

    def near(self, words: Sequence[str]) -> list[Group]:
        """The groups that share a key with a whole word of ``words``: only they can have a name that covers it."""
        word = _last_whole(words)
        keys = _asked(word) if word else ()
        return [self.all[number] for number in sorted({n for key in keys for n in self._by_key.get(key, ())})]

    def new(self) -> Group:
        self.all.append(Group(len(self.all)))
        return self.all[-1]

    def add(self, mention: NameMention, group: Group) -> None:
        if mention.words not in group.names:
            for key in (key for word in mention.words for key in _keys(word)):
                self._by_key.setdefault(key, set()).add(group.number)
        group.add(mention)


def _keys(word: str) -> tuple[str, ...]:
    """What two words of names have in common where ``same_word`` holds of them, but for initials."""
    if is_initial(word):
        return (_initial(word),)
    root = stem(folded(word))
    return (folded(word), root + "-") if len(root) >= SHORTEST_STEM else (folded(word),)


def _asked(word: str) -> tuple[str, ...]:
    """The keys of names that the whole word ``word`` may stand in, or be an initial of."""
    return (*_keys(word), _initial(word))


def _last_whole(words: Sequence[str]) -> str | None:
    return next((word for word in reversed(words) if not is_initial(word)), None)


def _initial(word: str) -> str:
    return folded(word)[0] + "."


def cast_of(text: str, mentions: Iterable[NameMention]) -> Cast:
    """People of an article: fuller names first, then each shorter one where exactly one person fits it."""
    groups = Groups()
    for mention in sorted(mentions, key=lambda mention: (-_weight(mention), mention.span.start)):
        fitting = _exactly(text, mention, [group for group in groups.near(mention.words) if _fits(mention, group)])
        if len(fitting) < 2:
            groups.add(mention, fitting[0] if fitting else groups.new())
    people = tuple(_person(text, group.mentions) for group in groups.all)
    meant = {m.span.start: person for person in people for m in person.mentions}
    return Cast(people, meant)


def settled(text: str, mentions: Iterable[NameMention], cast: Cast) -> tuple[NameMention, ...]:
    """``mentions`` with the case of bare surnames mended: «Рощина» of Анна Рощина can only be the nominative."""
    return tuple(_settled(text, mention, cast.of(mention)) for mention in mentions)


def _settled(text: str, mention: NameMention, person: Person | None) -> NameMention:
    if person is None or len(mention.words) > 1 or mention.case in ("", "Nom"):
        return mention
    surname = person.words[-1]
    declines = surname_gender(surname) == "femn" or (person.gender == "masc" and surname[-1] in CONSONANTS)
    if not declines or folded(mention.span.of(text)) != folded(surname):
        return mention
    return replace(mention, words=(surname,), case="Nom", gender=person.gender)


def _exactly(text: str, mention: NameMention, fitting: list[Group]) -> list[Group]:
    """Of several people the one whose surname stands just so: «Рощина» is Анна Рощина, not Пётр Рощин."""
    if len(fitting) < 2:
        return fitting
    written = folded(mention.span.of(text).split()[-1] if mention.case == "Nom" else mention.words[-1])
    exact = [group for group in fitting if written in group.surnames]
    return exact or fitting


def _weight(mention: NameMention) -> int:
    """Whole words count before initials."""
    return sum(1 if is_initial(word) else 10 for word in mention.words)


def _fits(mention: NameMention, group: Group) -> bool:
    """Whether every word of ``mention`` has its own word in some name of the group, and no gender speaks against it."""
    if mention.gender and group.genders and mention.gender not in group.genders and mention.case == "Nom":
        return False
    return any(covered(mention.words, words) for words in group.names)


def covered(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether ``words`` may be a shorter or inflected form of ``name``: «А. Смаилов» of «Алихан Смаилов»."""
    left = list(name)
    for word in sorted(words, key=is_initial):
        match = next((other for other in left if same_word(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return any(not is_initial(word) for word in words)


def same_word(one: str, other: str) -> bool:
    """Whether two words of names agree, but for their endings or an initial."""
    one, other = folded(one), folded(other)
    if is_initial(one) or is_initial(other):
        return one[0] == other[0]
    return one == other or (stem(one) == stem(other) and len(stem(one)) >= SHORTEST_STEM)


def _person(text: str, group: Sequence[NameMention]) -> Person:
    best = max(group, key=lambda mention: (_weight(mention), mention.case in ("", "Nom"), -mention.span.start))
    surname = _settled_surname(group, best.words[-1])
    if surname != best.words[-1]:
        best = _reread(best, surname)
    gender = best.gender or _commonest(mention.gender for mention in group if mention.gender)
    return Person(_name(text, best), best.words, gender, tuple(sorted(group, key=lambda mention: mention.span)))


def _settled_surname(group: Sequence[NameMention], surname: str) -> str:
    """The form in which most mentions in the nominative have the surname: one mention's case may be misread."""
    named = [mention.words[-1] for mention in group if mention.case == "Nom"]
    forms = [form for form in named if not form.isupper() and same_word(form, surname)]
    times = Counter(forms)
    return max(times, key=lambda form: (times[form], form == surname), default=surname)


def _commonest(words: Iterable[str]) -> str:
    """The first of those that come most often; empty where there is none."""
    return next((word for word, _ in Counter(words).most_common(1)), "")


def _reread(mention: NameMention, surname: str) -> NameMention:
    """The mention's words made to agree with the surname that the others settle."""
    gender = "femn" if FEMININE.search(surname) else "masc"
    given = tuple(_given(word, gender) for word in mention.words[:-1])
    return NameMention(mention.span, (*given, surname), "Gen", gender)


def _given(word: str, gender: str) -> str:
    """A given name in the nominative of ``gender``, whichever case its form was taken for."""
    forms = [word, *(nominative(word, case, gender) for case in ("Gen", "Acc", "Dat", "Ins"))]
    return next((form for form in forms if name_gender(form) == gender), word)


def _name(text: str, mention: NameMention) -> str:
    """As the text writes it where it stands in the nominative, else put into it."""
    written = " ".join(mention.span.of(text).split())
    name = written if mention.case in ("", "Nom") else " ".join(mention.words)
    return " ".join(_sentence_case(word) for word in GLUED.sub(" ", name).split())


def _sentence_case(word: str) -> str:
    """«ЕРАЛИН» as a label or a byline has it, and «Ералин»."""
    shouted = word.isupper() and len(word.strip(".")) > 2
    return "-".join(part.capitalize() for part in word.split("-")) if shouted else word
