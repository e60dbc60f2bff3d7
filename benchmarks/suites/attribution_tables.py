"""Attribution tables: a score per language, per kind and cue, and per way an outlet is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from benchmarks.scoring.attribution import AttributionScore, LabelOutcome, OutletOutcome
from benchmarks.scoring.attribution_figures import OutletFigures, SpeechFigures, outlet_figures, speech_figures
from benchmarks.tables import Cell, table

SPEECH_HEAD = (
    *("labels", "found", "span P", "span R", "F1", "attr P", "attr R", "false", "false rate"),
    *("abstained", "wrong", "unnamed → name", "no speech → name"),
)
GROUP_HEAD = ("labels", "recalled", "share", "right name", "abstained", "wrong", "unnamed → name")
OUTLET_HEAD = ("named", "right", "share", "wrong", "abstained", "unnamed", "false")

Outcome = TypeVar("Outcome")

GROUPS: dict[str, Callable[[LabelOutcome], str]] = {
    "kind": lambda outcome: outcome.label.kind.value,
    "cue": lambda outcome: outcome.label.cue,
    "language, cue": lambda outcome: f"{outcome.document.language} {outcome.label.cue}",
    "speaker": lambda outcome: "named" if outcome.label.speaker else "unnamed",
}


def speech_table(name: str, parts: Mapping[str, AttributionScore]) -> str:
    """``parts`` are of one sort of speech, by language."""
    rows = [[part, *speech_row(speech_figures(scored.labels, scored.found))] for part, scored in parts.items()]
    return table((name, *SPEECH_HEAD), rows)


def speech_row(speech: SpeechFigures) -> list[Cell]:
    return [
        *(speech.labelled, speech.found, speech.span_p, speech.span_r, speech.span_f1),
        *(speech.attributed_p, speech.attributed_r, speech.false_names, speech.false_rate),
        *(speech.abstained, speech.wrong, speech.false_where_nobody, speech.false_on_spurious),
    ]


def group_table(labels: Sequence[LabelOutcome]) -> str:
    rows = [
        [f"{dimension}: {value}", *group_row(speech_figures(group))]
        for dimension, value_of in GROUPS.items()
        for value, group in grouped(labels, value_of).items()
    ]
    return table(("direct speech by label", *GROUP_HEAD), rows)


def grouped(outcomes: Iterable[Outcome], value_of: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    """In the order of the values."""
    groups = defaultdict[str, list[Outcome]](list)
    for outcome in outcomes:
        groups[value_of(outcome)].append(outcome)
    return dict(sorted(groups.items()))


def group_row(speech: SpeechFigures) -> list[Cell]:
    return [
        *(speech.labelled, speech.recalled, speech.span_r, speech.right_names),
        *(speech.abstained, speech.wrong, speech.false_where_nobody),
    ]


def outlet_table(outlets: Sequence[OutletOutcome]) -> str:
    groups = {"all": outlets, **grouped(outlets, lambda outcome: outcome.document.outlet_how)}
    return table(("outlet", *OUTLET_HEAD), [[way, *outlet_row(outlet_figures(group))] for way, group in groups.items()])


def outlet_row(outlets: OutletFigures) -> list[Cell]:
    return [
        *(outlets.named, outlets.right, outlets.accuracy, outlets.wrong),
        *(outlets.abstained, outlets.unnamed, outlets.false),
    ]
