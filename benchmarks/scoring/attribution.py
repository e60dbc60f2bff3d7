"""AttributionScore: what became of each labelled quotation, each found one and each outlet.

Direct speech counts as found at an overlap of .8, reported speech at .5. What was found in a scrap that the labels
leave open is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.scoring.labels import Document, Prediction, Quote
from benchmarks.scoring.matching import HALF, Pair, matched, overlap, share_inside
from benchmarks.scoring.names import OutletVerdict, SpeakerVerdict, outlet_verdict, speaker_verdict
from corpus.span import Span

ENOUGH_DIRECT = 0.8
ENOUGH_REPORTED = 0.5


class State(StrEnum):
    MATCHED = "matched"
    IGNORED = "ignored"
    SPURIOUS = "spurious"


@dataclass(frozen=True, slots=True)
class LabelOutcome:
    """A labelled quotation; ``verdict`` and ``got`` are null where it was missed."""

    document: Document
    label: Quote
    verdict: SpeakerVerdict | None = None
    got: Quote | None = None


@dataclass(frozen=True, slots=True)
class FoundOutcome:
    """A found quotation; ``on_not_speech``: it is one of the spans that nobody said."""

    document: Document
    quote: Quote
    state: State
    on_not_speech: bool = False


@dataclass(frozen=True, slots=True)
class OutletOutcome:
    document: Document
    got: str | None
    verdict: OutletVerdict


@dataclass(frozen=True, slots=True)
class AttributionScore:
    labels: tuple[LabelOutcome, ...]
    found: tuple[FoundOutcome, ...]
    outlets: tuple[OutletOutcome, ...]

    def of(self, language: str) -> AttributionScore:
        """The part of one language."""
        return AttributionScore(
            tuple(outcome for outcome in self.labels if outcome.document.language == language),
            tuple(outcome for outcome in self.found if outcome.document.language == language),
            tuple(outcome for outcome in self.outlets if outcome.document.language == language),
        )

    @property
    def direct(self) -> AttributionScore:
        return self._speech(reported=False)

    @property
    def reported(self) -> AttributionScore:
        return self._speech(reported=True)

    def _speech(self, reported: bool) -> AttributionScore:
        return AttributionScore(
            tuple(outcome for outcome in self.labels if outcome.label.reported == reported),
            tuple(outcome for outcome in self.found if outcome.quote.reported == reported),
            self.outlets,
        )


def score(documents: Iterable[Document], predictions: Mapping[str, Prediction]) -> AttributionScore:
    """``predictions`` by document id; of a document without one nothing was found."""
    labels: list[LabelOutcome] = []
    found: list[FoundOutcome] = []
    outlets: list[OutletOutcome] = []
    for document in documents:
        given = predictions.get(document.id, Prediction())
        outlets.append(OutletOutcome(document, given.outlet, outlet_verdict(document.outlets, given.outlet)))
        for reported, enough in ((False, ENOUGH_DIRECT), (True, ENOUGH_REPORTED)):
            wanted = [quote for quote in document.quotes if quote.reported == reported]
            got = [quote for quote in given.quotes if quote.reported == reported]
            pairs = matched(wanted, got, document.text, enough)
            labels += _label_outcomes(document, wanted, got, pairs)
            found += _found_outcomes(document, got, pairs)
    return AttributionScore(tuple(labels), tuple(found), tuple(outlets))


def _label_outcomes(
    document: Document, labels: Sequence[Quote], found: Sequence[Quote], pairs: list[Pair]
) -> Iterator[LabelOutcome]:
    partners = dict(reversed(pairs))  # of several pieces the first, they have one speaker
    for index, label in enumerate(labels):
        if index in partners:
            got = found[partners[index]]
            yield LabelOutcome(document, label, speaker_verdict(label, got.speaker), got)
        else:
            yield LabelOutcome(document, label)


def _found_outcomes(document: Document, found: Sequence[Quote], pairs: list[Pair]) -> Iterator[FoundOutcome]:
    partnered = {index for _, index in pairs}
    for index, quote in enumerate(found):
        state = State.MATCHED if index in partnered else _unmatched(document, quote.span)
        nobodys = state is State.SPURIOUS and any(overlap(quote.span, span) >= HALF for span in document.not_speech)
        yield FoundOutcome(document, quote, state, nobodys)


def _unmatched(document: Document, span: Span) -> State:
    in_a_scrap = any(share_inside(span, scrap) >= HALF for scrap in document.ignored)
    return State.IGNORED if in_a_scrap else State.SPURIOUS
