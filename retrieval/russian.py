"""Lemma of a Russian word: the first dictionary parse, and only of words that the dictionary knows.

For any other word the morphological analyzer guesses by the ending, which turns Kazakh words and local names into
Russian ones that do not exist, so an unknown word has no Russian lemma here.

A form may have another lemma: «ели» is of «есть» and of «ель», «премьера» of «премьера» and of «премьер».
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, cast

from corpus.morphology import NAME_PARTS, analyzer
from retrieval.languages import ru

# How likely another lemma must be, by its part of speech, and a noun's where the first is a verb's: an article may be
# about «сталь» though most «стали» are of «стать».
_ENOUGH = {"NOUN": 0.1, "VERB": 0.25, "INFN": 0.25}
_NOUN_FOR_A_VERB = 0.02
_LIKELY = 0.2  # of a word that is asked for
_SHORTEST = 3  # letters
_NAMES = (*NAME_PARTS, "Geox", "Abbr")


class _Parse(Protocol):
    normal_form: str
    score: float
    tag: Any  # pymorphy3's: «in» tells its marks


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
    parses = _parses(form)
    return _plain(parses[0].normal_form) if parses else None


def lemmas(form: str) -> tuple[str, ...]:
    """The lemma, and another one where the form may be of that as well; none where the dictionary does not know it."""
    if form in ru.LEMMAS:
        return (ru.LEMMAS[form],)
    parses = _parses(form)
    return (_plain(parses[0].normal_form), *[*_others(form, parses)][:1]) if parses else ()


def likely_other(form: str) -> str | None:
    """Another lemma that is meant by a form about as often as the first."""
    parses = () if form in ru.LEMMAS else _parses(form)
    return next((lemma for lemma, share in _others(form, parses).items() if share >= _LIKELY), None)


def is_known(form: str) -> bool:
    return form in ru.LEMMAS or _analyzer().word_is_known(form)


def dictionary_version() -> str:
    """The compiled dictionary's revision, as part of a key for anything derived from it."""
    meta = _analyzer().dictionary.meta
    return f"{meta.get('source_revision')}/{meta.get('compiled_at')}"


def _analyzer() -> _Analyzer:
    return cast(_Analyzer, analyzer())


def _parses(form: str) -> Sequence[_Parse]:
    known = form if _analyzer().word_is_known(form) else _adjective_of_compound(form)
    return _analyzer().parse(known) if known else ()


def _others(form: str, parses: Sequence[_Parse]) -> Mapping[str, float]:
    """Other lemmas than the first that are likely enough, and how likely each is, the likeliest first. None of a name
    or beside one, and none beside an adjective, whose noun («новое») begins as it does."""
    if len({parse.normal_form for parse in parses}) < 2 or len(form) < _SHORTEST:
        return {}
    if parses[0].tag.POS == "ADJF" or _is_name(parses[0].tag):
        return {}
    enough = {**_ENOUGH, "NOUN": _NOUN_FOR_A_VERB} if parses[0].tag.POS in ("VERB", "INFN") else _ENOUGH
    shares: dict[tuple[str, str | None], float] = defaultdict(float)
    for parse in parses:
        if not _is_name(parse.tag):
            shares[_plain(parse.normal_form), parse.tag.POS] += parse.score
    first = _plain(parses[0].normal_form)
    likeliest = sorted(shares.items(), key=lambda each: -each[1])
    return {
        lemma: share
        for (lemma, part), share in likeliest
        if lemma != first and share >= enough.get(part or "", math.inf)
    }


def _is_name(tag: Any) -> bool:
    return any(mark in tag for mark in _NAMES)


def _adjective_of_compound(form: str) -> str | None:
    """«российско» of «российско-казахстанский» is unknown; «российской» is not."""
    whole = form + "й"
    return whole if form.endswith(("ско", "но")) and _analyzer().word_is_known(whole) else None


def _plain(word: str) -> str:
    return word.replace("ё", "е")
