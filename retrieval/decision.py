"""The honest nothing: whether the best hit answers the question at all; the features and weights in one place.

Two logistic fits on right first hits against unanswerable questions, on the development halves of xquad_ru (as
paragraphs and as sentences) and kazqad_val_kk: one knows how far the best article is ahead of the next, the other
does not, since two articles that tell the same story must not silence each other. A hit is shown where either is sure
enough. Five-fold, out of fold, 5 % of the unanswerable Russian questions pass and 85 % of the right first hits; in
Kazakh, where the fit is worse (area under the ROC curve .78 against .97), 16 % and 52 %. No set has questions of one
or two words, as people type them in a chat: they answer to rules of their own, by judgement.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from retrieval.index import Evidence


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds that a hit answers: ``bias`` and what each feature of ``Evidence`` adds."""

    bias: float
    covered: float  # times the share of the question's idf in the passage, its neighbours, headline and speaker
    strength: float  # times the share of an ideal score, which long questions never come near: times ln(1 + words)
    lead: float = 0.0

    def log_odds(self, evidence: Evidence) -> float:
        return (
            self.bias
            + self.covered * evidence.covered_around
            + self.strength * evidence.strength * math.log1p(evidence.asked)
            + self.lead * evidence.lead
        )


AHEAD = Weights(bias=-5.71, covered=2.24, strength=4.30, lead=6.12)
ALONE = Weights(bias=-5.84, covered=3.38, strength=6.08)
# Log-odds that are sure enough, by the question's language. Kazakh needs more for the same share of leaks.
AHEAD_ENOUGH = {"ru": 1.0, "en": 1.0, "kk": 1.5}
ALONE_ENOUGH = {"ru": 1.5, "en": 1.5, "kk": 2.0}
LEAST_COVERED = 0.5  # of the question's idf: below it the rest of the question is not talked about
FEW_WORDS, LEAST_COVERED_OF_FEW = 2, 0.7  # «рецепт плова» is not answered by another recipe


def why_not(evidence: Evidence, language: str) -> str | None:
    """The code of ``answer.WHY_NOT`` why a hit with ``evidence`` is no answer; None where it is one.

    Words decide, not letters: without a word of the question in the passage itself nothing is found, however many
    4-grams agree.
    """
    if not evidence.matched:
        return "no_match"
    answers = is_brief_and_whole(evidence) or (is_covered(evidence) and is_sure(evidence, language))
    return None if answers else "weak_match"


def is_brief_and_whole(evidence: Evidence) -> bool:
    return evidence.matched == evidence.asked <= FEW_WORDS


def is_covered(evidence: Evidence) -> bool:
    least = LEAST_COVERED_OF_FEW if evidence.asked <= FEW_WORDS else LEAST_COVERED
    return evidence.covered_around >= least


def is_sure(evidence: Evidence, language: str) -> bool:
    ahead, alone = AHEAD.log_odds(evidence), ALONE.log_odds(evidence)
    return ahead >= AHEAD_ENOUGH[language] or alone >= ALONE_ENOUGH[language]
