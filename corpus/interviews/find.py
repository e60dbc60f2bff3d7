"""The interview of an article, by the first of the rules that finds one."""

from __future__ import annotations

from corpus.interviews.alternating import alternating
from corpus.interviews.dashed import dashed
from corpus.interviews.labelled import labelled
from corpus.interviews.turn import Interview
from corpus.scene import Scene

RULES = (labelled, dashed, alternating)


def interview_of(scene: Scene) -> Interview:
    """The interview that the article holds: told by its labels, its dashes, or its alternation alone."""
    for rule in RULES:
        turns = rule(scene)
        if any(not turn.question for turn in turns):
            return Interview(tuple(turns))
    return Interview()
