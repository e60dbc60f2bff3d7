"""The honest nothing: whether the best hit answers the question at all; the features and rules in one place.

Longer questions answer to a logistic fit, whose weights and thresholds stand in ``decision.json``: how it was made and
what it reaches out of fold is told by ``benchmarks.fitting.decision``. It has two sides: one knows how far the best
article is ahead of the next, the other does not, since two articles that tell the same story must not silence each
other; a hit is shown where either is sure enough. In more passages more words meet by chance, so that more is asked of
a hit there. No evaluation set has the questions of one or two words that people type in a chat: they answer to rules of
their own, by judgement.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from retrieval.index import Evidence

FILE = Path(__file__).with_name("decision.json")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a decision about one hit rests on: what speaks for it, and how many passages were searched."""

    evidence: Evidence
    size: int

    @property
    def rarest(self) -> float:
        """The idf of a word that one passage has, which grows with their number."""
        return math.log(self.size + 1)


Weights = dict[str, float]  # by feature

FEATURES: dict[str, Callable[[Grounds], float]] = {
    "bias": lambda on: 1.0,
    "strength": lambda on: on.evidence.strength * math.log1p(on.evidence.asked),  # long questions never come near one
    "score": lambda on: math.log1p(on.evidence.score / on.rarest),
    "missing": lambda on: on.evidence.missing / on.rarest,
    "lead": lambda on: on.evidence.lead,
    "clear": lambda on: on.evidence.clear,
}

BRIEF, FEW_WORDS = 2, 3
LEAST_COVERED = 0.5  # of the question's idf: below it the rest of the question is not talked about
LEAST_OF_FEW, LEAST_OF_LONGER = 0.66, 0.4  # of three words two of equal weight; of more
LEAST_ABOUT = 0.3  # where the passage itself has no word of it: as a reply to the same question may have none
USUAL, LEAST, MOST = 1000, 300, 7000  # passages: where thresholds hold as they stand, and between what was measured
TOLD = {"ru": 0.74, "en": 0.74, "kk": math.inf}  # a share above 1 is never reached
WHOLE = 0.74  # a word that stands there itself or by one that means the same


@dataclass(frozen=True, slots=True)
class Decision:
    """By the question's language. ``ahead`` and ``alone``: log-odds by feature; and their thresholds among USUAL
    passages; ``stricter``: what is added to these for every e times as many."""

    ahead: dict[str, Weights]
    alone: dict[str, Weights]
    ahead_enough: dict[str, float]
    alone_enough: dict[str, float]
    stricter: dict[str, float]


def log_size(passages: int) -> float:
    return math.log(min(max(passages, LEAST), MOST) / USUAL)


@cache
def decision() -> Decision:
    return Decision(**json.loads(FILE.read_text(encoding="utf-8")))


def why_not(
    grounds: Grounds, language: str, of_one: bool = False, made: Decision | None = None
) -> str | None:
    """The code of ``answer.WHY_NOT`` why a hit is no answer; None where it is one.

    Words decide, not letters: without a word of the question in the passage itself, its headline or its interviewer's
    question nothing is found, however many 4-grams agree. ``of_one``: only one person's words were searched, so that
    those which come near to the topic are what was asked for.
    """
    evidence = grounds.evidence
    if not evidence.matched and evidence.covered_about < LEAST_ABOUT:
        return "no_match"
    if of_one:
        answers = is_near(evidence)
    elif evidence.names:
        answers = is_near(evidence) and evidence.least >= WHOLE
    else:
        told = is_stated(evidence) or is_told(evidence, language) or is_told_among_few(grounds)
        answers = told or is_sure(grounds, language, made or decision())
    return None if evidence.named and answers else "weak_match"


def is_near(evidence: Evidence) -> bool:
    return evidence.covered_around >= LEAST_COVERED


def is_stated(evidence: Evidence) -> bool:
    """Both words, or the one, stand there, and nearly all in the passage, its headline or its interviewer's question.

    Its neighbours do not count here: in a large corpus two words meet in one article by chance.
    """
    return evidence.asked <= BRIEF and evidence.least >= WHOLE and evidence.covered_about >= WHOLE


def is_told(evidence: Evidence, language: str) -> bool:
    """Nearly all of a longer question is talked about there: on the Russian sets no unanswerable question is."""
    is_here = evidence.covered_about >= LEAST_OF_LONGER
    return is_here and evidence.asked > FEW_WORDS and evidence.covered_around >= TOLD[language]


def is_told_among_few(grounds: Grounds) -> bool:
    """Nearly all of the question is talked about there, and the corpus is small: in parts of the sets of that size
    words seldom meet by chance. The fit cannot tell where all articles are about one thing and its words are common."""
    is_long = grounds.evidence.asked > BRIEF
    return is_long and grounds.size <= USUAL and grounds.evidence.covered_about >= WHOLE


def is_sure(grounds: Grounds, language: str, made: Decision) -> bool:
    least = LEAST_OF_FEW if grounds.evidence.asked <= FEW_WORDS else LEAST_OF_LONGER
    if grounds.evidence.asked <= BRIEF or grounds.evidence.covered_around < least:
        return False
    ahead, alone = log_odds(made.ahead[language], grounds), log_odds(made.alone[language], grounds)
    added = made.stricter[language] * log_size(grounds.size)
    return ahead >= made.ahead_enough[language] + added or alone >= made.alone_enough[language] + added


def log_odds(weights: Weights, grounds: Grounds) -> float:
    return sum(weight * FEATURES[name](grounds) for name, weight in weights.items())
