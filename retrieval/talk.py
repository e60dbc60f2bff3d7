"""Talk: whether a whole message is what one says to a bot and asks nothing of the articles, and of which kind."""

from __future__ import annotations

import re
from enum import StrEnum

from retrieval.folding import folded
from retrieval.languages import talk
from retrieval.terms import forms

Words = tuple[str, ...]


class Talk(StrEnum):
    """In the order in which one decides where a message has several: «Привет! Что ты умеешь?»."""

    ABOUT_BOT = "about_bot"  # «кто ты», «что ты умеешь»
    SMALL_TALK = "small_talk"  # «как дела?», «2+2»
    CHECKING = "checking"  # «проверь», «это правда?»: of the message replied to
    POINTING = "pointing"  # «ответь», «что скажешь?»: of that as well
    THANKS = "thanks"
    FAREWELL = "farewell"
    GREETING = "greeting"


def _phrases(table: str) -> list[Words]:
    return [_words(phrase) for phrase in table.split("/")]


def _words(text: str) -> Words:
    return tuple(map(folded, forms(text)))


def _any_of(table: str) -> str:
    return "|".join(sorted((" ".join(phrase) for phrase in _phrases(table)), key=len, reverse=True))


_TABLES = {
    Talk.ABOUT_BOT: talk.ABOUT_BOT,
    Talk.SMALL_TALK: talk.SMALL_TALK,
    Talk.CHECKING: talk.CHECKING,
    Talk.POINTING: talk.POINTING,
    Talk.THANKS: talk.THANKS,
    Talk.FAREWELL: talk.FAREWELLS,
    Talk.GREETING: talk.GREETINGS,
}
_KINDS: dict[Words, Talk | None] = dict.fromkeys(_phrases(talk.COURTESIES))
_KINDS |= {phrase: kind for kind, table in _TABLES.items() for phrase in _phrases(table)}
_LONGEST = max(map(len, _KINDS))

_ASKING_A_SUM = re.compile(rf"\b(?:{_any_of(talk.ASKING_SUMS)})\b")
_SIGN = re.compile(rf"\b(?:{_any_of(talk.SIGNS_OF_SUMS)})\b")
# Four figures after a dash or a stroke are a year: «2030–2031», «01/03/2031».
_SUM = re.compile(r"\s*\(*\d+(?:[.,]\d+)?(?:[\s()]*(?:[+*×xх÷^]|[-−–/](?!\d{4}))[\s()]*\d+(?:[.,]\d+)?)+[\s()=?!.]*")


def talk_in(text: str) -> Talk | None:
    """The kind of a message that is nothing but talk; null for one that asks something."""
    kinds = _kinds(_words(text))
    return Talk.SMALL_TALK if _is_sum(text) else next((kind for kind in Talk if kind in kinds), None)


def _kinds(words: Words) -> set[Talk | None]:
    """What the phrases are that ``words`` fall into without rest, the longest first; none where a word is left."""
    kinds = set()
    while words:
        size = next((size for size in range(_LONGEST, 0, -1) if words[:size] in _KINDS), 0)
        if not size:
            return set()
        kinds.add(_KINDS[words[:size]])
        words = words[size:]
    return kinds


def _is_sum(text: str) -> bool:
    signed = _SIGN.sub("+", _ASKING_A_SUM.sub(" ", folded(text.lower())))
    return bool(_SUM.fullmatch(signed))
