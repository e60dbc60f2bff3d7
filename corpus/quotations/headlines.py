"""Headlines given to a name: «Имя Фамилия: Слова», «Слова – И. Фамилия»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.cast import Person, covered
from corpus.marks import DASHES, MARKS
from corpus.names.mention import folded
from corpus.quotation import Kind, Quotation
from corpus.scene import Scene
from corpus.span import Span, trimmed
from corpus.speakers import Stage, shown

NAME = r"(?P<name>(?:[^\W\d_]\.[ \u00a0]?){0,2}[^\W\d_][^\W\d_’'-]*(?:[- ][^\W\d_][^\W\d_’'-]*){0,2})"
NAME_FIRST = re.compile(rf"{NAME}:[ \u00a0]+(?P<words>\S.+)", re.DOTALL)
NAME_LAST = re.compile(rf"(?P<words>.+\S)[ \u00a0]+[{DASHES}][ \u00a0]*{NAME}[.]?", re.DOTALL)
EDGE = MARKS + " \t\n\u00a0"
FEWEST = 3


def given_headline(scene: Scene, headline: Span | None) -> Iterator[Quotation]:
    """The headline as speech, where it names somebody of the article, and nothing else, as its speaker."""
    if headline is None:
        return
    for shape in (NAME_FIRST, NAME_LAST):
        found = shape.fullmatch(scene.text, headline.start, headline.stop)
        person = _person(scene, found["name"]) if found else None
        if found and person is not None and len(found["words"].split()) >= FEWEST:
            words = trimmed(Span(found.start("words"), found.end("words")), scene.text, EDGE)
            _, speaker = shown(Stage(scene), person)
            yield Quotation(words, Kind.SIGNATURE, speaker, rule="headline given to a name")
            return


def _person(scene: Scene, name: str) -> Person | None:
    """The one person whose name, or part of it, the headline has; its words in the nominative, as written."""
    words = re.findall(r"[^\W\d_]+\.|[^\W\d_]+(?:-[^\W\d_]+)*", name)
    fitting = [p for p in scene.cast.people if covered(words, p.words) and folded(words[-1]) in _forms(p)]
    return fitting[0] if len(fitting) == 1 else None


def _forms(person: Person) -> set[str]:
    return {folded(word) for word in person.words}
