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
    "covered": lambda evidence: evidence.covered,
    "covered_around": lambda evidence: evidence.covered_around,
    "covered_article": lambda evidence: evidence.covered_article,
    "strength": lambda evidence: evidence.strength * math.log1p(evidence.asked),  # long questions never come near one
    "words": lambda evidence: math.log1p(evidence.asked),
    "lead": lambda evidence: evidence.lead,
}

FEW_WORDS, BRIEF = 3, 2
LEAST_COVERED = 0.5  # of the question's idf: below it the rest of the question is not talked about
LEAST_OF_FEW = 0.6
WHOLE = 0.75  # a word that stands there itself or by one that means the same


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


def why_not(evidence: Evidence, language: str) -> str | None:
    """The code of ``answer.WHY_NOT`` why a hit with ``evidence`` is no answer; None where it is one.

    Words decide, not letters: without a word of the question in the passage itself nothing is found, however many
    4-grams agree.
    """
    if not evidence.matched:
        return "no_match"
    few = evidence.asked <= FEW_WORDS
    answers = evidence.named and (is_whole(evidence) if few else is_covered(evidence) and is_sure(evidence, language))
    return None if answers else "weak_match"


def is_whole(evidence: Evidence) -> bool:
    """All the words of a short question stand in one article, and enough of them in the passage or near it.

    Of one or two words a beginning in common is enough: «каспийский тюлень» where the passage has «Каспий».
    """
    if evidence.asked <= BRIEF:
        return evidence.least > 0 and evidence.covered_around >= LEAST_OF_FEW
    return evidence.least >= WHOLE and evidence.covered_around >= LEAST_OF_FEW


def is_covered(evidence: Evidence) -> bool:
    return evidence.covered_around >= LEAST_COVERED


def is_sure(evidence: Evidence, language: str) -> bool:
    made = decision()
    ahead, alone = log_odds(made.ahead, evidence), log_odds(made.alone, evidence)
    return ahead >= made.ahead_enough[language] or alone >= made.alone_enough[language]


def log_odds(weights: dict[str, float], evidence: Evidence) -> float:
    return sum(weight * FEATURES[name](evidence) for name, weight in weights.items())
