"""Cast: the people that an article names, each with all the mentions of him."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody named, and who is meant by each mention: nobody where two people fit."""

    people: tuple[Person, ...]
    meant: dict[int, Person]  # by the start of a mention

    def of(self, mention: NameMention) -> Person | None:
        return self.meant.get(mention.span.start)


def cast_of(text: str, mentions: Iterable[NameMention]) -> Cast:
    """People of an article: fuller names first, then each shorter one where exactly one person fits it."""
    groups: list[list[NameMention]] = []
    ordered = sorted(mentions, key=lambda mention: (-_weight(mention), mention.span.start))
    unclear = []
    for mention in ordered:
        fitting = _exactly(text, mention, [group for group in groups if _fits(mention, group)])
        if len(fitting) == 1:
            fitting[0].append(mention)
        elif fitting:
            unclear.append(mention)
        else:
            groups.append([mention])
    people = tuple(_person(text, group) for group in groups)
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


def _exactly(text: str, mention: NameMention, fitting: list[list[NameMention]]) -> list[list[NameMention]]:
    """Of several people the one whose surname stands just so: «Рощина» is Анна Рощина, not Пётр Рощин."""
    if len(fitting) < 2:
        return fitting
    written = folded(mention.span.of(text).split()[-1] if mention.case == "Nom" else mention.words[-1])
    exact = [group for group in fitting if any(folded(known.words[-1]) == written for known in group if known.full)]
    return exact or fitting


def _weight(mention: NameMention) -> int:
    """Whole words count before initials."""
    return sum(1 if is_initial(word) else 10 for word in mention.words)


def _fits(mention: NameMention, group: Sequence[NameMention]) -> bool:
    """Whether every word of ``mention`` has its own word in some name of the group, and no gender speaks against it."""
    genders = {known.gender for known in group if known.gender and known.full}
    if mention.gender and genders and mention.gender not in genders and mention.case == "Nom":
        return False
    return any(covered(mention.words, known.words) for known in group)


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
    genders = [mention.gender for mention in group if mention.gender]
    gender = best.gender or (max(genders, key=genders.count) if genders else "")
    return Person(_name(text, best), best.words, gender, tuple(sorted(group, key=lambda mention: mention.span)))


def _settled_surname(group: Sequence[NameMention], surname: str) -> str:
    """The form in which most mentions in the nominative have the surname: one mention's case may be misread."""
    named = [mention.words[-1] for mention in group if mention.case == "Nom"]
    forms = [form for form in named if not form.isupper() and same_word(form, surname)]
    return max(forms, key=lambda form: (forms.count(form), form == surname)) if forms else surname


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
