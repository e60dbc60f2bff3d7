"""Outlets credited in a sentence: «сообщает «Степь»», «деп хабарлайды Dala тілшісі», «рассказал «Степи»»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.languages.press import KK, RU, any_of
from corpus.outlets.evidence import credited
from corpus.outlets.names import NAME, NOUN, is_listed, name_of, nominative
from corpus.outlets.outlet import Outlet, Printed, matches

_OPENING = 4  # lines
_LOWER = "а-яёәғқңөұүіһ"
_SP = r"[ \u00a0]+"  # words of one line
_ADJECTIVES = r"(?:[А-Яа-яё-]+(?:ого|ому|ой|ий|ый|ое|ая|ей|ему|им|ым|ом|ую) ){0,3}"
_GAP = rf"(?:{_SP}(?:{any_of(*RU.CREDIT_GAPS)}))*"
_TITLED = rf"{_ADJECTIVES}(?:(?P<noun>{NOUN}){_SP})?"
_VERB = any_of(*RU.CREDIT_VERBS)
_WHO = any_of(*RU.CORRESPONDENTS)
_KK_NOUN = rf"(?P<noun>(?:[{_LOWER}]+ )?(?:{any_of(*KK.OUTLET_NOUNS)}))(?![{_LOWER}])"
_KK_WHO = rf"(?:{any_of(*KK.CORRESPONDENTS)})(?![{_LOWER}])"
_KK_END = r"(?=[ \u00a0]*(?:[.,;:)»\n–—]|$))"

_CORRESPONDENT = re.compile(rf"\b(?:{_WHO}){_SP}{_TITLED}{NAME}")
_KK_CORRESPONDENT = re.compile(rf"{NAME}(?:{_SP}[\w-]{{1,40}}){{0,3}}?{_SP}{_KK_WHO}")
_CREDIT = re.compile(rf"\b(?:{_VERB}){_GAP}{_SP}{_TITLED}{NAME}")
_KK_CREDIT = re.compile(rf"\b(?:{any_of(*KK.CREDIT_VERBS)}){_SP}{NAME}(?:{_SP}{_KK_NOUN}|{_KK_END})")
_KK_VERB_LAST = re.compile(
    rf"\b(?:деп|туралы|жайлы|жөнінде),?{_SP}{NAME}(?:{_SP}{_KK_NOUN})?{_SP}(?:хабарла|жаз|жеткіз)[{_LOWER}]+"
)
_KK_REPORT = re.compile(rf"{NAME}(?:-?[нтд][ыі]ң)?(?:{_SP}{_KK_NOUN})?{_SP}(?:{any_of(*KK.REPORTS)})")
_SUBJECT = re.compile(rf"\b(?P<noun>{NOUN}){_SP}{NAME}{_SP}(?:сообщает|переда[её]т|пишет|информирует)\b")
_TALK = re.compile(rf"\b(?:{any_of(*RU.TALKS)}){_SP}{_TITLED}{NAME}")
_KK_TALK = re.compile(rf"{NAME}(?:-?[{_LOWER}]{{2,3}})?(?:{_SP}{_KK_NOUN})?{_SP}(?:{any_of(*KK.TALKS)})")
_TOLD = re.compile(rf"\b(?:{any_of(*RU.TOLD)}){_SP}(?:он{_SP}|она{_SP}|(?:[А-ЯЁ][а-яё]+{_SP}){{0,2}}){_TITLED}{NAME}")
_KK_TOLD = re.compile(rf"{NAME}{_SP}{_KK_NOUN}(?:{_SP}(?:{any_of(*KK.TOLD)})|[ \u00a0]*[.,])")
_TOOK = re.compile(
    rf"(?:\b(?P<noun>{NOUN}){_SP})?{NAME}{_SP}(?:взял|пров[её]л|записал)(?:а|о|и)?{_SP}(?:[а-яё]+{_SP})?интервью"
)
_REPORT = re.compile(rf"\b(?:{any_of(*RU.REPORTS)}){_SP}{_TITLED}{NAME}")


def correspondent(page: Printed) -> Iterator[Outlet | None]:
    """«передаёт корреспондент «Степи»», «деп хабарлады Dala тілшісі»: it is the outlet's own."""
    for pattern in (_CORRESPONDENT, _KK_CORRESPONDENT):
        for match in matches(pattern, page):
            yield credited(match, "correspondent", page.text, trusted=match["marked"] is not None)


def credit(page: Printed) -> Iterator[Outlet | None]:
    """«сообщает «Степь»», «деп хабарлайды Dala»."""
    for match in matches(_CREDIT, page):
        if match["noun"] or _is_subject(match, page.text):
            yield credited(match, "credit", page.text)
    for pattern in (_KK_CREDIT, _KK_VERB_LAST, _KK_REPORT):
        yield from (credited(match, "credit", page.text) for match in matches(pattern, page))


def _is_subject(match: re.Match[str], text: str) -> bool:
    """«сообщил «Спартак»», not «передал «Спартаку»»."""
    name = name_of(match)
    return name is not None and nominative(name, text) == name.words


def interviewer(page: Printed) -> Iterator[Outlet | None]:
    """«в интервью газете «Степь»», «Издание Dala взяло интервью», «Dala газетіне берген сұхбатында»."""
    end = _opening(page)
    for pattern in (_TALK, _TOOK, _KK_TALK):
        yield from (credited(match, "interviewer", page.text) for match in matches(pattern, page, end))


def _opening(page: Printed) -> int:
    """Where the opening of a story ends: an interview that is named later gave it one statement and no more."""
    return max(len(page.text) // 3, page.lines[min(_OPENING, len(page.lines)) - 1].stop if page.lines else 0)


def told(page: Printed) -> Iterator[Outlet | None]:
    """«рассказал «Степи» Игорь Орлов»: the outlet stands in the dative or beside its noun."""
    for match in matches(_TOLD, page):
        name = name_of(match)
        if name and (match["noun"] or is_listed(name.words) or nominative(name, page.text) != name.words):
            yield credited(match, "told", page.text)
    yield from (credited(match, "told", page.text) for match in matches(_KK_TOLD, page))


def subject(page: Printed) -> Iterator[Outlet | None]:
    """«Агентство «Степь» сообщает, что …», in the present: in the past it is another's story that is told."""
    yield from (credited(match, "subject", page.text) for match in matches(_SUBJECT, page))


def report(page: Printed) -> Iterator[Outlet | None]:
    """«со ссылкой на газету «Степь»», «по сообщению агентства «Степь»»."""
    for match in matches(_REPORT, page):
        name = name_of(match)
        if name and (match["noun"] or is_listed(nominative(name, page.text))):
            yield credited(match, "report", page.text)
