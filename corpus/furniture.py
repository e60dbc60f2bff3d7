"""LeftOut: the lines around an article that are no article text, each with the rule that spoke.

Nothing is cut from the text: what is left out is a span of it. A rule looks at one short line; an article's own
paragraphs are longer than that, or read as none of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from corpus.bylines import byline
from corpus.dates import date_line
from corpus.languages.page import ALL_PAGE_WORDS
from corpus.span import Span

_LONGEST = 250  # characters of a line of furniture
_LONGEST_LABELLED = 160
_LONGEST_BANNER = 90
_NETWORKS = (
    r"facebook|twitter|x|vk|ok|telegram|whatsapp|viber|instagram|youtube|tiktok|rss|e-?mail|print|pinterest|dzen"
)
LANGUAGE_NAMES = (
    r"қазақша|қаз|qazaqşa|qazaqsha|qazaq|қазақ|русский|рус|english|eng|en|ru|kz|kk|qz|قازاقشا|中文|türkçe|o['ʻ]zbek|кыргызча"
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A span that is no article text, and the name of the rule that says so."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, with the page's text and the line after it."""

    text: str
    span: Span
    following: Span | None = None

    @property
    def words(self) -> str:
        return self.span.of(self.text)


def furniture(text: str, spans: Sequence[Span]) -> tuple[LeftOut, ...]:
    """What is page furniture among the lines ``spans`` of ``text``, in text order."""
    lines = [Line(text, span, following) for span, following in zip_longest(spans, spans[1:])]
    named = [rule_of(line) for line in lines]
    tail = _tail(lines, named)
    found = [
        LeftOut(line.span, rule or "after_the_end")
        for place, (line, rule) in enumerate(zip(lines, named, strict=True))
        if rule or place >= tail
    ]
    return _with_names(text, lines, found)


def rule_of(line: Line) -> str | None:
    """The name of the first rule by which ``line`` is furniture."""
    if len(line.span) > _LONGEST:
        return None
    return next((rule.__name__ for rule in RULES if rule(line)), None)


def photo_credit(line: Line) -> bool:
    """«© Фото: пресс-служба», «Сурет: Айжан Сейітова», «© Агентство / Имя Фамилия»."""
    if len(line.words) > _LONGEST_LABELLED:
        return False
    return bool(_PHOTO.fullmatch(line.words) or _COPYRIGHT.fullmatch(line.words))


def view_counter(line: Line) -> bool:
    """«13 просмотров», «Қаралды: 13», «5 часов назад», «18+», a number alone."""
    return bool(_COUNTER.fullmatch(line.words) or _NUMBER.fullmatch(line.words))


def section_name(line: Line) -> bool:
    """«Видео», «реклама», «Главная / Экономика»."""
    return bool(_SECTION.fullmatch(line.words))


def byline_line(line: Line) -> bool:
    """«Автор: Ирина Орлова», «Написала» with the name on the next line."""
    return byline(line.text, line.span, line.following) is not None


def source_line(line: Line) -> bool:
    """«Источник: Журнал «Степной курьер»»."""
    return len(line.span) <= _LONGEST_LABELLED and bool(_SOURCE.match(line.words))


def read_also(line: Line) -> bool:
    """«Читайте также: …»."""
    return bool(_READ_ALSO.match(line.words))


def appeal(line: Line) -> bool:
    """«Подписывайтесь на …», «Қате таптыңыз ба?»."""
    return bool(APPEAL.match(line.words))


def sharing(line: Line) -> bool:
    """«Поделиться», «Facebook Twitter Telegram»."""
    return bool(_SHARING.fullmatch(line.words))


def language_switcher(line: Line) -> bool:
    """«ҚазРусEng», «KZ | RU | EN»."""
    return bool(_SWITCHER.fullmatch(line.words))


def date_alone(line: Line) -> bool:
    """«7 мая 2031, 10:15»."""
    return date_line(line.text, line.span) is not None


def address(line: Line) -> bool:
    """A web or mail address or a telephone number alone."""
    return bool(_ADDRESS.fullmatch(line.words))


def tags(line: Line) -> bool:
    """«#порт #весна», «Теги: порт, весна»."""
    return bool(_HASHTAGS.fullmatch(line.words) or TAGS.match(line.words))


def notice(line: Line) -> bool:
    """Cookies, rights, registration."""
    return bool(_NOTICE.fullmatch(line.words))


def picture_markup(line: Line) -> bool:
    """«left|Порт весной», «![порт](порт.jpg)»."""
    return bool(_PICTURE.fullmatch(line.words))


def ornament(line: Line) -> bool:
    """«***», «———»: no letter and no digit."""
    return not any(char.isalnum() for char in line.words)


RULES: tuple[Callable[[Line], bool], ...] = (
    photo_credit,
    view_counter,
    section_name,
    byline_line,
    source_line,
    read_also,
    appeal,
    sharing,
    language_switcher,
    date_alone,
    address,
    tags,
    notice,
    picture_markup,
    ornament,
)

# Behind one of these the page goes on without the article.
ENDING_RULES = frozenset({"view_counter", "section_name", "sharing", "language_switcher", "notice", "appeal", "tags"})


def _tail(lines: Sequence[Line], named: Sequence[str | None]) -> int:
    """The place of the first line after the article's end: behind it, only furniture and banners follow."""
    start = len(lines)
    while start and (named[start - 1] or _is_banner(lines[start - 1])):
        start -= 1
    return next((place for place in range(start, len(lines)) if named[place] in ENDING_RULES), len(lines))


def _is_banner(line: Line) -> bool:
    """A short line that is no sentence."""
    return len(line.span) <= _LONGEST_BANNER and line.words[-1] not in ".!?…»\"”" and line.words[0] not in "«\"“„—–-"


def _with_names(text: str, lines: Sequence[Line], found: Sequence[LeftOut]) -> tuple[LeftOut, ...]:
    """``found`` with the names that stand on a line of their own under a bare byline."""
    by_label = {line.span: byline(text, line.span, line.following) for line in lines if byline_line(line)}
    names = [
        LeftOut(line.following, "byline_line")
        for line in lines
        if line.following and (named := by_label.get(line.span)) and named.span.stop == line.following.stop
    ]
    known = {left.span for left in found}
    return tuple(sorted([*found, *(name for name in names if name.span not in known)], key=lambda left: left.span))


def _any(patterns: Callable[..., tuple[str, ...]]) -> str:
    return "|".join(f"(?:{pattern})" for words in ALL_PAGE_WORDS for pattern in patterns(words))


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


_SIGNS = r"[^\w—–-]{0,3}"  # a dash would begin somebody's words
_AFTER_LABEL = r"\s*(?:[:/|]|\s[—–-])\s*\S"
_PHOTO = _pattern(rf"\(?(?:©\s*)?(?:{_any(lambda words: words.PHOTO_LABELS)})(?:{_AFTER_LABEL}.*|\s*©.*)?\)?\.?")
_COPYRIGHT = _pattern(r"(?:©|\(c\)|copyright)\s*.*")
_COUNTER = _pattern(rf"\W*(?:{_any(lambda words: words.COUNTERS)})\W*")
_NUMBER = _pattern(r"(?:\W*\d[\d\s.,]{0,11}[kкм]?|\d{1,2}\+)")
_SECTION = _pattern(rf"{_SIGNS}(?:{_any(lambda words: words.SECTIONS)})[:»>…\s]{{0,3}}")
_SOURCE = _pattern(rf"(?:{_any(lambda words: words.SOURCE_LABELS)}){_AFTER_LABEL}")
_READ_ALSO = _pattern(rf"{_SIGNS}(?:{_any(lambda words: words.READ_ALSO)})")
APPEAL = _pattern(rf"{_SIGNS}(?:{_any(lambda words: words.APPEALS)})")
_SHARING = _pattern(rf"(?:\W*(?:{_any(lambda words: words.SHARING)}|\b(?:{_NETWORKS})\b))+\W*")
_SWITCHER = _pattern(rf"(?:\W*(?:{LANGUAGE_NAMES}))+\W*")
_ADDRESS = _pattern(r"(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[\w-]+\.(?:kz|ru|com|org|net|info)(?:/\S*)?"
                    r"|(?:тел\.?\s*:?\s*)?\+?[\d(][\d\s()-]{6,20})")
_HASHTAGS = _pattern(r"(?:#[\w-]+[\s,;]*)+")
TAGS = _pattern(rf"(?:{_any(lambda words: words.TAG_LABELS)})\s*:")
_NOTICE = _pattern(_any(lambda words: words.NOTICES))
_PICTURE = _pattern(r"(?:(?:left|right|center|thumb|мини|слева|справа)\|.*|!\[.*\]\(.*\))")
