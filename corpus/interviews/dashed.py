"""Interviews in dashes: paragraphs that open with one, asking and answering in turns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from corpus.cues import cue_after
from corpus.interviews.guest import as_speaker, guest_before
from corpus.interviews.turn import Turn, asks
from corpus.marks import DASHES
from corpus.quotation import NOBODY
from corpus.scene import Scene
from corpus.span import Span

DASH = re.compile(rf"[{DASHES}]\s*(?=\S)")
ATTRIBUTED = re.compile(rf"[,!?…]\s*[{DASHES}]\s+(?=[^\W\d_])")
FEWEST = 4  # dash paragraphs that make an interview, questions and answers together


def dashed(scene: Scene) -> list[Turn]:
    """The turns of an interview whose paragraphs open with dashes; none where they do not take turns."""
    lines = [p for p in scene.paragraphs if DASH.match(scene.text, p.start, p.stop)]
    asking = [asks(scene.text, p) for p in lines]
    if len(lines) < FEWEST or not any(asking) or not alternates(asking) or _attributed(scene, lines):
        return []
    speaker = as_speaker(scene, guest_before(scene, lines[0].start))
    if sum(asking) * 4 < len(lines) and speaker == NOBODY:
        return []
    turns: list[Turn] = []
    for paragraph in scene.paragraphs:
        if paragraph.start < lines[asking.index(True) % 2].start:
            continue
        found = DASH.match(scene.text, paragraph.start, paragraph.stop)
        if found is None:
            _go_on(turns, paragraph, lines[-1])
        elif _continues(scene, paragraph, lines, turns):
            turns[-1] = turns[-1].until(paragraph.stop)
        else:
            question = _is_question(scene, paragraph, turns)
            turns.append(Turn(Span(found.end(), paragraph.stop), question, NOBODY if question else speaker))
    return turns


def alternates(asking: Sequence[bool]) -> bool:
    """Whether two questions hardly ever follow each other."""
    pairs = sum(1 for one, other in pairwise(asking) if one and other)
    return pairs * 3 <= sum(asking)


def _attributed(scene: Scene, lines: Sequence[Span]) -> bool:
    """Dash paragraphs of a news item name their speakers («– …, – сказал X»); an interview's do not."""
    return sum(_names_speaker(scene, line) for line in lines) * 3 > len(lines)


def _names_speaker(scene: Scene, line: Span) -> bool:
    for found in ATTRIBUTED.finditer(scene.text, line.start, line.stop):
        cue = cue_after(scene, Span(found.end(), scene.sentence_at(found.end()).stop), dashed=True)
        if cue is not None and cue.source is not None and cue.verb.start - found.end() < 20:
            return True
    return False


def _go_on(turns: list[Turn], paragraph: Span, last: Span) -> None:
    """A paragraph without a dash belongs to the turn above, while more turns follow or that turn asked."""
    if turns and (turns[-1].question or paragraph.start < last.start):
        turns[-1] = turns[-1].until(paragraph.stop)


def _continues(scene: Scene, paragraph: Span, lines: Sequence[Span], turns: Sequence[Turn]) -> bool:
    """A dash paragraph that does not ask, between an answer and a question, still belongs to the answer."""
    after = bisect_right(lines, paragraph.start, key=lambda line: line.start)
    following = lines[after] if after < len(lines) else None
    after_answer = bool(turns) and not turns[-1].question
    return (
        after_answer and not asks(scene.text, paragraph) and following is not None and asks(scene.text, following)
    )


def _is_question(scene: Scene, paragraph: Span, turns: Sequence[Turn]) -> bool:
    """After an answer comes a question, or a request; after a question an answer, unless it only asks again."""
    if not turns or not turns[-1].question:
        return True
    short = len(paragraph) <= len(turns[-1].words) and len(scene.sentences_in(paragraph)) == 1
    return asks(scene.text, paragraph) and short
