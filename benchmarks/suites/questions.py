"""Questions report: are the right words shown first, credited rightly, and is what has no answer refused?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.data import Data
from benchmarks.scoring.labels import Quote
from benchmarks.scoring.names import OutletVerdict, SpeakerVerdict, outlet_verdict, speaker_verdict
from benchmarks.scoring.ratios import mean
from benchmarks.suites.sample import sample_searcher
from benchmarks.suites.suite import Report, Row, known
from benchmarks.tables import Cell, table
from bot.answer_record import answer_record
from corpus.quotation import Kind
from corpus.span import Span
from retrieval.answer import Answer
from retrieval.extract import Extract

LIMIT = 3  # extracts, as a reader is shown at first
RIGHT_SPEAKERS = (SpeakerVerdict.FULL, SpeakerVerdict.NOBODY)
RIGHT_OUTLETS = (OutletVerdict.RIGHT, OutletVerdict.NONE)


@dataclass(frozen=True, slots=True)
class Asked:
    """``words``: a fragment that the right extract holds, null where the corpus has no answer; the rest credits it."""

    id: str
    text: str
    file: str | None
    words: str | None
    speaker: str | None
    outlet: str | None
    before: str | None = None  # the question that it goes on from
    outlet_also: str | None = None  # another reading of the outlet's name


@dataclass(frozen=True, slots=True)
class Outcome:
    asked: Asked
    answer: Answer

    @property
    def right(self) -> tuple[Extract, ...]:
        """The extracts with the right words."""
        words = self.asked.words
        return tuple(extract for extract in self.answer.extracts if words and words in extract.text)

    @property
    def right_first(self) -> bool:
        return bool(self.right) and self.right[0] is self.answer.extracts[0]

    @property
    def credited(self) -> bool:
        """Whether the right words, wherever they stand, have the right speaker and outlet."""
        return all(rightly_credited(self.asked, extract) for extract in self.right)


def rightly_credited(asked: Asked, extract: Extract) -> bool:
    """To the person by full name, to the outlet, and to none where the article names none."""
    speaker = speaker_verdict(Quote(Span(0, 0), Kind.DIRECT, asked.speaker), named(asked, extract))
    outlet = outlet_verdict(tuple(name for name in (asked.outlet, asked.outlet_also) if name), extract.outlet)
    return speaker in RIGHT_SPEAKERS and outlet in RIGHT_OUTLETS


def named(asked: Asked, extract: Extract) -> str | None:
    """Who is named for the right words: among several voices the one that holds them."""
    holding = (voice.speaker for voice in extract.within if asked.words and asked.words in voice.text)
    return next(holding, extract.speaker)


def questions_report(files: Sequence[Data]) -> Report:
    """``files`` are named questions_<language>.yaml."""
    parts = {language_of(file.path): outcomes(file.path) for file in files}
    return Report(
        figures=known({f"{part}.{name}": value for part in parts for name, value in figures(parts[part]).items()}),
        tables=(table(HEAD, [row(part, answered) for part, answered in parts.items()]),),
        mistakes=mistakes([outcome for answered in parts.values() for outcome in answered]),
        rows=[record(outcome) for answered in parts.values() for outcome in answered],
    )


def language_of(file: Path) -> str:
    return file.stem.rpartition("_")[2]


def outcomes(file: Path) -> list[Outcome]:
    asked = [Asked(**fields) for fields in questions(file)]
    return [Outcome(question, sample_searcher().answer(question.text, LIMIT, question.before)) for question in asked]


def questions(file: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return loaded


def figures(answered: Sequence[Outcome]) -> dict[str, float | None]:
    answerable = [outcome for outcome in answered if outcome.asked.words]
    unanswerable = [outcome for outcome in answered if not outcome.asked.words]
    return {
        "right_first": mean([outcome.right_first for outcome in answerable]),
        "right_shown": mean([bool(outcome.right) for outcome in answerable]),
        "credited": mean([outcome.credited for outcome in answerable if outcome.right]),
        "refused": mean([not outcome.answer.found for outcome in unanswerable]),
        "quiet": mean([not outcome.answer.found and not outcome.answer.nearest for outcome in unanswerable]),
    }


HEAD = ("questions", "asked", "right first", "right shown", "credited", "refused", "quiet")


def row(part: str, answered: Sequence[Outcome]) -> list[Cell]:
    return [part, len(answered), *figures(answered).values()]


def record(outcome: Outcome) -> Row:
    return {"id": outcome.asked.id, "answer": answer_record(outcome.answer)}


def mistakes(answered: Sequence[Outcome]) -> dict[str, list[str]]:
    sorts: dict[str, list[str]] = {}
    for outcome in answered:
        if sort := trouble(outcome):
            sorts.setdefault(sort, []).append(f"{outcome.asked.id}: {outcome.asked.text} → {shown(outcome.answer)}")
    return sorts


def trouble(outcome: Outcome) -> str | None:
    if not outcome.asked.words:
        return "no answer, yet answered" if outcome.answer.found else None
    if not outcome.credited:
        return (
            "credited wrongly"
            if any(named(outcome.asked, extract) for extract in outcome.right)
            else "credited to nobody"
        )
    if not outcome.answer.found:
        return "an answer, yet refused"
    return None if outcome.right_first else "right words not first" if outcome.right else "right words not shown"


def shown(answer: Answer) -> str:
    if not answer.extracts:
        return answer.why_not or ""
    first = answer.extracts[0]
    names = ", ".join(dict.fromkeys(voice.speaker or voice.role or "nobody" for voice in first.voices)) or "nobody"
    return f"{names}, {first.outlet or 'no outlet'}: {first.text[:80]!r}"
