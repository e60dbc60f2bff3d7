"""Datelines: «АСТАНА. ҚазАқпарат –», «МОСКВА, 1 авг — РИА Новости.», «БИШКЕК /Степь/», «(Рейтер) —»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.languages.page import ALL_PAGE_WORDS
from corpus.outlets.names import DOMAIN, NOUN, UPPER, is_body, is_listed, one_name
from corpus.outlets.outlet import Outlet, Printed
from corpus.span import Span

_CAPITALS = rf"[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{2,}}){{0,2}}"
_PLACE = rf"(?:{_CAPITALS}|[{UPPER}][\w-]{{1,40}}(?:[ -][{UPPER}][\w-]{{1,40}})?)"
_MONTH = "|".join(sorted((month for words in ALL_PAGE_WORDS for month in words.MONTHS), key=len, reverse=True))
_DAY = rf"(?:\d{{1,2}}\s+(?:{_MONTH})(?!\w)\.?(?:,?\s+\d{{4}}(?:\s*г\.?|\s+года)?)?|\d{{1,2}}\.\d{{2}}(?:\.\d{{2,4}})?)"
_CLOCK = r"(?:,?\s+\d{1,2}:\d\d)?"
_DATED = rf"(?:[.,]?\s+{_DAY}{_CLOCK})"
_PART = rf"(?:{DOMAIN}|[{UPPER}][\w-]{{0,40}})"
_MARKED = rf"(?:{NOUN}) [«\"](?P<agency>[{UPPER}][^»\"\n]{{1,50}})[»\"]"
_AGENCY = rf"(?:(?:{NOUN}) )?[«\"]?(?P<agency>{_PART}(?: {_PART}){{0,2}})[»\"]?"
_DASH = r"\s*[–—―-]+\s"
_REPORTER = rf"(?:,\s+{_PART} {_PART}|\s*/[^/\n]{{2,40}}/)?"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of dateline; its pattern ends where the story begins. ``plain`` forms need a name known to be the
    press's, in ``marked`` ones it stands between marks, the others tell it by themselves."""

    pattern: re.Pattern[str]
    plain: bool = False
    marked: bool = False


FORMS: tuple[Form, ...] = (
    # БИШКЕК, 5 августа /Степь/.
    Form(re.compile(rf"{_PLACE}{_DATED}?[.,]?\s*/{_AGENCY}/(?:{_DASH}|\.\s)")),
    # БИШКЕК (Степь) —, (Степь) —
    Form(re.compile(rf"(?:{_PLACE}{_DATED}?[.,]?\s*)?\({_AGENCY}\)\.?{_DASH}")),
    # МОСКВА, 1 авг — Степь, Игорь Орлов. · Москва. 1 августа. Степь —
    Form(re.compile(rf"{_PLACE}{_DATED}[.,]?(?:{_DASH}|\s+){_AGENCY}{_REPORTER}(?:{_DASH}|\.\s)")),
    # АСТАНА, 1 августа — Агентство «Синяя степь».
    Form(re.compile(rf"{_PLACE}[.,]?{_DATED}?[.,]?(?:{_DASH}|\s+){_MARKED}{_REPORTER}(?:{_DASH}|\.\s)"), marked=True),
    # АСТАНА. Степь /Айжан Сейітова/ –
    Form(re.compile(rf"{_CAPITALS}[.,]\s+{_AGENCY}{_REPORTER}{_DASH}")),
    # Астана. ҚазАқпарат –
    Form(re.compile(rf"{_PLACE}[.,]\s+{_AGENCY}{_REPORTER}{_DASH}"), plain=True),
    # ТАСС, 1 августа.
    Form(re.compile(rf"{_AGENCY}{_DATED}(?:{_DASH}|[./]\s)"), plain=True),
)
_FIRST = 8  # lines among which a dateline opens the story
_INLINE = 500  # characters of a flattened article in which the dateline follows its headline
_INLINE_PLACE = re.compile(rf"(?<=\s){_CAPITALS}(?=[.,(/ ])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words from the place to the dash, and the agency in them."""

    span: Span
    outlet: Outlet


def find_dateline(text: str, lines: Sequence[Span]) -> Dateline | None:
    """The dateline with which one of the first lines begins, or, in a flattened article, that follows its headline."""
    starts = [line.start for line in lines[:_FIRST]]
    if len(lines) == 1:
        end = min(lines[0].stop, lines[0].start + _INLINE)
        starts += [match.start() for match in _INLINE_PLACE.finditer(text, lines[0].start, end)]
    return next((found for start in starts for form in FORMS if (found := _dateline(text, start, form))), None)


def dateline(page: Printed) -> Iterator[Outlet | None]:
    """The agency in the dateline."""
    found = find_dateline(page.text, page.lines)
    yield found.outlet if found else None


def _dateline(text: str, start: int, form: Form) -> Dateline | None:
    match = form.pattern.match(text, start)
    name = "" if match is None else match["agency"] if form.marked else one_name(match["agency"])
    if match is None or not name or is_body(name) or (form.plain and not is_listed(name)):
        return None
    place = match.start("agency")
    return Dateline(Span(start, match.end()), Outlet(name, "dateline", Span(place, place + len(name))))
