"""Lemma of a Russian word: the first dictionary parse, and only of words that the dictionary knows.

For any other word the morphological analyzer guesses by the ending, which turns Kazakh words and local names into
Russian ones that do not exist, so an unknown word has no Russian lemma here.
"""

from __future__ import annotations

from typing import Protocol, cast

from corpus.morphology import analyzer
from retrieval.languages import ru


class _Parse(Protocol):
    normal_form: str


class _Dictionary(Protocol):
    meta: dict[str, object]


class _Analyzer(Protocol):
    dictionary: _Dictionary

    def word_is_known(self, word: str) -> bool: ...

    def parse(self, word: str) -> list[_Parse]: ...


def lemma(form: str) -> str | None:
    """The lemma of a lower-case form written with е for ё; None where the dictionary does not know it."""
    if form in ru.LEMMAS:
        return ru.LEMMAS[form]
    known = form if _analyzer().word_is_known(form) else _adjective_of_compound(form)
    return _plain(_analyzer().parse(known)[0].normal_form) if known else None


def is_known(form: str) -> bool:
    return form in ru.LEMMAS or _analyzer().word_is_known(form)


def dictionary_version() -> str:
    """The compiled dictionary's revision, as part of a key for anything derived from it."""
    meta = _analyzer().dictionary.meta
    return f"{meta.get('source_revision')}/{meta.get('compiled_at')}"


def _analyzer() -> _Analyzer:
    return cast(_Analyzer, analyzer())


def _adjective_of_compound(form: str) -> str | None:
    """«российско» of «российско-казахстанский» is unknown; «российской» is not."""
    whole = form + "й"
    return whole if form.endswith(("ско", "но")) and _analyzer().word_is_known(whole) else None


def _plain(word: str) -> str:
    return word.replace("ё", "е")
