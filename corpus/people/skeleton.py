"""Skeleton: what is left of a name's word when the ways to spell it are taken off.

«Бақытжан», «Бахытжан» and «Bakhytzhan» have one, so have «Тоқаев», «Токаев» and «Tokayev». A skeleton alone proves
nothing; a first name's and a surname's together do.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Latin letters as passports, newspapers and the Kazakh Latin alphabet have them; several for one come first.
CLUSTERS = (
    ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("gh", "г"), ("ts", "ц"), ("tz", "ц"), ("ch", "ч"),
    ("sh", "ш"), ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("yo", "е"), ("ou", "у"), ("ph", "ф"), ("ck", "к"), ("x", "кс"),
)  # fmt: skip
LATIN = str.maketrans("abcdefghijklmnopqrstuvwyzäöüūğşñıçéáíóú", "абкдефгхижклмнопкрстувуизаоуугшничеаиоу")
# Kazakh letters as Russian spelling has them («Қайрат» and «Кайрат», «Бақыт» and «Бахыт»), and vowels alike in sound.
ALIKE = str.maketrans("әқғңөұүіһхёэйыщюя", "акгноууиккееиишуа")
SILENT = re.compile("[ьъ'’\u00ad.]")
GLIDE = re.compile("и(?=[аеоу])")  # «Мария» and «Маря», «Tatiana» and «Татьяна»
TWICE = re.compile(r"(.)\1+")  # «Алла» and «Ала», «Дмитрий» and «Дмитри»
LATIN_LETTER = re.compile("[a-z]")
OPENING = ("я", "ю")  # a word keeps them: «Яна» is not «Ана», nor «Ю. Ким» a «Уалихан Ким»


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The skeleton of one word of a name, in small Cyrillic letters; an initial's is one letter."""
    letters = SILENT.sub("", word.casefold())
    if LATIN_LETTER.search(letters):
        letters = _cyrillic(letters)
    plain = letters.replace("дж", "ж").translate(ALIKE)
    found = TWICE.sub(r"\1", GLIDE.sub("", TWICE.sub(r"\1", plain)))
    return letters[0] + found[1:] if letters.startswith(OPENING) else found


def _cyrillic(letters: str) -> str:
    for cluster, cyrillic in CLUSTERS:
        letters = letters.replace(cluster, cyrillic)
    return letters.translate(LATIN)
