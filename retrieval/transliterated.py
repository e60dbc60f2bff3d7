"""Transliterated: Latin letters as Cyrillic ones."""

from __future__ import annotations

import re


def transliterated(text: str, table: dict[str, str]) -> str:
    """Latin letters of ``text`` as Cyrillic ones, the longest entries of ``table`` first."""
    pattern = "|".join(re.escape(entry) for entry in sorted(table, key=len, reverse=True))
    return re.sub(pattern, lambda match: table[match.group()], text)
