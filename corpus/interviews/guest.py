"""The guest of an interview: whom its introduction, or a label, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.cast import Person, covered
from corpus.quotation import NOBODY, Speaker
from corpus.scene import Scene
from corpus.span import Span
from corpus.speakers import post_of


def as_speaker(scene: Scene, person: Person | None) -> Speaker:
    return Speaker(person.name, post_of(scene, person)) if person else NOBODY


def guest_before(scene: Scene, place: int) -> Person | None:
    """The one person that the words before ``place`` name, or name with a post; nobody where several fit."""
    intro = Span(0, place)
    people = _distinct(p for m in scene.mentions_in(intro) if (p := scene.cast.of(m)) is not None)
    people = [person for person in people if len(person.words) > 1] or people
    if len(people) == 1:
        return people[0]
    posted = [person for person in people if scene.posts_of(person)]
    return posted[0] if len(posted) == 1 else None


def _distinct(people: Iterable[Person]) -> list[Person]:
    kept: list[Person] = []
    for person in people:
        if all(person is not other for other in kept):
            kept.append(person)
    return kept


def labelled_person(scene: Scene, label: str) -> Person | None:
    """The one person whom a label names: «ВАРВАРА», «А. Петров», «Алексей Петров», «А.П.»."""
    words = re.findall(r"[\w-]+", label.partition(",")[0])
    fitting = [person for person in scene.cast.near(words) if _names(words, person)]
    return fitting[0] if len(fitting) == 1 else None


def _names(words: Sequence[str], person: Person) -> bool:
    if not words:
        return False
    if all(len(word) == 1 for word in words):
        return len(words) > 1 and [word.casefold() for word in words] == [name[0].casefold() for name in person.words]
    return covered([word + "." if len(word) == 1 else word for word in words], person.words)
