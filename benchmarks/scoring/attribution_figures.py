"""SpeechFigures, OutletFigures: an attribution score in numbers, for all of it or for any part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.scoring.attribution import FoundOutcome, LabelOutcome, OutletOutcome, State
from benchmarks.scoring.names import OutletVerdict, SpeakerVerdict
from benchmarks.scoring.ratios import f1, ratio


@dataclass(frozen=True, slots=True)
class SpeechFigures:
    """Quotations counted; ``found`` leaves out what is neither right nor wrong."""

    labelled: int
    labelled_named: int  # labels that name a speaker
    recalled: int  # labels that were found
    matched: int  # found ones that are labelled
    spurious: int
    full: int
    surname: int
    abstained: int
    wrong: int
    false_where_nobody: int
    false_on_spurious: int
    organisations: int

    @property
    def found(self) -> int:
        return self.matched + self.spurious

    @property
    def span_p(self) -> float | None:
        return ratio(self.matched, self.found)

    @property
    def span_r(self) -> float | None:
        return ratio(self.recalled, self.labelled)

    @property
    def span_f1(self) -> float | None:
        return f1(self.span_p, self.span_r)

    @property
    def right_names(self) -> int:
        return self.full + self.surname

    @property
    def false_names(self) -> int:
        """Somebody who did not say this: another person, or anybody where there is nobody to name or no speech."""
        return self.wrong + self.false_where_nobody + self.false_on_spurious

    @property
    def names_given(self) -> int:
        return self.right_names + self.false_names + self.organisations

    @property
    def false_rate(self) -> float | None:
        return ratio(self.false_names, self.names_given)

    @property
    def attributed_p(self) -> float | None:
        return ratio(self.right_names, self.names_given)

    @property
    def attributed_r(self) -> float | None:
        """Labels with a name that were found and given that name, among all labels with a name."""
        return ratio(self.right_names, self.labelled_named)


@dataclass(frozen=True, slots=True)
class OutletFigures:
    """Documents counted."""

    right: int
    wrong: int
    abstained: int
    false: int
    none: int

    @property
    def named(self) -> int:
        return self.right + self.wrong + self.abstained

    @property
    def unnamed(self) -> int:
        return self.false + self.none

    @property
    def accuracy(self) -> float | None:
        return ratio(self.right, self.named)

    @property
    def false_rate(self) -> float | None:
        return ratio(self.false, self.unnamed)


def speech_figures(labels: Sequence[LabelOutcome], found: Sequence[FoundOutcome] = ()) -> SpeechFigures:
    """Of the labels alone, a kind's or a cue's, where ``found`` is left out: what was found has no cue."""
    verdicts = Counter(outcome.verdict for outcome in labels)
    spurious = [outcome for outcome in found if outcome.state is State.SPURIOUS]
    return SpeechFigures(
        labelled=len(labels),
        labelled_named=sum(bool(outcome.label.speaker) for outcome in labels),
        recalled=len(labels) - verdicts[None],
        matched=sum(outcome.state is State.MATCHED for outcome in found),
        spurious=len(spurious),
        full=verdicts[SpeakerVerdict.FULL],
        surname=verdicts[SpeakerVerdict.SURNAME],
        abstained=verdicts[SpeakerVerdict.ABSTAINED],
        wrong=verdicts[SpeakerVerdict.WRONG],
        false_where_nobody=verdicts[SpeakerVerdict.FALSE_NAME],
        false_on_spurious=sum(bool(outcome.quote.speaker) for outcome in spurious),
        organisations=verdicts[SpeakerVerdict.ORGANISATION],
    )


def outlet_figures(outlets: Sequence[OutletOutcome]) -> OutletFigures:
    verdicts = Counter(outcome.verdict for outcome in outlets)
    return OutletFigures(
        right=verdicts[OutletVerdict.RIGHT],
        wrong=verdicts[OutletVerdict.WRONG],
        abstained=verdicts[OutletVerdict.ABSTAINED],
        false=verdicts[OutletVerdict.FALSE],
        none=verdicts[OutletVerdict.NONE],
    )
