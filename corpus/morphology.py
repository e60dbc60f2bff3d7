"""Russian word forms: lemmas and the nominative, by pymorphy3, behind one small door."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
OPENCORPORA = {"NOUN": ("NOUN",), "PROPN": ("NOUN",), "VERB": ("VERB", "GRND", "INFN"), "ADJ": ("ADJF", "ADJS")}
PATRONYMICS = ("ович", "евич", "овна", "евна", "овны", "евны", "улы", "ұлы", "кызы", "қызы")
NO_WORD = "?"
NAME_PARTS = ("Name", "Surn", "Patr")


@cache
def analyzer() -> Any:
    """The one analyzer of the process (its dictionary takes about 15 MB)."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=200_000)
def parses(word: str) -> tuple[Any, ...]:
    try:
        return tuple(analyzer().parse(word))
    except ValueError:  # pymorphy3 asks for the name of each letter, and Unicode gives some scripts' letters none
        return tuple(analyzer().parse(NO_WORD))


@lru_cache(maxsize=200_000)
def lemma(word: str, pos: str = "") -> str:
    """The normal form of the likeliest reading, of those that are the tagger's part of speech; ё as е."""
    readings = parses(word)
    wanted = OPENCORPORA.get(pos, ())
    fitting = next((p for p in readings if p.tag.POS in wanted), readings[0])
    return str(fitting.normal_form).replace("ё", "е")


@lru_cache(maxsize=50_000)
def name_gender(first_name: str) -> str:
    """«masc», «femn», or empty where the word is no given name or patronymic, or one of both."""
    named = [p.tag for p in parses(first_name) if "Name" in p.tag or "Patr" in p.tag]
    genders = {tag.gender for tag in named if tag.case == "nomn"}
    return genders.pop() if len(genders) == 1 else ""


def is_given_name(word: str) -> bool:
    """Whether the dictionary has it for a given name in the nominative."""
    return any(p.is_known and "Name" in p.tag and p.tag.case == "nomn" for p in parses(word))


def is_function_word(word: str) -> bool:
    """«Также», «Однако»: capitalised at a sentence's head, and no part of the name that follows."""
    return any(p.tag.POS in {"ADVB", "CONJ", "PRCL", "PREP", "NPRO"} and p.is_known for p in parses(word))


def is_common_noun(word: str) -> bool:
    """A word that the dictionary knows, and not as anybody's or any place's name."""
    readings = parses(word)
    proper = any(mark in p.tag for p in readings for mark in (*NAME_PARTS, "Geox"))
    return readings[0].is_known and readings[0].tag.POS == "NOUN" and not proper


def names_somebody(word: str) -> bool:
    """Whether the likeliest reading is a person's trade or how a person is, in the nominative: «доярка», «бывшая»."""
    reading = parses(word)[0]
    common = reading.is_known and not any(mark in reading.tag for mark in (*NAME_PARTS, "Geox", "Orgn"))
    is_persons = "anim" in reading.tag or reading.tag.POS in {"ADJF", "PRTF"}
    return bool(common and is_persons and reading.tag.case == "nomn")


def is_oblique(word: str) -> bool:
    """Whether the likeliest reading is a form other than the dictionary's."""
    return lemma(word) != word.lower().replace("ё", "е")


def is_verb(word: str) -> bool:
    """Whether the likeliest reading is a verb with a person: the tagger may miss one in so short a clause."""
    reading = parses(word)[0]
    return bool(reading.is_known and reading.tag.POS == "VERB")


def is_patronymic(word: str) -> bool:
    return any("Patr" in p.tag for p in parses(word)) or word.endswith(PATRONYMICS)


@lru_cache(maxsize=50_000)
def name_nominative(word: str, case: str, gender: str) -> str | None:
    """The nominative of a name that the dictionary has in ``case``; None where it has not."""
    if case in ("", "Nom"):
        return word
    known = [p for p in _readings(word, case, gender) if _is_name(p) and p.is_known]
    return _inflected(word, known)


@lru_cache(maxsize=50_000)
def nominative(word: str, case: str, gender: str) -> str:
    """``word``, which stands in ``case`` (UD), in the nominative; unchanged where no reading fits."""
    if case in ("", "Nom"):
        return word
    readings = sorted(_readings(word, case, gender), key=lambda p: not _is_name(p))
    return _inflected(word, readings) or word


def _readings(word: str, case: str, gender: str) -> list[Any]:
    """The singular readings of ``word`` in ``case``; those of ``gender`` where there are any."""
    found = [p for p in parses(word) if p.tag.case == CASES.get(case) and p.tag.number in ("sing", None)]
    return [p for p in found if not gender or p.tag.gender in (gender, None)] or found


def _is_name(parse: Any) -> bool:
    return any(part in parse.tag for part in NAME_PARTS)


def _inflected(word: str, readings: list[Any]) -> str | None:
    forms = (p.inflect({"nomn", "sing"}) for p in readings)
    form = next((form for form in forms if form), None)
    return recased(form.word, word) if form else None


def recased(word: str, like: str) -> str:
    """``word`` with the capitals of ``like``, part by part of a hyphenated word."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    parts = word.split("-")
    models = like.split("-")
    if len(parts) != len(models):
        return word.capitalize() if like[:1].isupper() else word
    return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(parts, models, strict=True))
