"""Keys: what the spellings and case forms of one name have in common, in Russian and in Kazakh."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.folding import folded
from retrieval.languages import latin
from retrieval.transliterated import transliterated

_ALIKE = str.maketrans({"ы": "и", "й": "и", "э": "е", "х": "к", "г": "к", "ь": "", "ъ": "", "-": "", "’": "", "'": ""})
_DOUBLE = re.compile(r"(.)\1+")
_SHORTEST = 3
# What case adds to a name, written as keys are: Russian, then Kazakh.
_ENDINGS = tuple(
    """
    а я у ю е и ои еи ом ем им оку око ому ую ая ев ои ими
    нин дин тин ка ке ни ди ти да де та те дан ден тан тен нан нен мен бен пен дики тики ники
    """.split()
)
_NOMINATIVE = ("ая", "ои", "ии", "а", "я", "и")
_CHILDREN = ("ули", "кизи")
_FATHERS = ("ич", "вна", "чна", *_CHILDREN)
_PATRONYMIC = re.compile(r"(?:(?:ович|евич|овн|евн|ичн)\w{0,2}|(?:ули|кизи|оули)\w{0,4})$")


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """A lower-case word with one letter for sounds that the two languages spell apart, and no letter doubled; of a
    Latin word that of the loan as it is written in Cyrillic."""
    return _single(_alike(_loan(word) if word.isascii() else word))


@lru_cache(maxsize=1 << 16)
def bare_keys(word: str) -> frozenset[str]:
    """The keys that a word of a question may have without its case ending."""
    return _keys(word, _ENDINGS)


@lru_cache(maxsize=1 << 16)
def name_keys(word: str) -> frozenset[str]:
    """The keys of a word of a name that stands in the nominative."""
    return _keys(word, _NOMINATIVE)


def _keys(word: str, endings: tuple[str, ...]) -> frozenset[str]:
    """With doubled letters counted as two: «Анны» is cut to what «Анна» is."""
    whole = _alike(word)
    cut = {whole[: -len(end)] for end in endings if whole.endswith(end) and len(whole) - len(end) >= _SHORTEST}
    return frozenset(map(_single, {whole, *cut}))


def _alike(word: str) -> str:
    return folded(word).translate(_ALIKE)


def _loan(word: str) -> str:
    return transliterated(word.removesuffix(latin.SILENT), latin.LOANS)


def _single(letters: str) -> str:
    return _DOUBLE.sub(r"\1", letters)


def same(name: str, form: str) -> bool:
    """Whether ``form`` may be a case form or another spelling of ``name``, a word of a name."""
    return not name_keys(name).isdisjoint(bare_keys(form))


def is_nominative(name: str, form: str) -> bool:
    """Whether ``form`` is ``name``, a word of a name, in another spelling at most."""
    return key(form) in name_keys(name)


def is_patronymic(word: str) -> bool:
    return bool(_PATRONYMIC.search(key(word)))


def is_child_of(word: str) -> bool:
    """«Нұрланқызы»: a Kazakh patronymic in the nominative, which often is all that stands behind a first name."""
    return key(word).endswith(_CHILDREN)


def is_patronymic_nominative(word: str) -> bool:
    return key(word).endswith(_FATHERS)
