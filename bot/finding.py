"""Finding: a question's answer with what its buttons lead to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from bot.archive import Searching
from retrieval.answer import Answer
from retrieval.coverage import Coverage
from retrieval.decision import Strictness
from retrieval.extract import Extract


@dataclass(frozen=True, slots=True)
class Found:
    """``wider`` are the extracts without the answer's filters, where it has some; ``offers`` those of its suggestions
    that have an answer; ``covered`` is told where nothing was found."""

    answer: Answer
    wider: tuple[Extract, ...]
    offers: tuple[str, ...]
    covered: Coverage


def find(
    searcher: Searching,
    question: str,
    limit: int,
    before: str | None = None,
    strictness: Strictness = Strictness.USUAL,
) -> Found:
    """``before`` is the question that this one may go on from.

    What the filters held back is looked up at once and kept with the answer by its ids: the text of the question,
    which would be needed to ask again, is not to be kept.
    """
    ask = partial(searcher.answer, strictness=strictness)
    answer = ask(question, limit, before)
    held_back = bool(answer.filters) and (answer.found or answer.unfiltered)
    wider = ask(question, limit, before, filtered=False).extracts if held_back else ()
    offers = tuple(offer for offer in answer.suggestions if ask(offer, 1).found)
    return Found(answer, wider, offers, searcher.coverage)
