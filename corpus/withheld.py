"""Withheld: a post that cannot be one as it was cut from the text is not shown: none is better than a broken one."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.languages.speech import ru
from corpus.quotation import Quotation

_OPENED, _CLOSED = "«„“‹", "»”›"
_STRAIGHT = "\""
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{3,}\s*[.!?]\s")
_LETTER = re.compile(r"[^\W\d_]")


def without_broken_post(quotation: Quotation) -> Quotation:
    role = quotation.speaker.role
    if role is None or is_post(role):
        return quotation
    return replace(quotation, speaker=replace(quotation.speaker, role=None))


def is_post(words: str) -> bool:
    """Whether ``words`` may stand as somebody's post: with letters, their marks in pairs, within one sentence, and not
    opened by a word that leads to something else («в сообщении», «что …»)."""
    first = words.split(maxsplit=1)[0].lower() if words.strip() else ""
    return (
        _LETTER.search(words) is not None
        and _are_paired(words)
        and _ENDS_SENTENCE.search(words) is None
        and first not in ru.NO_POST
    )


def _are_paired(words: str) -> bool:
    opened, closed = (sum(words.count(mark) for mark in marks) for marks in (_OPENED, _CLOSED))
    return opened == closed and words.count(_STRAIGHT) % 2 == 0
