"""Words of the press: how a text names who published it, in each language."""

from __future__ import annotations

from typing import Protocol

from corpus.languages.press import kk, ru


class PressWords(Protocol):
    """The names that every language module here has; each entry there carries the line that earned it."""

    OUTLET_NOUNS: tuple[str, ...]
    CORRESPONDENTS: tuple[str, ...]
    CREDIT_VERBS: tuple[str, ...]
    CREDIT_GAPS: tuple[str, ...]
    TALKS: tuple[str, ...]
    TOLD: tuple[str, ...]
    REPORTS: tuple[str, ...]
    PRESS_WORDS: tuple[str, ...]
    AGENCIES: tuple[str, ...]
    NOT_OUTLETS: tuple[str, ...]
    NAME_ENDINGS: tuple[str, ...]


RU: PressWords = ru
KK: PressWords = kk
ALL_PRESS_WORDS: tuple[PressWords, ...] = (RU, KK)


def any_of(*patterns: str) -> str:
    """One pattern for all of ``patterns``."""
    return "|".join(f"(?:{pattern})" for pattern in patterns)
