"""Outcome, Counts: answers to people's own questions over whole articles, against the words that answer them.

What is shown are the answer's extracts or, where nothing was sure enough, its nearest; of each the first LONGEST
characters count. Words are compared without case and punctuation; any of those that a reader gave will do. The same
figures as those of the scorer that is shared with others, to which a test holds them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from benchmarks.scoring.ratios import complement, ratio

LONGEST = 800
SHOWN = 3
WRITTEN = "narrative"  # the form of what nobody said

Row = Mapping[str, Any]


class Credit(StrEnum):
    RIGHT = "credited"
    NOBODY = "nameless"
    WRONG = "misnamed"


@dataclass(frozen=True, slots=True)
class Asked:
    """``words`` are the readings of what answers, in ``article``, none where nothing does; ``speaker`` said them."""

    id: str
    text: str
    language: str
    kind: str = ""
    article: str = ""
    words: tuple[str, ...] = ()
    speaker: str | None = None

    @property
    def parts(self) -> list[str]:
        """The groups that it counts in."""
        return [part for part in ("all", self.language, self.kind) if part]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with its answer, which has the shape of ``bot.answer_record``."""

    asked: Asked
    answer: Row

    @property
    def found(self) -> bool:
        return bool(self.answer["found"])

    @property
    def shown(self) -> Sequence[Row]:
        extracts: Sequence[Row] = (self.answer["extracts"] if self.found else self.answer.get("nearest")) or ()
        return extracts[:SHOWN]

    @property
    def place(self) -> int | None:
        """That of the first extract with the right words."""
        texts = (extract["text"][:LONGEST] for extract in self.shown)
        return next((place for place, text in enumerate(texts) if has_any(text, self.asked.words)), None)

    @property
    def credit(self) -> Credit | None:
        """Who is named for the right words, an extract's own speaker or that of the voice that holds them; null where
        they are not shown, or nobody's."""
        if self.place is None or not self.asked.speaker:
            return None
        extract = self.shown[self.place]
        holding = (voice for voice in extract.get("within") or () if has_any(voice["text"], self.asked.words))
        named = next(holding, extract).get("speaker")
        if not named:
            return Credit.NOBODY
        return Credit.RIGHT if same_person(self.asked.speaker, named) else Credit.WRONG


@dataclass(frozen=True, slots=True)
class Counts:
    """Of some questions: ``sure`` are answerable ones with an answer, ``said`` those of the right words shown that
    somebody said, ``silent`` unanswerable ones without an answer, ``quiet`` those without even nearest words."""

    asked: int
    first: int
    three: int
    sure: int
    said: int
    credited: int
    misnamed: int
    unanswerable: int
    silent: int
    quiet: int

    @property
    def shares(self) -> dict[str, tuple[float | None, int]]:
        """Each share, the higher the better, and what it is a share of."""
        named = complement(ratio(self.misnamed, self.said))
        return {
            "first": (ratio(self.first, self.asked), self.asked),
            "three": (ratio(self.three, self.asked), self.asked),
            "sure": (ratio(self.sure, self.asked), self.asked),
            "credited": (ratio(self.credited, self.said), self.said),
            "not_misnamed": (named, self.said),
            "silent": (ratio(self.silent, self.unanswerable), self.unanswerable),
            "quiet": (ratio(self.quiet, self.unanswerable), self.unanswerable),
        }


def counts(outcomes: Iterable[Outcome]) -> Counts:
    every = list(outcomes)
    asked = [outcome for outcome in every if outcome.asked.words]
    others = [outcome for outcome in every if not outcome.asked.words]
    credits = [outcome.credit for outcome in asked if outcome.credit]
    return Counts(
        asked=len(asked),
        first=sum(outcome.place == 0 for outcome in asked),
        three=sum(outcome.place is not None for outcome in asked),
        sure=sum(outcome.found for outcome in asked),
        said=len(credits),
        credited=credits.count(Credit.RIGHT),
        misnamed=credits.count(Credit.WRONG),
        unanswerable=len(others),
        silent=sum(not outcome.found for outcome in others),
        quiet=sum(not outcome.found and not outcome.shown for outcome in others),
    )


def by_part(outcomes: Sequence[Outcome]) -> dict[str, Counts]:
    """Of all, of each language and of each kind, in the order in which they come."""
    parts = dict.fromkeys(part for outcome in outcomes for part in outcome.asked.parts)
    return {part: counts(each for each in outcomes if part in each.asked.parts) for part in parts}


def has_any(text: str, words: Iterable[str]) -> bool:
    whole = plain(text)
    return any(plain(each) in whole for each in words)


def plain(text: str) -> str:
    """Words alone, case and «ё» aside."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return " ".join(re.sub(r"[^\w\s]", " ", folded).split())


def same_person(name: str, other: str) -> bool:
    """Whether one has the other's last part, or all of its parts."""
    one, two = plain(name).split(), plain(other).split()
    if not one or not two:
        return False
    return one[-1] in two or two[-1] in one or set(two) <= set(one) or set(one) <= set(two)


def questions_of(path: Path) -> list[Asked]:
    """Raises ValueError naming the file and line of what is no question."""
    rows = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [_asked(line, f"{path}:{number}") for number, line in rows if line.strip()]


def _asked(line: str, where: str) -> Asked:
    try:
        row = json.loads(line)
        given = Asked(row["id"], row["q"], row["lang"], row.get("kind") or "")
        if row.get("unanswerable"):
            return given
        speaker = None if row.get("form") == WRITTEN else row.get("speaker")
        return Asked(given.id, given.text, given.language, given.kind, row["article"], tuple(row["has"]), speaker)
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f'{where}: no question with "id", "q", "lang", "article" and "has"') from error
