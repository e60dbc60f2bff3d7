"""The language of a text, "ru" or "kk", guessed by letters and function words."""

from __future__ import annotations

import re

from corpus.languages.page import page_words

_WORD = re.compile(r"[^\W\d_]+")
_KAZAKH_LETTER = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)


def guess_language(text: str) -> str:
    """"kk" where words that only Kazakh has outnumber Russian function words, else "ru"."""
    words = [word.lower() for word in _WORD.findall(text)]
    kazakh = sum(1 for word in words if _is_kazakh(word))
    russian = sum(1 for word in words if word in page_words("ru").FUNCTION_WORDS)
    return "kk" if kazakh > russian else "ru"


def _is_kazakh(word: str) -> bool:
    return bool(_KAZAKH_LETTER.search(word)) or word in page_words("kk").FUNCTION_WORDS
