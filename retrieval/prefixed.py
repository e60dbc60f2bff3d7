"""Prefixed: words with a prefix that is written in several ways, as the dictionary writes them, or else as two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from retrieval import kazakh, russian
from retrieval.languages.prefixes import PREFIXES

_HEAD = 3  # letters that tell most words from those with a prefix
_HEADS = frozenset(prefix[:_HEAD] for prefix in PREFIXES)
_SHORTEST = 4  # letters of a word that a prefix may be taken off
_BETWEEN = "- \u00a0\u2010\u2011"


def prefixed(forms: list[str], text: str) -> list[str]:
    """``forms``, which follow each other in ``text``: «видео-камера» as one, «экспремьер» as two."""
    made: list[str] = []
    last = 0
    for place in [place for place, form in enumerate(forms) if form[:_HEAD] in _HEADS]:
        written = _as_one(forms[place : place + 2], text) or _parts(forms[place])
        if place >= last and written != (forms[place],):
            made += [*forms[last:place], *written]
            last = place + (2 if len(written) == 1 else 1)
    return [*made, *forms[last:]] if made else forms


def _as_one(forms: Sequence[str], text: str) -> tuple[str] | None:
    """A prefix and the word behind it, where the dictionary writes them together and nothing stands between."""
    if len(forms) < 2 or forms[0] not in PREFIXES or not _is_known("".join(forms)):
        return None
    return ("".join(forms),) if any(sign.join(forms) in text for sign in _BETWEEN) else None


@lru_cache(maxsize=1 << 14)
def _parts(form: str) -> tuple[str, ...]:
    if _is_known(form):
        return (form,)
    rests = (form.removeprefix(prefix) for prefix in PREFIXES if form.startswith(prefix))
    rest = next((rest for rest in rests if len(rest) >= _SHORTEST and _is_known(rest)), "")
    return (form.removesuffix(rest), rest) if rest else (form,)


@lru_cache(maxsize=1 << 14)
def _is_known(form: str) -> bool:
    return russian.is_known(form) or russian.is_known(kazakh.stem(form))
