"""Verdict: whether the speaker or the outlet that was found is the one that the label gives."""

from __future__ import annotations

import re
from enum import StrEnum

from benchmarks.scoring.labels import Quote

# What an outlet is and not how it is called: «журнал „Степь“» and «Степь» are one.
OUTLET_KINDS = frozenset(
    {
        *("агентство", "ана", "иа", "ия", "миа", "риа"),
        *("газета", "газете", "журнал", "издание"),
        *("портал", "сайт", "youtube", "канал", "телеканал", "телеарнасы", "радио", "радиостанция"),
        *("тілшісі", "the"),
    }
)


class SpeakerVerdict(StrEnum):
    FULL = "full"  # all parts of a name that the article gives
    SURNAME = "surname"  # the surname alone, or some parts of the name
    ABSTAINED = "abstained"  # nobody named where the label names somebody
    WRONG = "wrong"  # somebody else
    NOBODY = "nobody"  # nobody named where the label names nobody
    ORGANISATION = "organisation"  # the label's organisation or unnamed source, given as the speaker
    FALSE_NAME = "false name"  # somebody named where the label names nobody


class OutletVerdict(StrEnum):
    RIGHT = "right"
    ABSTAINED = "abstained"  # none given where the text names one
    WRONG = "wrong"
    NONE = "none"  # none given where the text names none
    FALSE = "false"  # one given where the text names none


def speaker_verdict(label: Quote, speaker: str | None) -> SpeakerVerdict:
    if not label.speaker:
        return _where_nobody_is_named(label.role, speaker)
    if not speaker:
        return SpeakerVerdict.ABSTAINED
    names = [name_parts(name) for name in (label.speaker, *label.other_names)]
    got = name_parts(speaker)
    if any(sorted(name) == sorted(got) for name in names):
        return SpeakerVerdict.FULL
    return SpeakerVerdict.SURNAME if any(_partly(name, got) for name in names) else SpeakerVerdict.WRONG


def outlet_verdict(readings: tuple[str, ...], outlet: str | None) -> OutletVerdict:
    if not readings:
        return OutletVerdict.FALSE if outlet else OutletVerdict.NONE
    if not outlet:
        return OutletVerdict.ABSTAINED
    right = any(outlet_parts(reading) == outlet_parts(outlet) for reading in readings)
    return OutletVerdict.RIGHT if right else OutletVerdict.WRONG


def normalized(name: str | None) -> str:
    """Words and hyphens alone, case and «ё» aside."""
    words = re.sub(r"[^\w\s-]", " ", (name or "").casefold().replace("ё", "е"))
    return " ".join(words.split())


def name_parts(name: str) -> list[str]:
    return normalized(name).split()


def outlet_parts(outlet: str) -> list[str]:
    """The words of an outlet's name without what kind of outlet it is, unless that is all."""
    words = normalized(outlet).replace("-", " ").split()
    return [word for word in words if word not in OUTLET_KINDS] or words


def _where_nobody_is_named(role: str | None, speaker: str | None) -> SpeakerVerdict:
    if not speaker:
        return SpeakerVerdict.NOBODY
    wanted, got = normalized(role), normalized(speaker)
    same = bool(wanted and got) and (got in wanted or wanted in got)
    return SpeakerVerdict.ORGANISATION if same else SpeakerVerdict.FALSE_NAME


def _partly(name: list[str], got: list[str]) -> bool:
    """Whether ``got`` has the surname, which stands last, or two parts or more and none that is not in ``name``."""
    return name[-1] in got or (len(got) > 1 and set(got) <= set(name))
