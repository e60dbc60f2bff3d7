"""People that a question names: by surname, first name and surname, in any case form and spelling, or by post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from corpus.languages.speech import kk as kk_speech
from corpus.languages.speech import ru as ru_speech
from corpus.morphology import parses
from retrieval.folding import folded
from retrieval.keys import is_patronymic, same
from retrieval.naming.person import People, Person
from retrieval.terms import Lemmas, is_stop_word
from retrieval.words import Word

_KAZAKH_POST = re.compile(kk_speech.ROLES + r"\w{0,6}$")
_FEMININE, _MASCULINE = ("ой", "ою"), ("ым", "ев", "ов", "ин", "ским", "ского", "скому")


@dataclass(frozen=True, slots=True)
class Named:
    """``words`` of a question that name one of ``people``; ``post`` is the one of them that does where no name does."""

    people: tuple[Person, ...]
    words: tuple[Word, ...]
    post: Word | None = None


def by_name(asked: Sequence[Word], people: People) -> list[Named]:
    """Every surname of ``people`` in the question, with the first names beside it."""
    found: list[Named] = []
    taken: set[int] = set()
    for place, word in enumerate(asked):
        bearers = [person for person in people.bearing(word.form) if _bears(person, word)]
        if bearers and place not in taken:
            beside = sorted(_beside(asked, place, bearers))
            names = [asked[other] for other in beside]
            fitting = _of_father([person for person in bearers if _fits(person, names)], names)
            if fitting:
                taken.update((place, *beside))
                found.append(Named(fitting, tuple(asked[other] for other in sorted((place, *beside)))))
    return found


def by_post(asked: Sequence[Word], people: People, lemmas: Lemmas) -> Named | None:
    """The one person whose post the question gives; None where it fits several, or nobody."""
    for place, word in enumerate(asked):
        post = lemmas.lemma(word.form)
        holders = people.holding(post)
        if holders and is_post(word, post):
            holders, words = _narrowed(holders, asked, place, lemmas)
            if len(holders) == 1:
                return Named(tuple(holders), words, word)
    return None


def _bears(person: Person, word: Word) -> bool:
    return any(_is_surname(surname, word) for surname in person.surnames)


def _is_surname(surname: str, word: Word) -> bool:
    if len(word.form) < 3 or is_stop_word(word.form):  # «Ли», «Ким»: as common words they have no capital
        return word.capital and word.form == surname
    if not same(surname, word.form):
        return False
    feminine = surname.endswith(("ва", "на", "ая"))
    if word.form.endswith(_FEMININE) and surname.endswith(("в", "н")):
        return False
    return not (feminine and word.form.endswith(_MASCULINE))


def _beside(asked: Sequence[Word], place: int, bearers: Sequence[Person]) -> list[int]:
    """The places next to a surname that hold a first name, a patronymic or an initial; behind it only a bearer's."""
    first = {part for person in bearers for part in person.words if not _is_surname(part, asked[place])}

    def is_bearers(other: int) -> bool:
        word = asked[other]
        return is_patronymic(word.form) or any(_is_form(part, word) for part in first)

    before = takewhile(lambda other: is_bearers(other) or _may_be_first_name(asked[other]), _before(place))
    after = takewhile(is_bearers, range(place + 1, min(place + 3, len(asked))))
    return [*before, *after]


def _before(place: int) -> list[int]:
    return [other for other in (place - 1, place - 2) if other >= 0]


def _may_be_first_name(word: Word) -> bool:
    if len(word.form) == 1:
        return word.capital
    if _KAZAKH_POST.match(word.form):
        return False
    known = parses(word.form)
    if _is_another_s(known):
        return False
    given = any("Name" in parse.tag for parse in known[:3]) if known[0].is_known else word.capital
    return given and (word.capital or known[0].is_known)


def _is_another_s(known: Sequence[Any]) -> bool:
    """«Ответил Дранникову Марков»: a surname, and not in the nominative."""
    return any("Surn" in parse.tag for parse in known[:1]) and all(parse.tag.case != "nomn" for parse in known)


def _fits(person: Person, beside: Sequence[Word]) -> bool:
    """Every first name beside a surname is the person's; a patronymic may be one that the corpus does not print."""
    own = person.words
    return all(
        is_patronymic(word.form) or any(_is_form(part, word) for part in own)
        for word in beside
    )


def _of_father(fitting: Sequence[Person], beside: Sequence[Word]) -> tuple[Person, ...]:
    """Those among namesakes who have the patronymic beside the surname, where somebody has it."""
    fathers = [word.form for word in beside if is_patronymic(word.form)]
    having = [person for person in fitting if any(_has(person, father) for father in fathers)]
    return tuple(having or fitting)


def _has(person: Person, father: str) -> bool:
    return any(is_patronymic(part) and same(part, father) for part in person.words)


def _is_form(part: str, word: Word) -> bool:
    """Whether ``word`` is ``part`` of a name in some case, «Льва» of «Лев», or its initial."""
    if len(word.form) == 1:
        return word.capital and folded(part).startswith(word.plain)
    return same(part, word.form) or any(parse.normal_form == part for parse in parses(word.form))


def is_post(word: Word, post: str) -> bool:
    """Whether ``word``, with the lemma ``post``, is what people are called instead of their names."""
    return post in ru_speech.POSTS or bool(_KAZAKH_POST.match(word.form))


def _narrowed(
    holders: list[Person], asked: Sequence[Word], place: int, lemmas: Lemmas
) -> tuple[list[Person], tuple[Word, ...]]:
    """The holders of a post whose post has the words beside it too, and all these words."""
    words = [asked[place]]
    for step in (1, -1):
        other = place + step
        while 0 <= other < len(asked):
            lemma = lemmas.lemma(asked[other].form)
            fewer = [person for person in holders if lemma in person.posts]
            if not fewer:
                break
            holders = fewer
            words.append(asked[other])
            other += step
    return holders, tuple(sorted(words, key=lambda word: word.start))


