"""AskedKind: whether a question asks for a number or a day, and whether a text has one to give."""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum

from retrieval.folding import folded
from retrieval.languages import en, kk, ru
from retrieval.terms import forms

_LANGUAGES = (ru, kk, en)


class AskedKind(StrEnum):
    NUMBER = "number"
    DAY = "day"


def _phrases(table: str) -> tuple[str, ...]:
    return tuple(f" {folded(line.strip())} " for line in table.splitlines() if line.strip())


_QUESTIONS = {
    AskedKind.NUMBER: tuple(phrase for data in _LANGUAGES for phrase in _phrases(data.NUMBER_QUESTIONS)),
    AskedKind.DAY: tuple(phrase for data in _LANGUAGES for phrase in _phrases(data.DAY_QUESTIONS)),
}
_ANSWERS = {
    AskedKind.NUMBER: frozenset(folded(word) for data in _LANGUAGES for word in data.NUMBER_BEGINNINGS),
    AskedKind.DAY: frozenset(folded(word) for data in _LANGUAGES for word in data.DAY_BEGINNINGS),
}
_COURSES = tuple(phrase.rstrip() for data in _LANGUAGES for phrase in _phrases(data.COURSES))  # words may go on
_QUESTION_WORDS = frozenset(folded(word) for data in _LANGUAGES for word in data.QUESTION_WORDS)


def asked_kind(text: str) -> AskedKind | None:
    """The first kind whose phrase stands in the question ``text``."""
    spaced = f" {' '.join(map(folded, forms(text)))} "
    return next((kind for kind, phrases in _QUESTIONS.items() if any(phrase in spaced for phrase in phrases)), None)


def is_question(text: str) -> bool:
    """Whether something is asked; a headline or a topic alone is none."""
    return "?" in text or has_question_word(text)


def has_question_word(text: str) -> bool:
    """«Кто», «қашан», «how»: whether a word of ``text`` asks."""
    return any(folded(form) in _QUESTION_WORDS for form in forms(text))


def asks_for_a_course(text: str) -> bool:
    """«Как менялась позиция», «хронология»: whether things are to be told in the order of time."""
    spaced = " " + " ".join(map(folded, forms(text)))
    return any(phrase in spaced for phrase in _COURSES)


def gives(kind: AskedKind, beginnings: Set[str]) -> bool:
    """Whether a text of words that begin so has a number, or a day."""
    if beginnings & _ANSWERS[kind]:
        return True
    figures = [word for word in beginnings if word[0].isdigit()]
    return any(_is_year(word) for word in figures) if kind is AskedKind.DAY else bool(figures)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[0] in "12"
