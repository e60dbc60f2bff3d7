"""Surnames in the nominative: the endings of Russian family names, case by case."""

from __future__ import annotations

# What a surname ends in, in an oblique case, and in the nominative; the longest ending first.
MASCULINE = (
    ("скому", "ский"), ("ского", "ский"), ("ским", "ский"), ("ском", "ский"),  # «слова Заречного, Полянского»
    ("цкому", "цкий"), ("цкого", "цкий"), ("цким", "цкий"), ("цком", "цкий"),
    ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"), ("ыным", "ын"),  # «беседовали с Рощиным»
    ("ова", "ов"), ("ева", "ев"), ("ёва", "ёв"), ("ина", "ин"), ("ына", "ын"),  # «по словам Рощина»
    ("ову", "ов"), ("еву", "ев"), ("ёву", "ёв"), ("ину", "ин"), ("ыну", "ын"),  # «вопрос Рощину»
    ("еем", "ей"), ("аем", "ай"), ("ея", "ей"), ("ая", "ай"), ("ею", "ей"), ("аю", "ай"),  # «слова Абая-Мерея»
    ("ове", "ов"), ("еве", "ев"), ("ёве", "ёв"), ("ине", "ин"), ("ыне", "ын"),  # «о Рощине»
)  # fmt: skip
FEMININE = (
    ("ской", "ская"), ("скую", "ская"), ("цкой", "цкая"), ("цкую", "цкая"),  # «слова Полянской»
    ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"), ("ыной", "ына"),  # «по словам Рощиной»
    ("ову", "ова"), ("еву", "ева"), ("ёву", "ёва"), ("ину", "ина"), ("ыну", "ына"),  # «цитирует Рощину»
)  # fmt: skip
UNCHANGING = ("улы", "ұлы", "оглы", "кызы", "қызы", "гызы", "ко", "ых", "их", "аго", "ово", "швили", "дзе", "ия")


def surname_nominative(word: str, case: str, gender: str) -> str | None:
    """The nominative of a surname that stands in ``case`` (UD); None where its ending tells nothing."""
    if case in ("", "Nom") or word.lower().endswith(UNCHANGING):
        return word
    endings = {"masc": MASCULINE, "femn": FEMININE}.get(gender, ())
    for ending, nominative in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + nominative
    return None


def surname_gender(word: str) -> str:
    """«femn» or «masc» where the nominative of a surname shows it, else empty."""
    if word.endswith(("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")):
        return "femn"
    return "masc" if word.endswith(("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской")) else ""
