"""Border: a place where a sentence may end, and the verdict of the rules on it.

The last rules are those of razdel (``razdel.segmenters.sentenize``), one by one and on its own view of the border;
the house's stand before them and mend what razdel does not know. Running them here, rather than through razdel's
segmenter, keeps the cost linear (it copies the sentence at every mark).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from razdel.rule import JOIN
from razdel.segmenters.punct import CLOSE_QUOTES, ENDINGS
from razdel.segmenters.sentenize import RULES, SentSplitter, initials_left, sokr_left

from corpus.languages.page import PageWords
from corpus.span import Span

_WINDOW = 24  # characters of context on either side of a mark
_BUFFER = 21  # razdel's list rule looks at no more of the sentence so far
_PARTS = SentSplitter(window=_WINDOW)

_LEFT_WORD = re.compile(r"([^\W\d]+)\s*$")
_LEFT_PAIR = re.compile(r"([^\W\d])\s*\.\s*([^\W\d])\s*$")
_LEFT_YEAR = re.compile(r"(?:\d|\b[IVX]+)\s*(?P<unit>[^\W\d]{1,2})\s*$")
_OPENER = re.compile(r"\s*[«„“\"]?(?P<word>[^\W\d]+)(?![.\w])")
_GLUED_MARKS = "«„“\"—–-"
_GLUED_VOICE = re.compile(r"[«„“\"][A-ZА-ЯЁӘҒҚҢӨҰҮІҺ\d]|[—–-]\s+[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ]")
_GLUED_WORD = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮІҺ][а-яёәғқңөұүіһ]")
_MARKED_BEFORE = re.compile(r"[«„“\"]\w+$")
_MARKED_BEHIND = re.compile(r"\w+[»”\"]")
_WORD_BEFORE_GLUE = re.compile(r"[а-яёәғқңөұүіһ]{4}[»”\"]?$")


@dataclass(frozen=True, slots=True)
class Border:
    """A mark that may end a sentence: razdel's view of it, the place behind it, and the language's words."""

    split: Any  # razdel.segmenters.sentenize.SentSplit
    stop: int
    words: PageWords


def borders(text: str, line: Span, words: PageWords) -> Iterator[Border]:
    """Every mark of ``line`` at which a sentence may end, in text order."""
    place = line.start
    for part in _PARTS(line.of(text)):
        if isinstance(part, str):
            place += len(part)
        else:
            place += len(part.delimiter)
            yield Border(part, place, words)


def ends_sentence(border: Border, text: str, start: int) -> bool:
    """Whether the sentence that began at ``start`` ends at ``border``: the first rule that speaks decides."""
    border.split.buffer = text[start : min(start + _BUFFER, border.stop - len(border.split.delimiter))]
    for rule in OWN_RULES:
        if (verdict := rule(border)) is not None:
            return verdict
    return not any(rule(border.split) == JOIN for rule in RULES)


def inside_word(border: Border) -> bool | None:
    """«inform.kz», «12.5», «?!» go on: without a space only a capital letter or an opening mark begins a sentence."""
    following: str = border.split.right[:1]
    if not following or following.isspace() or following.isupper() or following in _GLUED_MARKS:
        return None
    return False


def after_abbreviation(border: Border) -> bool | None:
    """«2024 ж. 5 шілдеде», «д.ю.н. Орлов» go on."""
    if border.split.delimiter != ".":
        return None
    word, pair = _LEFT_WORD.search(border.split.left), _LEFT_PAIR.search(border.split.left)
    if pair and (pair[1].lower(), pair[2].lower()) in border.words.JOINING_PAIRS:
        return False
    return False if word and word[1].lower() in border.words.JOINING else None


def year_before_opener(border: Border) -> bool | None:
    """«…к 2027 г. Об этом…» ends, «…к 2027 г. Астана…» is left to razdel."""
    year = _LEFT_YEAR.search(border.split.left) if border.split.delimiter == "." else None
    opener = _OPENER.match(border.split.right)
    if year and opener and year["unit"] in border.words.YEARS and opener["word"] in border.words.OPENERS:
        return True
    return None


def glued_voice(border: Border) -> bool | None:
    """«…выросла.«Мы рады…» and «…выросла.— А цены?» end, with no space between; «в г.«Семей» does not."""
    ended = border.split.delimiter in ENDINGS or (
        border.split.delimiter in CLOSE_QUOTES and border.split.left_token in tuple(ENDINGS)
    )
    return True if ended and _GLUED_VOICE.match(border.split.right) and not _abbreviated(border) else None


def inside_marked_name(border: Border) -> bool | None:
    """««Степь.Новости» сообщили» goes on: a dot within a name in quotation marks, with no space about it."""
    return False if _MARKED_BEFORE.search(border.split.left) and _MARKED_BEHIND.match(border.split.right) else None


def glued_word(border: Border) -> bool | None:
    """«…выросла.Министр отметил» ends, with the space lost in scraping; «им.Абая», «inform.kz» do not."""
    if border.split.delimiter not in ENDINGS or not _WORD_BEFORE_GLUE.search(border.split.left):
        return None
    return True if _GLUED_WORD.match(border.split.right) and not _abbreviated(border) else None


def semicolon(border: Border) -> bool | None:
    """A semicolon parts clauses, also before a capital letter."""
    return False if border.split.delimiter == ";" else None


def _abbreviated(border: Border) -> bool:
    """razdel's rules take a word on the left for granted: a paragraph may begin with the mark."""
    if not border.split.left_token:
        return False
    return JOIN in (sokr_left(border.split), initials_left(border.split))


OWN_RULES: tuple[Callable[[Border], bool | None], ...] = (
    inside_word,
    after_abbreviation,
    year_before_opener,
    glued_voice,
    inside_marked_name,
    glued_word,
    semicolon,
)
