"""The honest nothing: whether the best hit answers the question at all; the features and rules in one place.

Longer questions answer to a logistic fit, whose weights and thresholds stand in ``decision.json``: how it was made and
what it reaches out of fold is told by ``benchmarks.fitting.decision``. It has two sides: one knows how far the best
article is ahead of the next, the other does not, since two articles that tell the same story must not silence each
other; a hit is shown where either is sure enough. No evaluation set has the questions of one to three words that people
type in a chat: they answer to rules of their own, by judgement.
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

FEATURES: dict[str, Callable[[Evidence], float]] = {
    "bias": lambda evidence: 1.0,
    "covered_around": lambda evidence: evidence.covered_around,
    "strength": lambda evidence: evidence.strength * math.log1p(evidence.asked),  # long questions never come near one
    "lead": lambda evidence: evidence.lead,
}

BRIEF, FEW_WORDS = 2, 3
LEAST_COVERED = 0.5  # of the question's idf: below it the rest of the question is not talked about
TOLD = {"ru": 0.75, "en": 0.75, "kk": math.inf}
LEAST_OF_FEW = 0.7  # two words of three do not answer: «билет на самолёт» is not answered by another ticket
WHOLE = 0.74  # a word that stands there itself or by one that means the same


@dataclass(frozen=True, slots=True)
class Decision:
    """``ahead`` and ``alone``: log-odds by feature; their thresholds by the question's language."""

    ahead: dict[str, float]
    alone: dict[str, float]
    ahead_enough: dict[str, float]
    alone_enough: dict[str, float]


@cache
def decision() -> Decision:
    return Decision(**json.loads(FILE.read_text(encoding="utf-8")))


def why_not(
    evidence: Evidence, language: str, of_one: bool = False, made: Decision | None = None
) -> str | None:
    """The code of ``answer.WHY_NOT`` why a hit with ``evidence`` is no answer; None where it is one.

    Words decide, not letters: without a word of the question in the passage itself, its headline or its interviewer's
    question nothing is found, however many 4-grams agree. ``of_one``: only one person's words were searched, so that
    those which come near to the topic are what was asked for.
    """
    if not evidence.matched and evidence.covered_about < LEAST_COVERED:
        return "no_match"
    if of_one:
        answers = is_near(evidence)
    elif evidence.names:
        answers = is_near(evidence) and evidence.least >= WHOLE
    else:
        answers = is_stated(evidence) or is_told(evidence, language) or is_sure(evidence, language, made or decision())
    return None if evidence.named and answers else "weak_match"


def is_near(evidence: Evidence) -> bool:
    return evidence.covered_around >= LEAST_COVERED


def is_stated(evidence: Evidence) -> bool:
    """All of a few words stand there, and nearly all in the passage, its headline or its interviewer's question.

    Its neighbours do not count here: in a large corpus two words meet in one article by chance.
    """
    return evidence.asked <= FEW_WORDS and evidence.least >= WHOLE and evidence.covered_about >= WHOLE


def is_told(evidence: Evidence, language: str) -> bool:
    """Nearly all of a longer question is talked about there: on the Russian sets no unanswerable question is."""
    return evidence.asked > FEW_WORDS and evidence.covered_around >= TOLD[language]


def is_sure(evidence: Evidence, language: str, made: Decision) -> bool:
    least = LEAST_OF_FEW if evidence.asked <= FEW_WORDS else LEAST_COVERED
    if evidence.asked <= BRIEF or evidence.covered_around < least:
        return False
    ahead, alone = log_odds(made.ahead, evidence), log_odds(made.alone, evidence)
    return ahead >= made.ahead_enough[language] or alone >= made.alone_enough[language]


def log_odds(weights: dict[str, float], evidence: Evidence) -> float:
    return sum(weight * FEATURES[name](evidence) for name, weight in weights.items())
