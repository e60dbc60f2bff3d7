"""Interviews with labels: «ИМЯ: …», «Издание: …», «Вопрос: …»."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from corpus.cast import Person
from corpus.interviews.guest import as_speaker, guest_before, labelled_person
from corpus.interviews.turn import Turn, asks
from corpus.languages.speech import kk, ru
from corpus.scene import Scene
from corpus.span import Span

LABEL = re.compile(
    r"[–—-]?\s*(?P<name>[^\W\d_][^:\n!?«»\"]{0,60}?|(?:[^\W\d_]\.\s?){1,3}[^\W\d_]*):\s+(?P<dash>[–—-]\s*)?(?=[^\s«\"„“])"
)
NOTE = re.compile(r"(?:Прим|Ред|От редакции|P\.\s?S|Анықтама|Справка)")
INTERVIEWERS = ru.INTERVIEWERS | kk.INTERVIEWERS
ANSWERERS = ru.ANSWERERS | kk.ANSWERERS
FEWEST = 2  # turns with a label, one of them a guest's


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of ``paragraph``: whose it is, or whether an interviewer's."""

    paragraph: Span
    words: Span
    key: str
    person: Person | None
    asking: bool


def labelled(scene: Scene) -> list[Turn]:
    """The turns of an interview whose paragraphs open with labels; none where they do not."""
    labels = _labels(scene)
    guests = [label for label in labels.values() if not label.asking]
    if len(labels) < FEWEST or not guests or (len(labels) == len(guests) == FEWEST and not _survey(guests)):
        return []
    turns: list[Turn] = []
    first, last = min(labels, key=_start).start, max(labels, key=_start).start
    for paragraph in scene.paragraphs:
        if paragraph.start > last and paragraph not in labels and (not turns or turns[-1].question):
            break
        _take(scene, paragraph, labels, turns, Span(first, last))
    return turns


def _start(paragraph: Span) -> int:
    return paragraph.start


def _survey(guests: list[Label]) -> bool:
    """Two voices that are not the same person's."""
    return len({label.key for label in guests}) == len(guests)


def _take(scene: Scene, paragraph: Span, labels: dict[Span, Label], turns: list[Turn], within: Span) -> None:
    label = labels.get(paragraph)
    if label is not None:
        turns.append(Turn(label.words, label.asking, as_speaker(scene, None if label.asking else label.person)))
    elif asks(scene.text, paragraph) and (paragraph.start > within.start or _before_label(scene, paragraph, labels)):
        turns.append(Turn(paragraph, True))
    elif turns and not turns[-1].question and paragraph.start < within.stop and not _is_note(scene, paragraph):
        turns[-1] = turns[-1].until(paragraph.stop)


def _is_note(scene: Scene, paragraph: Span) -> bool:
    return NOTE.match(scene.text, paragraph.start, paragraph.stop) is not None


def _before_label(scene: Scene, paragraph: Span, labels: dict[Span, Label]) -> bool:
    return scene.paragraph_from(paragraph.start + 1) in labels


def _labels(scene: Scene) -> dict[Span, Label]:
    """Paragraphs with a label that counts: a person's, an interviewer's, or one that comes back."""
    heads = {p: found for p in scene.paragraphs if (found := LABEL.match(scene.text, p.start, p.stop))}
    times = Counter(_key(found["name"]) for found in heads.values())
    people = {key: _person(scene, key, heads) for key in times}
    asking = _asking(scene, heads, people)
    labels = {}
    for paragraph, found in heads.items():
        key = _key(found["name"])
        if people[key] is not None or times[key] >= FEWEST or key in INTERVIEWERS | ANSWERERS:
            words = Span(found.end(), paragraph.stop)
            labels[paragraph] = Label(paragraph, words, key, people[key], key in asking)
    return labels


def _key(name: str) -> str:
    return " ".join(name.casefold().split()).strip(" .–—-")


def _person(scene: Scene, key: str, heads: dict[Span, re.Match[str]]) -> Person | None:
    if key in INTERVIEWERS:
        return None
    if key in ANSWERERS:
        return guest_before(scene, min(heads, key=_start).start)
    return labelled_person(scene, key)


def _asking(scene: Scene, heads: dict[Span, re.Match[str]], people: dict[str, Person | None]) -> set[str]:
    """Interviewers' labels: known as one, nobody's name, or that of the one who only asks."""
    turns: dict[str, list[bool]] = {}
    for paragraph, found in heads.items():
        turns.setdefault(_key(found["name"]), []).append(asks(scene.text, paragraph))
    asked = sum(map(sum, turns.values()))

    def only_asks(own: list[bool]) -> bool:
        return sum(own) * 2 > len(own) and (asked - sum(own)) * 2 < len(heads) - len(own)

    unnamed = {key for key, person in people.items() if key in INTERVIEWERS or person is None}
    return unnamed - ANSWERERS | {key for key, own in turns.items() if key not in ANSWERERS and only_asks(own)}
