"""The honest nothing: whether the best hit answers the question, comes near it, or neither; the rules in one place.

What tells best is one figure: what a hit's score is worth in words, that is, in idf of a word that one passage has. Of
thirteen figures, and of fits over several of them, none tells answerable from unanswerable ones better out of fold on
real articles from about a hundred up; in a handful of articles and on paragraphs fits are a little better
(``benchmarks.fitting.decision`` tells them all). The more passages
there are, the more words meet by chance, so that more is asked of a hit, up to MOST passages, where words are common
enough to count for less by themselves. Questions of one or two words never come to such a score: they are answered
where all of their words stand.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from retrieval.index import Evidence


class Strictness(StrEnum):
    """How sure an answer has to be before it is shown as one; what is less sure is shown as near."""

    LOW = "low"
    USUAL = "usual"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a decision about one hit rests on: what speaks for it, and how many passages were searched."""

    evidence: Evidence
    size: int

    @property
    def rarest(self) -> float:
        """The idf of a word that one passage has, which grows with their number."""
        return math.log(self.size + 1)

    @property
    def worth(self) -> float:
        """The logarithm of how many words of one passage alone the score comes to."""
        return math.log1p(self.evidence.score / self.rarest)

    @property
    def growth(self) -> float:
        return math.log(min(max(self.size, FEWEST), MOST) / FEWEST)


FEWEST, MOST = 100, 2500  # passages
ENOUGH, RISE = 1.56, 0.1  # worth among FEWEST passages, and what is added for every e times as many
STRICTER = {Strictness.LOW: -0.25, Strictness.USUAL: 0.0, Strictness.HIGH: 0.25}
NEAR = 1.5  # worth, among however many passages
NEARLY_ALL, MOSTLY, HALF = 0.75, 0.5, 0.45  # of the question's idf
SPECIFIC = 0.62  # of the idf of a word that one passage has: a name that few have
BRIEF = 2  # words
FEW = 1000  # passages
WHOLE = 0.74  # a word that stands there itself or by one that means the same


def why_not(grounds: Grounds, strictness: Strictness = Strictness.USUAL, of_one: bool = False) -> str | None:
    """The code of ``answer.WHY_NOT`` why a hit is no answer; None where it is one.

    Words decide, not letters: without a word of the question in the passages themselves, their headline or their
    interviewer's question nothing is found, however many 4-grams agree. ``of_one``: only one person's words were
    searched, so that those which come near to the topic are what was asked for.
    """
    evidence = grounds.evidence
    if not evidence.matched and not evidence.covered_about and not evidence.proper:
        return "no_match"
    enough = ENOUGH + RISE * grounds.growth + STRICTER[strictness]
    of_him = of_one and bool(evidence.matched) and evidence.covered_around >= MOSTLY
    # of what is asked beside names, which alone are no answer
    is_said = evidence.matched or evidence.covered_about >= MOSTLY
    among_few = strictness is not Strictness.HIGH and is_told_among_few(grounds)
    told = is_stated(evidence) or among_few or of_him
    if is_said and evidence.named and (grounds.worth >= enough or told):
        return None
    return "weak_match" if is_near(grounds) else "no_match"


def is_told_among_few(grounds: Grounds) -> bool:
    """Nearly all of the question is said there, and there are few passages, of which words seldom meet by chance: where
    all articles are about one thing, its words are worth little."""
    return grounds.size <= FEW and grounds.evidence.covered_about >= WHOLE


def is_near(grounds: Grounds) -> bool:
    """Whether a hit is worth to be shown as near: by its worth, nearly all of the words, or a name that few have."""
    evidence = grounds.evidence
    covered = evidence.covered_around >= (HALF if evidence.asked <= BRIEF else NEARLY_ALL)
    return grounds.worth >= NEAR or covered or evidence.proper >= SPECIFIC * grounds.rarest


def is_stated(evidence: Evidence) -> bool:
    """Both words, or the one, stand there, and nearly all in the passages, their headline or interviewer's question.

    Their neighbours do not count here: in a large corpus two words meet in one article by chance.
    """
    return evidence.asked <= BRIEF and evidence.least >= WHOLE and evidence.covered_about >= WHOLE
