"""Choice of phrases: the interface's language by the user's language code."""

from __future__ import annotations

from collections.abc import Mapping

from bot.phrases.en import EN
from bot.phrases.kk import KK
from bot.phrases.phrases import Phrases
from bot.phrases.ru import RU

PHRASES: Mapping[str, Phrases] = {"ru": RU, "kk": KK, "en": EN}


def phrases_for(language_code: str | None) -> Phrases:
    """``language_code`` is an IETF tag such as "ru" or "kk-KZ"; English for any other, and for none."""
    return PHRASES.get((language_code or "").lower().partition("-")[0], EN)
