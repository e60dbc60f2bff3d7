"""Turn, Interview: an interviewer's question or a guest's answer, and all of them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.quotation import NOBODY, Kind, Quotation, Speaker
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Turn:
    """``words`` of a turn without its dash or label; a turn may run over several paragraphs."""

    words: Span
    question: bool
    speaker: Speaker = NOBODY

    def until(self, stop: int) -> Turn:
        """The same turn, going on to ``stop``."""
        return Turn(Span(self.words.start, stop), self.question, self.speaker)


@dataclass(frozen=True, slots=True)
class Interview:
    """The turns of an interview, in text order; none where the article is no interview."""

    turns: tuple[Turn, ...] = ()

    @property
    def questions(self) -> tuple[Span, ...]:
        return tuple(turn.words for turn in self.turns if turn.question)

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(turn.words for turn in self.turns)

    def quotations(self) -> tuple[Quotation, ...]:
        """The answers, each with the question before it."""
        found = []
        asked: Span | None = None
        for turn in self.turns:
            if turn.question:
                asked = turn.words
            else:
                found.append(Quotation(turn.words, Kind.INTERVIEW_ANSWER, turn.speaker, asked, "interview turn"))
        return tuple(found)


def asks(text: str, paragraph: Span) -> bool:
    """Whether the last sentence of a paragraph is a question."""
    return paragraph.of(text).rstrip(" \u00a0»\"”").endswith("?")
