"""Words of a page: what its lines, its furniture and its credits say in each language."""

from __future__ import annotations

from typing import Protocol

from corpus.languages.page import kk, ru


class PageWords(Protocol):
    """The names that every language module here has; each entry there carries the line that earned it."""

    # where a sentence ends
    JOINING: frozenset[str]
    JOINING_PAIRS: frozenset[tuple[str, str]]
    YEARS: frozenset[str]
    OPENERS: frozenset[str]
    # which language, which day
    FUNCTION_WORDS: frozenset[str]
    MONTHS: dict[str, int]
    WEEKDAYS: tuple[str, ...]
    DATE_LABELS: tuple[str, ...]
    # what is no article text
    PHOTO_LABELS: tuple[str, ...]
    COUNTERS: tuple[str, ...]
    SECTIONS: tuple[str, ...]
    AUTHOR_LABELS: tuple[str, ...]
    SOURCE_LABELS: tuple[str, ...]
    READ_ALSO: tuple[str, ...]
    APPEALS: tuple[str, ...]
    SHARING: tuple[str, ...]
    TAG_LABELS: tuple[str, ...]
    NOTICES: tuple[str, ...]


_WORDS: dict[str, PageWords] = {"ru": ru, "kk": kk}
# A Kazakh page has Russian lines and the other way round: what is read line by line is read with the words of both.
ALL_PAGE_WORDS: tuple[PageWords, ...] = (ru, kk)


def page_words(language: str) -> PageWords:
    """The words of ``language``; Russian for one that the house does not know."""
    return _WORDS.get(language, ru)
