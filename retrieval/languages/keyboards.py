"""Keyboards: which letter stands on which key, row by row, for words typed with another layout switched on."""

from __future__ import annotations

LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
# The Kazakh layout is the Russian one with Kazakh letters on the row of digits.
DIGITS = "2345890-="
KAZAKH = "әіңғүұқөһ"
