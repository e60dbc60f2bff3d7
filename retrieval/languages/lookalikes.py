"""Letters of the two scripts that look alike, so that one is typed, or copied, in a word of the other."""

from __future__ import annotations

LATIN = "ABCEHKMOPTXYIƏaceopxyikhə"
CYRILLIC = "АВСЕНКМОРТХУІӘасеорхуікһә"
