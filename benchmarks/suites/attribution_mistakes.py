"""Attribution mistakes: one line each under their sort, names wrongly given first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from benchmarks.scoring.attribution import AttributionScore, FoundOutcome, LabelOutcome, OutletOutcome, State
from benchmarks.scoring.labels import Document, Quote
from benchmarks.scoring.names import OutletVerdict, SpeakerVerdict

BAD_NAMES = (SpeakerVerdict.WRONG, SpeakerVerdict.FALSE_NAME, SpeakerVerdict.ABSTAINED)
BAD_OUTLETS = (OutletVerdict.FALSE, OutletVerdict.WRONG, OutletVerdict.ABSTAINED)
LONGEST = 80  # characters of a quotation, enough to know it again

Mistake = tuple[str, str]  # its sort, and the line about it


def mistakes(scored: AttributionScore) -> dict[str, list[str]]:
    sorts = defaultdict[str, list[str]](list)
    for sort, line in (
        *_bad_names(scored.labels),
        *_spurious(scored.found),
        *_missed(scored.labels),
        *_bad_outlets(scored.outlets),
    ):
        sorts[sort].append(line)
    return dict(sorts)


def _bad_names(labels: Iterable[LabelOutcome]) -> Iterator[Mistake]:
    for outcome in sorted((each for each in labels if each.verdict in BAD_NAMES), key=_gravity):
        given = outcome.got.speaker if outcome.got else None
        names = f"{given or 'nobody'}, not {outcome.label.speaker or 'nobody'}"
        yield f"name {outcome.verdict}", f"{_place(outcome)}: {names}: {_words(outcome.document, outcome.label)}"


def _gravity(outcome: LabelOutcome) -> int:
    return BAD_NAMES.index(outcome.verdict) if outcome.verdict else 0


def _spurious(found: Iterable[FoundOutcome]) -> Iterator[Mistake]:
    for outcome in found:
        if outcome.state is State.SPURIOUS:
            sort = "spurious reported speech" if outcome.quote.reported else "spurious direct speech"
            words = _words(outcome.document, outcome.quote)
            yield sort, f"{outcome.document.id}: {outcome.quote.speaker or 'nobody'}: {words}"


def _missed(labels: Iterable[LabelOutcome]) -> Iterator[Mistake]:
    for outcome in labels:
        if outcome.verdict is None:
            yield f"missed {outcome.label.kind.value}", f"{_place(outcome)}: {_words(outcome.document, outcome.label)}"


def _bad_outlets(outlets: Iterable[OutletOutcome]) -> Iterator[Mistake]:
    for outcome in outlets:
        if outcome.verdict in BAD_OUTLETS:
            wanted = " / ".join(outcome.document.outlets) or "none"
            yield f"outlet {outcome.verdict}", f"{outcome.document.id}: {outcome.got or 'none'}, not {wanted}"


def _place(outcome: LabelOutcome) -> str:
    return f"{outcome.document.id} ({outcome.label.cue})"


def _words(document: Document, quote: Quote) -> str:
    return repr(quote.span.of(document.text)[:LONGEST])
