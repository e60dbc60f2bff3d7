"""Interviews without marks: paragraphs that ask, each followed by one that does not."""

from __future__ import annotations

from corpus.interviews.dashed import DASH, alternates
from corpus.interviews.guest import as_speaker, guest_before
from corpus.interviews.turn import Turn, asks
from corpus.quotation import NOBODY, Speaker
from corpus.scene import Scene
from corpus.span import Span

FEWEST = 3  # questions; fewer where the answers open with dashes


def alternating(scene: Scene) -> list[Turn]:
    """The turns of an interview told by its question marks alone; none where they do not take turns."""
    asking = [asks(scene.text, p) for p in scene.paragraphs]
    answers = [p for p, before in zip(scene.paragraphs[1:], asking, strict=False) if before]
    dashes = bool(answers) and all(DASH.match(scene.text, p.start, p.stop) for p in answers)
    if sum(asking) < FEWEST - dashes or not alternates(asking):
        return []
    first = asking.index(True)
    if sum(asking) * 4 < len(asking) - first:
        return []
    speaker = as_speaker(scene, guest_before(scene, scene.paragraphs[first].start)) if first else NOBODY
    return _turns(scene, scene.paragraphs[first:], speaker)


def _turns(scene: Scene, paragraphs: tuple[Span, ...], speaker: Speaker) -> list[Turn]:
    turns: list[Turn] = []
    for paragraph in paragraphs:
        dash = DASH.match(scene.text, paragraph.start, paragraph.stop)
        words = Span(dash.end(), paragraph.stop) if dash else paragraph
        if asks(scene.text, paragraph):
            turns.append(Turn(words, True))
        elif turns[-1].question:
            turns.append(Turn(words, False, speaker))
        else:
            turns[-1] = turns[-1].until(paragraph.stop)
    return turns
