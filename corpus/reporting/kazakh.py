"""Reported speech in Kazakh: «X-тің айтуынша, …», «X … деп мәлімдеді», «X … екенін айтты», «Бұл туралы X айтты»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.cues.kazakh import account_of, subject_of
from corpus.cues.source import Source
from corpus.languages.speech import kk
from corpus.reporting.report import HUMAN, Report
from corpus.scene import Scene
from corpus.span import Span, trimmed

EDGE = " \t\n\u00a0,.;:!?…—–-«»“”\""
ACCORDING = re.compile(rf"\b{kk.ACCORDING}\b,?")
ABOUT_THIS = re.compile(kk.ABOUT_THIS)
ENDS_REPORTING = re.compile(rf"(?:\b(?:де[пй]\w*|туралы|жөнінде)\s+)?\b{kk.REPORT}\s*[.!]?\s*$")
SAID_THAT = re.compile(rf"[,\s]\s*(?:деп\s+(?:\S+\s+){{0,3}}?{kk.REPORT}|дейді|деді)\b")
# What is reported stands in the accusative of a participle: «екенін айтты», «ашылғанын хабарлады».
ACCUSATIVE = re.compile(
    r"(?:н|ны|ні|ды|ді|ты|ті|[ғгқк][ае]н[ыі]н[ае]|[ае]т[ыі]н[ыі]н[ае])(?:\s+д[ае])?(?:\s+ерекше)?$"
)
FEWEST = 3


def reports_in(scene: Scene, sentence: Span, previous: Span | None) -> list[Report]:
    """The reports of a sentence; those of «Бұл туралы …» are the sentence before it."""
    for rule in RULES:
        reports = [r for r in rule(scene, sentence, previous) if r.source.how in HUMAN and _long_enough(scene, r.span)]
        if reports:
            return reports
    return []


def _long_enough(scene: Scene, span: Span) -> bool:
    return sum(1 for token in scene.tokens_in(span) if token.is_word) >= FEWEST


def about_this(scene: Scene, sentence: Span, previous: Span | None) -> Iterator[Report]:
    """«Бұл туралы X мәлім етті»: what was said is the sentence before."""
    words = sentence.of(scene.text)
    if previous is None or not ABOUT_THIS.match(words) or not re.search(kk.REPORT, words):
        return
    source = subject_of(scene, sentence)
    if source is not None:
        yield Report(trimmed(previous, scene.text, EDGE), source, sentence.start, "бұл туралы")


def according_to(scene: Scene, sentence: Span, previous: Span | None) -> Iterator[Report]:
    """«X-тің айтуынша, …»; of «…, X-тің айтуынша, …» the whole sentence."""
    found = ACCORDING.search(sentence.of(scene.text))
    source = account_of(scene, Span(sentence.start, sentence.start + found.start())) if found else None
    if found and source is not None:
        inserted = "," in sentence.of(scene.text)[: found.start()]
        start = sentence.start if inserted else sentence.start + found.end()
        yield _report(scene, Span(start, sentence.stop), source, sentence.start, "айтуынша")


def said_that(scene: Scene, sentence: Span, previous: Span | None) -> Iterator[Report]:
    """«X … деп мәлімдеді», «…, дейді X»."""
    words = sentence.of(scene.text)
    found = list(SAID_THAT.finditer(words))
    if not found:
        return
    verb = Span(sentence.start + found[-1].start(), sentence.start + found[-1].end())
    lead = Span(sentence.start, verb.start)
    behind = subject_of(scene, Span(verb.stop, sentence.stop))
    if len(words) - found[-1].end() > 3:  # whoever stands behind the verb is its subject: a person or an outlet
        if behind is not None:
            yield _report(scene, lead, behind, verb.start, "дейді X")
        return
    source = subject_of(scene, lead)
    if source is not None and source.span.start - sentence.start < len(lead) // 2 + 1:
        yield _report(scene, Span(_after(scene, source, lead), verb.start), source, verb.start, "деп мәлімдеді")


def object_of_verb(scene: Scene, sentence: Span, previous: Span | None) -> Iterator[Report]:
    """«X … екенін айтты»: the verb of speech ends the sentence, what it reports stands before it in the accusative."""
    words = sentence.of(scene.text)
    found = ENDS_REPORTING.search(words)
    before = words[: found.start()].rstrip() if found else ""
    if not found or not ACCUSATIVE.search(before):
        return
    lead = Span(sentence.start, sentence.start + len(before))
    source = subject_of(scene, lead)
    if source is not None:
        yield _report(scene, Span(_after(scene, source, lead), lead.stop), source, lead.stop, "екенін айтты")


def _after(scene: Scene, source: Source, lead: Span) -> int:
    """Where the report begins: behind its subject, if that opens the sentence."""
    return source.span.stop if source.span.stop < lead.stop and source.span.start >= lead.start else lead.start


def _report(scene: Scene, span: Span, source: Source, place: int, rule: str) -> Report:
    return Report(trimmed(span, scene.text, EDGE), source, place, rule)


RULES: tuple[Callable[[Scene, Span, Span | None], Iterator[Report]], ...] = (
    about_this,
    according_to,
    said_that,
    object_of_verb,
)
