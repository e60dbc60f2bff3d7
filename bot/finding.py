"""Finding: a question's answer with what its buttons lead to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.archive import Searching
from retrieval.answer import Answer
from retrieval.coverage import Coverage
from retrieval.extract import Extract


@dataclass(frozen=True, slots=True)
class Found:
    """``wider`` are the extracts without the answer's filters, where it has some; ``offers`` those of its suggestions
    that have an answer; ``covered`` is told where nothing was found."""

    answer: Answer
    wider: tuple[Extract, ...]
    offers: tuple[str, ...]
    covered: Coverage


def find(searcher: Searching, question: str, limit: int, before: str | None = None) -> Found:
    """``before`` is the question that this one may go on from.

    What the filters held back is looked up at once and kept with the answer by its ids: the text of the question,
    which would be needed to ask again, is not to be kept.
    """
    answer = searcher.answer(question, limit, before)
    held_back = bool(answer.filters) and (answer.found or answer.unfiltered)
    wider = searcher.answer(question, limit, before, filtered=False).extracts if held_back else ()
    offers = tuple(offer for offer in answer.suggestions if searcher.answer(offer, 1).found)
    return Found(answer, wider, offers, searcher.coverage)
