"""Speech of an article in text order: quoted, unmarked and reported, each credited with what came before in view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.marks import Quoted, quoted_in
from corpus.quotation import Kind, Quotation
from corpus.quotations.headlines import given_headline
from corpus.quotations.rules import RULES, Before, Finding
from corpus.quotations.setting import Setting, may_be_speech, settings_of, words_in
from corpus.quotations.unmarked import Unmarked, attributed_end, find_unmarked
from corpus.reporting.find import find_reports
from corpus.reporting.report import Report
from corpus.scene import Scene
from corpus.span import Span, trimmed
from corpus.speakers import Spoken, Stage, credit
from corpus.stretches import Stretches, stretches

EDGE = " \t\n\u00a0,"
MOSTLY = 0.6  # of a reported clause: a quotation that fills so much of it says it all
Candidate = Setting | Report | Unmarked


@dataclass(frozen=True, slots=True)
class Progress:
    """What has been found so far: the quotation of the last step, if it brought one, and what the next one needs."""

    stage: Stage
    found: Quotation | None = None
    before: Before | None = None


def find_quotations(scene: Scene, taken: Sequence[Span] = (), headline: Span | None = None) -> tuple[Quotation, ...]:
    """Direct and reported speech, in text order; ``taken`` are stretches that are spoken for (interview turns)."""
    turns = stretches(taken)
    free = [paragraph for paragraph in scene.paragraphs if not turns.overlapping(paragraph)]
    quoted = quoted_in(scene.text, free, lambda words: attributed_end(scene, words))
    speech = stretches(s.span for s in quoted if words_in(scene.text, s.inner) >= 4 and may_be_speech(scene, s))
    progress = Progress(Stage(scene, speech))
    found = list(given_headline(scene, headline))
    for candidate in sorted(_candidates(scene, quoted, speech, turns, free), key=_place):
        progress = _step(progress, candidate)
        found += [progress.found] if progress.found else []
    return tuple(sorted(_apart(found), key=lambda quotation: quotation.span))


def _candidates(
    scene: Scene, quoted: Sequence[Quoted], speech: Stretches, turns: Stretches, free: Sequence[Span]
) -> Iterator[Candidate]:
    unmarked = tuple(find_unmarked(scene, free, quoted))
    said = stretches(one.words for one in unmarked)
    yield from unmarked
    yield from settings_of(scene, [one for one in quoted if one.opened and not _is_inside(one, said)])
    yield from find_reports(scene, [turns, speech, said])


def _is_inside(one: Quoted, said: Stretches) -> bool:
    words = said.last_before(one.inner.start)
    return words is not None and one.inner.stop <= words.stop + 1


def _place(candidate: Candidate) -> tuple[int, int]:
    if isinstance(candidate, Report):
        return candidate.place, candidate.span.start
    if isinstance(candidate, Unmarked):
        return candidate.cue.verb.start, candidate.words.start
    return candidate.words.start, candidate.words.start


def _step(progress: Progress, candidate: Candidate) -> Progress:
    stage = progress.stage
    if isinstance(candidate, Report):
        person, speaker = credit(stage, candidate.source)
        finding = Finding(Kind.INDIRECT, speaker, person, candidate.place, candidate.rule)
        return _added(progress, candidate.span, finding)
    if isinstance(candidate, Unmarked):
        person, speaker = credit(stage, candidate.cue.source)
        kind = Kind.CONTINUED if candidate.goes_on else Kind.DIRECT
        rule = f"{candidate.rule} ({candidate.cue.rule})"
        return _added(progress, candidate.words, Finding(kind, speaker, person, candidate.cue.verb.start, rule))
    answers: Iterable[Finding | None] = (rule(stage, candidate, progress.before) for rule in RULES)
    found = next((finding for finding in answers if finding is not None), None)
    return _added(progress, candidate.words, found) if found else replace(progress, found=None)


def _added(progress: Progress, words: Span, finding: Finding) -> Progress:
    scene = progress.stage.scene
    span = trimmed(words, scene.text, EDGE)
    if not span:
        return replace(progress, found=None)
    quotation = Quotation(span, finding.kind, finding.speaker, rule=finding.rule)
    stage = progress.stage.after(Spoken(finding.place, finding.person, finding.speaker))
    before = progress.before if finding.kind is Kind.INDIRECT else Before(quotation, finding.person)
    return Progress(stage, quotation, before)


def _apart(found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Without reports that a quotation fills: what was said is shown once, in the speaker's own words."""
    direct = stretches(quotation.span for quotation in found if quotation.kind is not Kind.INDIRECT)
    for quotation in found:
        inside = direct.overlapping(quotation.span) if quotation.kind is Kind.INDIRECT else ()
        if not any(_fills(span, quotation.span) for span in inside):
            yield quotation


def _fills(span: Span, clause: Span) -> bool:
    common = min(span.stop, clause.stop) - max(span.start, clause.start)
    return common > MOSTLY * len(clause)
