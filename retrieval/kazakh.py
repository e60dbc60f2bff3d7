"""Stem of a Kazakh word: suffixes taken off layer by layer, each only where the sounds before it allow.

The layers are data (``languages/kk.py``); here stands how a template meets a word. Written from the grammar of the
literary language and without a dictionary: a word that merely ends like a suffix loses it, unless WHOLE_WORDS has it.
Words, suffixes and tables are folded before they meet, so that a word typed without the Kazakh letters has the same
stem; what that costs is the difference between о and ө, у and ұ, ү, и and і in vowel harmony.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.folding import folded
from retrieval.languages import kk

_BACK, _FRONT = frozenset("аыя"), frozenset("еэ")
_VOWELS = _BACK | _FRONT | frozenset("оуиюё")
# What a capital of a template becomes after: a vowel; р й у; л; м н ң; ж з; a voiceless sound or б в г д.
_SOUNDS = ("vowel", "glide", "l", "nasal", "buzz", "voiceless")
_ASSIMILATION = {
    "Л": ("л", "л", "д", "д", "д", "т"),
    "Н": ("н", "д", "д", "нд", "д", "т"),
    "Д": ("д", "д", "д", "д", "д", "т"),
    "М": ("м", "м", "м", "м", "б", "п"),
    "Б": ("м", "м", "м", "б", "б", "п"),
    "Ғ": ("г", "г", "г", "г", "г", "к"),
}
_HARMONY = {"А": "ае", "Ы": "ыи"}
_BACK_FORMS, _FRONT_FORMS = frozenset("аы"), frozenset("еи")
_ONE_FORM = frozenset({"мен", "бен", "пен"})  # the same after back vowels and front
_LOAN_ENDINGS = ("нк", "ль", "рь", "арт")  # loans with a back vowel that take front suffixes: банктің, рөльдің
_SURNAMES = ("ев", "ева")  # take back suffixes for all their е: Белгібаевтың is the rule, not Белгібаевтің
# Final stops that a suffix has voiced: кітап – кітабы, жүрек – жүрегі, аймақ – аймағы.
_UNVOICED = str.maketrans("бг", "пк")

_WHOLE_WORDS = frozenset(map(folded, kk.WHOLE_WORDS))
_SHORT_STEMS = frozenset(map(folded, kk.SHORT_STEMS))
_FULL_STEMS = {folded(short): folded(full) for short, full in kk.FULL_STEMS.items()}


def stem(word: str) -> str:
    """The folded stem of a lower-case word; the folded word itself where no layer fits."""
    bare = folded(word)
    for layer in LAYERS:
        if _is_whole(bare):
            return bare
        bare = layer.stripped(bare)
    return bare if _is_whole(bare) else _full(bare)


def is_known(word: str) -> bool:
    """Whether a lower-case word is one of those that our table has."""
    return folded(word) in _WHOLE_WORDS


def _is_whole(word: str) -> bool:
    return word in _WHOLE_WORDS or word.endswith(kk.WHOLE_ENDINGS)


def _full(bare: str) -> str:
    """``bare`` with the vowel that a suffix dropped, and its last stop as it sounds without a suffix."""
    return _FULL_STEMS.get(bare) or bare[:-1] + bare[-1:].translate(_UNVOICED)


@dataclass(frozen=True, slots=True)
class Layer:
    """One place in the order of suffixes. ``surfaces`` maps each suffix as written to the sounds it may follow."""

    surfaces: dict[str, frozenset[str]]
    longest: int

    @classmethod
    def of(cls, templates: tuple[str, ...]) -> Layer:
        surfaces: dict[str, set[str]] = {}
        for template in templates:
            for sound in _SOUNDS:
                for surface in _surfaces(template, sound):
                    surfaces.setdefault(surface, set()).add(sound)
        frozen = {surface: frozenset(sounds) for surface, sounds in surfaces.items()}
        return cls(frozen, max(map(len, frozen)))

    def stripped(self, word: str) -> str:
        """``word`` without the longest suffix of this layer that may stand on what is left of it."""
        for length in range(min(self.longest, len(word) - 2), 0, -1):
            bare, suffix = word[:-length], word[-length:]
            if suffix in self.surfaces and _may_follow(bare, suffix, self.surfaces[suffix]):
                return bare
        return word


def _surfaces(template: str, sound: str) -> Iterator[str]:
    """Every spelling of ``template`` after ``sound``, in both harmonies; none where it cannot follow that sound."""
    if (template[0] == "~" and sound != "vowel") or (template[0] in _HARMONY and sound == "vowel"):
        return
    for side in (0, 1):
        yield from _spelled(template.lstrip("~"), sound, side)


def _spelled(template: str, sound: str, side: int) -> Iterator[str]:
    if not template:
        yield ""
        return
    for letter in _letters(template[0], sound, side):
        for rest in _spelled(template[1:], _sound(letter), side):
            yield letter + rest


def _letters(sign: str, sound: str, side: int) -> str:
    if sign in _HARMONY:
        return _HARMONY[sign][side]
    return _ASSIMILATION[sign][_SOUNDS.index(sound)] if sign in _ASSIMILATION else folded(sign)


def _sound(letter: str) -> str:
    if letter in "руйи":
        return "glide"
    if letter in _VOWELS:
        return "vowel"
    if letter == "л":
        return "l"
    if letter in "мн":
        return "nasal"
    return "buzz" if letter in "жз" else "voiceless"


def _may_follow(bare: str, suffix: str, sounds: frozenset[str]) -> bool:
    return (
        _sound(bare[-1]) in sounds
        and (len(bare) >= (3 if len(suffix) < 3 else 2) or bare in _SHORT_STEMS)
        and any(letter in _VOWELS for letter in bare)
        and _in_harmony(bare, suffix)
    )


def _in_harmony(bare: str, suffix: str) -> bool:
    """Back suffixes after back vowels, front after front; after о, у and и, which folding has merged, either."""
    last = next((letter for letter in reversed(bare) if letter in _VOWELS), "")
    if bare.endswith(_SURNAMES) or (last in _BACK and not bare.endswith(_LOAN_ENDINGS)):
        return not _FRONT_FORMS & set(suffix) or suffix in _ONE_FORM
    return last not in _FRONT or not _BACK_FORMS & set(suffix)


LAYERS = tuple(
    Layer.of(templates)
    for templates in (
        kk.FINITE_VERBS, kk.PREDICATES, kk.CASES, kk.POSSESSIVES, kk.PLURALS, kk.TENSES, kk.NEGATIONS,
    )
)  # fmt: skip
