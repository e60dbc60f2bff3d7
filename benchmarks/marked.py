"""Gold labels out of marked articles, where speech is marked in its place.

The notation::

    %% outlet=Журнал «Степь» | author= | title=Заголовок | date=2026-03-12
    «⟦Слова⟧{Имя Фамилия|роль|direct|fullname}», – сказал эксперт Имя Фамилия.
    По его словам, ⟦~дело пошло⟧{Имя Фамилия|роль|indirect|pronoun}.

The first line, where it begins with ``%%``, is no part of the article: it says what the text itself gives about its
publication (also ``lang``, ``outlet_how`` and ``outlet_alt``, the latter with ``;`` between the readings).
``⟦words⟧{name|role|kind|cue}`` is speech, with ``~`` after the bracket where it is reported; ``⟦words⟧{not_speech}``
is an interviewer's question or something in quotation marks that nobody said, ``⟦words⟧{ignore}`` a scrap neither
rewarded nor punished. Marks may nest. Square brackets and braces elsewhere are plain text.

``python -m benchmarks.marked MARKED ARTICLES`` writes the plain articles of one folder into the other.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from corpus.quotation import Kind

SPEECH_KINDS = frozenset(Kind) - {Kind.NARRATIVE}
CUES = frozenset({"fullname", "surname", "role", "pronoun", "none"})
OPENING = re.compile(r"⟦(?P<reported>~?)")
LABEL = re.compile(r"⟧(?:\{(?P<label>[^{}\n]*)\})?")
MARK = re.compile(f"{OPENING.pattern}|{LABEL.pattern}")
HEADER_FIELDS = ("outlet", "outlet_alt", "outlet_how", "author", "title", "date", "lang")


class GoldQuote(TypedDict):
    """One labelled quotation; ``start`` and ``end`` are code points of the document's ``text``."""

    start: int
    end: int
    text: str
    speaker: str | None
    role: str | None
    kind: str
    cue: str


class GoldDocument(TypedDict):
    """The gold format of the attribution data, one article; ``id`` is empty where only a text was given."""

    id: str
    lang: str
    outlet: str | None
    outlet_alt: list[str]
    outlet_how: str | None
    author: str | None
    title: str | None
    date: str | None
    quotes: list[GoldQuote]
    not_speech: list[list[int]]
    ignore: list[list[int]]
    sha1: str
    text: str


class MarkingError(ValueError):
    """A mark that cannot be read; the message names the line."""


@dataclass(frozen=True, slots=True)
class Label:
    """One mark: where its words stand in the plain text, whether ``~`` stood before them, and what ``{}`` said."""

    start: int
    stop: int
    reported: bool
    label: str
    line: int


@dataclass(slots=True)
class Stripping:
    """The state of one pass over a marked text."""

    plain: list[str] = field(default_factory=list)
    length: int = 0
    open: list[tuple[int, bool, int]] = field(default_factory=list)  # start, reported, line
    labels: list[Label] = field(default_factory=list)

    def keep(self, piece: str) -> None:
        self.plain.append(piece)
        self.length += len(piece)

    def close(self, label: str | None, line: int) -> None:
        if not self.open:
            raise MarkingError(f"line {line}: ⟧ without ⟦ before it")
        if label is None:
            raise MarkingError(f"line {line}: after ⟧ comes {{name|role|kind|cue}}, {{not_speech}} or {{ignore}}")
        start, reported, opened = self.open.pop()
        self.labels.append(Label(start, self.length, reported, label, opened))


def parse_marked(marked: str, id: str = "") -> tuple[str, GoldDocument]:
    """The plain article and its gold document. Raises ``MarkingError`` on a mark that cannot be read."""
    header, body, first_line = _split_header(marked)
    plain, labels = _strip(body, first_line)
    labels = sorted(labels, key=lambda label: (label.start, -label.stop))
    document = GoldDocument(
        id=id,
        lang=header.get("lang") or "ru",
        outlet=header.get("outlet"),
        outlet_alt=[reading.strip() for reading in (header.get("outlet_alt") or "").split(";") if reading.strip()],
        outlet_how=header.get("outlet_how"),
        author=header.get("author"),
        title=header.get("title"),
        date=header.get("date"),
        quotes=[_quote(plain, label) for label in labels if "|" in label.label],
        not_speech=_spans(labels, "not_speech"),
        ignore=_spans(labels, "ignore"),
        sha1=hashlib.sha1(plain.encode(), usedforsecurity=False).hexdigest(),
        text=plain,
    )
    return plain, document


def marked_documents(folder: Path) -> Iterator[tuple[str, GoldDocument]]:
    """Plain text and gold of every marked article (``.txt``, ``.md``) of ``folder``, by file name, which is the id."""
    for path in sorted(folder.iterdir()):
        if path.suffix in {".txt", ".md"} and path.name != "README.md":
            try:
                yield parse_marked(path.read_text(encoding="utf-8"), id=path.name)
            except MarkingError as error:
                raise MarkingError(f"{path.name}, {error}") from error


def _split_header(marked: str) -> tuple[dict[str, str | None], str, int]:
    """The header's fields, the rest, and the number of the rest's first line."""
    first, newline, rest = marked.partition("\n")
    if not first.startswith("%%"):
        return {}, marked, 1
    pairs = [part.partition("=") for part in first.removeprefix("%%").split(" | ")]
    fields = {key.strip(): value.strip() or None for key, _, value in pairs}
    unknown = sorted(set(fields) - set(HEADER_FIELDS))
    if unknown or not newline:
        raise MarkingError(f"line 1: unknown field {', '.join(unknown)}" if unknown else "line 1: no article below")
    return fields, rest, 2


def _strip(body: str, first_line: int) -> tuple[str, list[Label]]:
    state, place = Stripping(), 0
    for mark in MARK.finditer(body):
        state.keep(body[place : mark.start()])
        place, line = mark.end(), first_line + body.count("\n", 0, mark.start())
        if mark.group().startswith("⟦"):
            state.open.append((state.length, bool(mark["reported"]), line))
        else:
            state.close(mark["label"], line)
    state.keep(body[place:])
    if state.open:
        raise MarkingError(f"line {state.open[-1][2]}: ⟦ is never closed")
    return "".join(state.plain), [_checked(label) for label in state.labels]


def _checked(label: Label) -> Label:
    if label.start == label.stop:
        raise MarkingError(f"line {label.line}: no words between ⟦ and ⟧")
    if label.label in {"not_speech", "ignore"}:
        return label
    _, _, kind, cue = _parts(label)
    if kind not in SPEECH_KINDS or cue not in CUES:
        raise MarkingError(f"line {label.line}: no such kind or cue: {kind}|{cue}")
    if label.reported != (kind == Kind.INDIRECT):
        raise MarkingError(f"line {label.line}: ~ goes with the kind indirect and with no other")
    return label


def _parts(label: Label) -> tuple[str, str, str, str]:
    parts = tuple(part.strip() for part in label.label.split("|"))
    if len(parts) != 4:
        raise MarkingError(f"line {label.line}: {{name|role|kind|cue}} has four parts, not {len(parts)}")
    name, role, kind, cue = parts
    return name, role, kind, cue


def _quote(plain: str, label: Label) -> GoldQuote:
    name, role, kind, cue = _parts(label)
    return GoldQuote(
        start=label.start,
        end=label.stop,
        text=plain[label.start : label.stop],
        speaker=name or None,
        role=role or None,
        kind=kind,
        cue=cue,
    )


def _spans(labels: list[Label], kind: str) -> list[list[int]]:
    return [[label.start, label.stop] for label in labels if label.label == kind]


def write_articles(marked: Path, articles: Path) -> list[str]:
    """Write the plain article of every marked one; returns their file names."""
    names = []
    for plain, document in marked_documents(marked):
        (articles / document["id"]).write_text(plain, encoding="utf-8", newline="\n")
        names.append(document["id"])
    return names


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print("usage: python -m benchmarks.marked MARKED ARTICLES (two folders)", file=sys.stderr)
        return 2
    try:
        names = write_articles(Path(arguments[0]), Path(arguments[1]))
    except (MarkingError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(names)} articles written", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
