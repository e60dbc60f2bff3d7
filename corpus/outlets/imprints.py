"""Outlets that the page names beside the story: source line, masthead, title, turn labels, signature, copyright."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from corpus.languages.page import ALL_PAGE_WORDS
from corpus.languages.press import any_of
from corpus.outlets.evidence import PRESS_NEAR, credited
from corpus.outlets.names import DOMAIN, NAME, NOUN, PRESS_WORD, UPPER, is_body, is_listed
from corpus.outlets.outlet import Outlet, Printed, matches
from corpus.span import Span

_LABELS = any_of(*(label for words in ALL_PAGE_WORDS for label in words.SOURCE_LABELS))
_SOURCE_NAME = rf"(?:(?P<noun>{NOUN})\s+)?(?:https?://(?:www\.)?(?P<site>[\w.-]+)|{NAME})"
_SOURCE = re.compile(rf"(?i:{_LABELS})\s*[:–—-]?\s*(?:(?i:сайт)\s+)?{_SOURCE_NAME}")
_SOURCE_END = re.compile(rf"[.!?…»\"]\s+(?i:{_LABELS}):\s*{_SOURCE_NAME}[^.!?:]*$")
_TITLE_END = re.compile(rf"\s[|–—-]\s(?P<name>[{UPPER}][^|–—\n.,:;!?]{{2,40}}|{DOMAIN})$")
_BAR_END = re.compile(rf"[^|\n]{{15,}}\s\|\s(?P<name>[{UPPER}][^|\n]{{1,40}}|{DOMAIN})$")
_FLAT_TITLE = re.compile(rf"\s[|–—-]\s(?P<name>(?:[{UPPER}][\w-]{{0,40}}\s){{0,2}}[\w-]{{1,40}})(?=\s[{UPPER}«\"])")
_TURN = re.compile(rf"(?P<label>[{UPPER}][^:\n.!?]{{1,40}}):\s")
_SIGNATURE = re.compile(rf"(?:[.!?…»\"]\s+)(?P<name>{DOMAIN}|[{UPPER}][\w-]{{1,40}})\.?$")
_YEARS = r"(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)\d\d)?"
_COPYRIGHT = re.compile(rf"(?:©|\([cC]\)|[Cc]opyright)\s*{_YEARS},?\s+(?:(?P<noun>{NOUN})\s+)?{NAME}")
_LONGEST_SOURCE = 160  # characters of a source line
_HEAD = 6  # lines among which a masthead stands
_BEFORE = 40  # characters in front of a mention that confirms it
_LONGEST = 40  # characters of a masthead
_ACRONYM = 4  # characters of a name that is written in capitals anywhere
_FLAT_HEAD = 400  # characters of a flattened article in which its title ends


def source_line(page: Printed) -> Iterator[Outlet | None]:
    """«Источник: Журнал «Степь»»."""
    for line in reversed(page.lines):
        match = _SOURCE.match(page.text, line.start, line.stop) if len(line) < _LONGEST_SOURCE else None
        match = match or _SOURCE_END.search(page.text, max(line.start, line.stop - _LONGEST_SOURCE), line.stop)
        if match and match["site"]:
            yield Outlet(match["site"], "source_line", Span(*match.span("site")))
        elif match:
            yield credited(match, "source_line", page.text, trusted=True)


def masthead(page: Printed) -> Iterator[Outlet | None]:
    """A short line above the headline that the text calls its outlet elsewhere, or that says so itself."""
    for place, line in enumerate(takewhile(lambda line: not _is_sentence(line, page), page.lines[:_HEAD])):
        words = line.of(page.text)
        if _is_name(words) and (_confirmed(line, page) or (not place and _heads(words, page))):
            yield Outlet(words, "masthead", line)


def title_end(page: Printed) -> Iterator[Outlet | None]:
    """«Порт готовят к весне - Степная газета», «… | Степь» behind the headline."""
    for line in page.lines[:_HEAD]:
        if len(line) <= 250:
            yield _ended(_BAR_END.fullmatch(page.text, line.start, line.stop), certain=True)
            yield _ended(_TITLE_END.search(page.text, line.start, line.stop))
        elif len(page.lines) == 1:
            yield _ended(_FLAT_TITLE.search(page.text, line.start, line.start + _FLAT_HEAD))


def turn_label(page: Printed) -> Iterator[Outlet | None]:
    """«Голос степи: …» before the questions of an interview."""
    turns = [match for line in page.lines if (match := _TURN.match(page.text, line.start, line.stop))]
    often = Counter(match["label"] for match in turns)
    for match in turns:
        if often[match["label"]] > 1 and is_listed(match["label"]) and not is_body(match["label"]):
            yield Outlet(_as_written(match["label"], page.text), "turn_label", Span(*match.span("label")))


def signature(page: Printed) -> Iterator[Outlet | None]:
    """«…, – деді ол. Dala.kz»: an agency's name as the last word."""
    if page.lines:
        last = page.lines[-1]
        match = _SIGNATURE.search(page.text, max(last.start, last.stop - 60), last.stop)
        if match and is_listed(match["name"]):
            yield Outlet(match["name"], "signature", Span(*match.span("name")))


def copyright_line(page: Printed) -> Iterator[Outlet | None]:
    """«© 2031 Степь»."""
    yield from (credited(match, "copyright_line", page.text, trusted=True) for match in matches(_COPYRIGHT, page))


def _as_written(label: str, text: str) -> str:
    """A label without its marks; one in capitals as the text writes it elsewhere, else as a title."""
    marked = re.search(r"[«\"„“]([^»\"”“]+)[»\"”“]", label)
    words = marked[1] if marked else label
    if not words.isupper() or len(words) <= _ACRONYM:
        return words
    elsewhere = (match[0] for match in re.finditer(re.escape(words), text, re.IGNORECASE) if not match[0].isupper())
    return next(elsewhere, words.capitalize())


def _is_name(words: str) -> bool:
    shape = rf"{DOMAIN}|[{UPPER}][^.!?:…\"»|]*"
    return len(words) <= _LONGEST and bool(re.fullmatch(shape, words)) and not is_body(words)


def _ended(match: re.Match[str] | None, certain: bool = False) -> Outlet | None:
    if match is None or not (certain or PRESS_WORD.search(match["name"]) or is_listed(match["name"])):
        return None
    return Outlet(match["name"].strip(), "title_end", Span(*match.span("name")))


def _is_sentence(line: Span, page: Printed) -> bool:
    return page.text[line.stop - 1] in ".!?…" and " " in line.of(page.text)


def _confirmed(line: Span, page: Printed) -> bool:
    """Whether the text says the words of ``line`` again, in any case, behind a word of the press."""
    words = line.of(page.text)
    if re.fullmatch(DOMAIN, words):
        return True
    stems = [re.escape(word[: max(3, len(word) - 2)]) + r"\w{0,4}" for word in words.split()]
    again = re.compile(r"[«\"„“]?" + r"\s+".join(stems) + r"[»\"”“]?")
    later = again.finditer(page.text, line.stop)
    return any(PRESS_NEAR.search(page.text, max(0, match.start() - _BEFORE), match.start()) for match in later)


def _heads(words: str, page: Printed) -> bool:
    """Whether the first line is a name of the press over a headline."""
    if len(page.lines) < 3 or not (PRESS_WORD.search(words) or is_listed(words)) or len(words.split()) > 3:
        return False
    return page.lines[1].of(page.text)[-1] not in ".…:" and len(page.lines[1]) < 200
