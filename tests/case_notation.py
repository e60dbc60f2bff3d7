"""Case: one line of tests/cases/, a text with what a careful reader finds said in it.

The notation, so that a case is the text itself::

    «⟦слова⟧{Имя Фамилия}», — сказал Имя Фамилия.      speech of a named person
    «⟦слова⟧{|эксперт}», — сказал эксперт.              speech, nobody may be named; the role, as a note to the reader
    «⟦слова⟧{}», — сказал он.                           speech, nobody may be named
    — ⟦слова⟧{Имя Фамилия||interview_answer}            the kind must be this one
    Имя отметил, что ⟦~слова⟧{Имя}.                     reported clause
    ⟦?слова⟧{Имя}, ⟦?~слова⟧{Имя}                       may be found or not; if found, of this person or of nobody

``¶`` is a line break (``¶¶`` an empty line between paragraphs); the spaces around it belong to the notation. Labels
may stand inside each other. A line without ``⟦`` is a text in which nobody says anything. Lines that open with ``#``
name the pattern of the cases below them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.quotation import Kind, Quotation
from corpus.span import Span

_TOKEN = re.compile(r"⟦(?P<flags>[?~]*)|(?P<close>⟧)(?:\{(?P<who>[^{}]*)\})?| *(?P<breaks>¶+) *")
_BREAKS = re.compile(r"\n+")


class CaseError(ValueError):
    """A line that is not in the notation; the message says where and what to write."""


@dataclass(frozen=True, slots=True)
class Said:
    """A labelled place of a case's text. ``kind`` null: any kind of direct speech."""

    span: Span
    name: str | None = None
    role: str | None = None
    kind: Kind | None = None
    indirect: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A text and everything that is said in it, in the order of the closing brackets."""

    text: str
    quotes: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class FiledCase:
    """A case with its place: file name, line (from 1) and the pattern that the comment above it names."""

    file: str
    line: int
    pattern: str
    case: Case

    @property
    def id(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def key(self) -> str:
        """``file:hash`` of the case's text; stays the same when lines move."""
        return f"{self.file}:{hashlib.sha1(self.case.text.encode()).hexdigest()[:10]}"

    @property
    def language(self) -> str:
        return self.file.partition("_")[0]


def parse_case(line: str) -> Case:
    """The case that ``line`` writes down.

    Raises:
        CaseError: a bracket without its partner, a label without ``{}``, or an unknown kind.
    """
    reader = _Reader()
    at = 0
    for token in _TOKEN.finditer(line):
        reader.copy(line[at : token.start()])
        reader.take(token)
        at = token.end()
    reader.copy(line[at:])
    return reader.case()


class _Reader:
    """Takes a line token by token, and counts in the text that is left without the notation."""

    def __init__(self) -> None:
        self._text = ""
        self._open: list[tuple[int, str]] = []
        self._quotes: list[Said] = []

    def copy(self, plain: str) -> None:
        self._text += plain

    def take(self, token: re.Match[str]) -> None:
        if token["breaks"]:
            self._text += "\n" * len(token["breaks"])
        elif token["close"]:
            self._close(token)
        else:
            self._open.append((len(self._text), token["flags"]))

    def _close(self, token: re.Match[str]) -> None:
        where = f"column {token.start() + 1}"
        if not self._open:
            raise CaseError(f"{where}: ⟧ without ⟦ before it")
        if token["who"] is None:
            raise CaseError(f"{where}: ⟧ without a label; write {{}} where nobody may be named")
        start, flags = self._open.pop()
        self._quotes.append(_said(Span(start, len(self._text)), flags, token["who"], where))

    def case(self) -> Case:
        if self._open:
            raise CaseError(f"⟦ without ⟧ after it, before {self._text[self._open[-1][0] :][:20]!r}")
        return Case(self._text, tuple(self._quotes))


def _said(span: Span, flags: str, who: str, where: str) -> Said:
    name, role, kind, *rest = (*(part.strip() or None for part in who.split("|")), None, None)
    if any(rest):
        raise CaseError(f"{where}: a label has three parts, {{name|role|kind}}, not {{{who}}}")
    return Said(span, name, role, _kind(kind, where), "~" in flags, "?" in flags)


def _kind(word: str | None, where: str) -> Kind | None:
    if word is None or word in set(Kind):
        return Kind(word) if word else None
    raise CaseError(f"{where}: no kind {word!r}; one of {', '.join(Kind)}")


def read_cases(path: Path) -> Iterator[FiledCase]:
    """The cases of a file, in order.

    Raises:
        CaseError: with file and line, at the first line that is not in the notation.
    """
    pattern = ""
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip(" ")
        if line.startswith("#"):
            pattern = line.lstrip("# ")
        elif line:
            yield FiledCase(path.name, number, pattern, _parse_at(line, f"{path.name}:{number}"))


def _parse_at(line: str, place: str) -> Case:
    try:
        return parse_case(line)
    except CaseError as error:
        raise CaseError(f"{place}: {error}") from None


def said(quotation: Quotation) -> Said:
    """What was found, as a label."""
    speaker = quotation.speaker
    indirect = quotation.kind is Kind.INDIRECT
    return Said(quotation.span, speaker.name, speaker.role, None if indirect else quotation.kind, indirect)


def render(text: str, quotes: Iterable[Said]) -> str:
    """``text`` on one line with ``quotes`` marked in it, ready to be corrected and put into a case file."""
    out, at = "", 0
    for place, insertion in _insertions(quotes):
        out += text[at:place] + insertion
        at = place
    return _BREAKS.sub(lambda run: f" {'¶' * len(run[0])} ", out + text[at:])


def _insertions(quotes: Iterable[Said]) -> list[tuple[int, str]]:
    """Brackets and labels by place: what ends comes before what begins, the inner one ends first and begins last."""
    placed: list[tuple[tuple[int, int, int], str]] = []
    for quote in quotes:
        start, stop = quote.span.start, quote.span.stop
        placed.append(((start, 1, -stop), "⟦" + "?" * quote.optional + "~" * quote.indirect))
        placed.append(((stop, 0, -start), "⟧" + _label(quote)))
    return [(order[0], insertion) for order, insertion in sorted(placed, key=lambda item: item[0])]


def _label(quote: Said) -> str:
    return "{" + "|".join((quote.name or "", quote.role or "", quote.kind or "")).rstrip("|") + "}"
