"""Speaking: whether somebody whom a question names is to be heard, or is asked about: «что сказал Марков», not «что
сказали Маркову».

What tells is the case of the name and what stands beside it. A speaker stands in the nominative, or in the genitive by
what is his: «мнение Маркова», «Марковтың пікірі»; behind «о» and before «туралы» somebody is the topic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.languages.speech import ru as ru_speech
from corpus.morphology import parses
from retrieval.folding import folded
from retrieval.keys import is_nominative, is_patronymic, is_patronymic_nominative
from retrieval.languages import en, kk, ru
from retrieval.naming.people import Named, is_post
from retrieval.naming.person import Person
from retrieval.terms import Lemmas
from retrieval.words import Word

_LANGUAGES = (ru, kk, en)
_ASKING = frozenset().union(*(data.ASKING_WORDS | data.SPEECH_WORDS for data in _LANGUAGES))
_ASKING_FORMS = frozenset(folded(form) for data in _LANGUAGES for form in data.ASKING_FORMS)
_NOT_HIS = ru.NOT_BY | ru.ABOUT | en.NOT_BY | en.ABOUT
_ABOUT_BEFORE, _ABOUT_AFTER = ru.ABOUT | en.ABOUT, kk.ABOUT
_ACCOUNTS = ru.ACCOUNTS | en.ACCOUNTS
_BEGINNINGS = tuple(map(folded, kk.ACCOUNT_BEGINNINGS))
_GENITIVE = tuple(map(folded, kk.GENITIVE))
_WHO = frozenset().union(*(data.WHO for data in _LANGUAGES))
_WHO_ELSE = frozenset().union(*(data.WHO_ELSE for data in _LANGUAGES))
_BARE_ELSE = frozenset().union(*(data.BARE_ELSE for data in _LANGUAGES))
_KAZAKH = re.compile("[әғқңөұүіһ]")
_FAR = 5  # words from «мнение» and whose it is
_UNCHANGING = tuple("оуиеыэю")  # names that end so are the same in every case


@dataclass(frozen=True, slots=True)
class Asked:
    """The ``words`` of a question's ``text``; ``bare`` where a name alone may ask for somebody: «а Марков?»."""

    text: str
    words: tuple[Word, ...]
    lemmas: Lemmas
    bare: bool = False

    @property
    def asks(self) -> bool:
        """Whether somebody's words are asked for at all."""
        return any(asks_for_words(word, self.lemmas) for word in self.words)

    def beside(self, named: Named) -> Sequence[Word]:
        return [word for word in self.words if word not in named.words]


def asks_for_words(word: Word, lemmas: Lemmas) -> bool:
    return word.plain in _ASKING_FORMS or lemmas.lemma(word.form) in _ASKING


def heard(named: Named, asked: Asked) -> Named | None:
    """The one of these people who is to be heard; null where they are asked about."""
    if asked.bare and is_all(named, asked):
        return None if _is_topic(named, asked) else named
    if _is_topic(named, asked):
        return None
    if len(named.words) == len(asked.words):
        return named
    if _has_an_account(named, asked) or (asked.asks and _is_agent(named, asked)):
        return _narrowed(named, lambda person: not _is_in_nominative(person, named)) or named
    if not asked.asks and not _is_heading(named, asked):
        return None
    speaking = _narrowed(named, lambda person: _is_in_nominative(person, named))
    return None if speaking and _is_object(speaking, asked) else speaking


def asks_who(named: Named, asked: Asked) -> bool:
    """«Кто такой Марков?», «Марков деген кім?»."""
    others = [word.form for word in asked.beside(named)]
    return not _WHO.isdisjoint(others) and set(others) <= _WHO | _WHO_ELSE


def is_said_of(named: Named, asked: Asked) -> bool:
    """Whether whoever has a name of no case that is known may be heard: «Пупкин», «мнение Пупкина»."""
    if _is_topic(named, asked):
        return False
    return all(_may_be_nominative(word.form, True) for word in named.words) or _has_an_account(named, asked)


def is_all(named: Named, asked: Asked) -> bool:
    """Whether nothing else is asked: «а что Марков?», «ал Марков ше?», «а по мнению Маркова?»."""
    return all(
        word.form in _BARE_ELSE | {"по"}
        or word.form in _NOT_HIS
        or _is_account(word, asked)
        or asks_for_words(word, asked.lemmas)
        for word in asked.beside(named)
    )


def _is_topic(named: Named, asked: Asked) -> bool:
    """«О министре Маркове», «Марков туралы»."""
    first, last = _ends(named, asked)
    while first and is_post(asked.words[first - 1], asked.lemmas.lemma(asked.words[first - 1].form)):
        first -= 1
    before = asked.words[first - 1].form if first else ""
    after = asked.words[last + 1].form if last + 1 < len(asked.words) else ""
    return before in _NOT_HIS or after in _ABOUT_AFTER


def _is_heading(named: Named, asked: Asked) -> bool:
    """«Марков о газе», «газ: Марков»."""
    first, last = _ends(named, asked)
    rest = asked.text[named.words[-1].stop :].strip()
    opening = asked.text[: named.words[0].start].rstrip()
    after = asked.words[last + 1].form if last + 1 < len(asked.words) else ""
    headed = first == 0 and bool(rest) and (after in _ABOUT_BEFORE or rest[:1] in tuple(":—–"))
    signed = not rest.strip("?!. )") and opening[-1:] in tuple(",:—–(")
    return headed or signed


def _has_an_account(named: Named, asked: Asked) -> bool:
    """«Мнение министра Маркова», «у Маркова позиция», «Марковтың газ туралы пікірі»; not «мнение жены Маркова»."""
    first, last = _ends(named, asked)
    before = asked.words[max(0, first - _FAR) : first]
    is_another_s = bool(before) and (_is_relative(before[-1], asked) or _is_preposition(before[-1]))
    if not is_another_s and any(_is_account(word, asked) for word in before):
        return True
    behind = asked.words[last + 1 :]
    if named.words[-1].plain.endswith(_GENITIVE):
        return any(_is_account(word, asked) for word in behind)
    return bool(behind) and _is_account(behind[0], asked)


def _is_account(word: Word, asked: Asked) -> bool:
    return word.plain.startswith(_BEGINNINGS) or asked.lemmas.lemma(word.form) in _ACCOUNTS


def _is_relative(word: Word, asked: Asked) -> bool:
    return asked.lemmas.lemma(word.form) in ru_speech.KIN


def _is_preposition(word: Word) -> bool:
    """«Позиция по Маркову»; but «позиция у Маркова»."""
    return word.form not in ru.BY and any(parse.tag.POS == "PREP" for parse in parses(word.form)[:1])


def _is_agent(named: Named, asked: Asked) -> bool:
    """«Что сказано Марковым»."""
    passive = any("PRTS" in parse.tag for word in asked.beside(named) for parse in parses(word.form)[:1])
    cases = {parse.tag.case for parse in parses(named.words[-1].form) if parse.tag.number == "sing"}
    return passive and "ablt" in cases and "datv" not in cases


def _is_object(named: Named, asked: Asked) -> bool:
    """«Кто ответил Бурлу», «что предложили Бурлу», «жена Бурлу»: of a name that has one form, what stands beside it
    tells."""
    if not any(word.form.endswith(_UNCHANGING) for word in named.words):
        return False
    first, last = _ends(named, asked)
    near = (*asked.words[:first][-1:], *asked.words[last + 1 :][:1])
    by_whom = first > 0 and asked.words[0].form in _WHO
    return by_whom or any(_is_of_many(word) for word in near) or (first > 0 and _is_relative(near[0], asked))


def _is_of_many(word: Word) -> bool:
    """«Сказали», «недовольны»."""
    likeliest = parses(word.form)[0].tag
    return likeliest.POS in ("VERB", "ADJS") and likeliest.number == "plur"


def _is_in_nominative(person: Person, named: Named) -> bool:
    if named.post:
        return _may_be_nominative(named.post.form)
    return all(
        len(word.form) == 1
        or (is_patronymic(word.form) and is_patronymic_nominative(word.form))
        or any(is_nominative(part, word.form) for part in person.words)
        for word in named.words
    )


def _may_be_nominative(form: str, guessed: bool = False) -> bool:
    """Of a word that is no name of the corpus: by the dictionary, or ``guessed`` by its ending; a Kazakh one may."""
    known = [] if _KAZAKH.search(form) else [parse for parse in parses(form) if guessed or parse.is_known]
    return not known or any(parse.tag.case == "nomn" for parse in known)


def _narrowed(named: Named, fits: Callable[[Person], bool]) -> Named | None:
    people = tuple(person for person in named.people if fits(person))
    return replace(named, people=people) if people else None


def _ends(named: Named, asked: Asked) -> tuple[int, int]:
    return asked.words.index(named.words[0]), asked.words.index(named.words[-1])
