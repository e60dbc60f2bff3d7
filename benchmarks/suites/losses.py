"""Losses: at which step a question lost the words that answer it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from benchmarks.scoring.questions import SHOWN, Outcome, Row, has_any
from bot.answer_record import answer_record
from corpus.span import Span
from retrieval.attempts import taken
from retrieval.decision import Strictness
from retrieval.index import Hit
from retrieval.naming import read
from retrieval.passages import Passage
from retrieval.searcher import Searcher
from retrieval.spelling import as_meant, corrected


class Step(StrEnum):
    FILTER = "filter"  # held to a person, outlet or days, and found without
    DECISION = "decision"  # nothing shown
    ARTICLE = "article not found"  # in none of the hits
    CUT = "words cut away"  # a core that has them is shown in part
    PLACE = "other words shown"
    ORDER = "second or third"


def lost_at(outcome: Outcome, searcher: Searcher) -> Step | None:
    """Null where the first extract has the right words, or none could."""
    if not outcome.asked.words or outcome.place == 0:
        return None
    if outcome.place:
        return Step.ORDER
    if outcome.answer["filters"] and _found_without(outcome, searcher):
        return Step.FILTER
    if not outcome.shown:
        return Step.DECISION
    cores = [_core(hit, searcher) for hit in _hits(outcome.asked.text, searcher)]
    own = [core for core in cores if is_of(core[0].of.article.id, outcome.asked.article)]
    if not own:
        return Step.ARTICLE
    holding = [core for core in own if has_any(_text(core), outcome.asked.words)]
    return Step.CUT if any(_is_shown(core, outcome.shown) for core in holding) else Step.PLACE


def is_of(id: str, article: str) -> bool:
    """Whether an article's id, a path, is that of ``article``, which may go without folder and ending."""
    return article in (id, PurePosixPath(id).name, PurePosixPath(id).stem)


def _found_without(outcome: Outcome, searcher: Searcher) -> bool:
    free = answer_record(searcher.answer(outcome.asked.text, SHOWN, filtered=False))
    return Outcome(outcome.asked, free).place is not None


def _hits(text: str, searcher: Searcher) -> Sequence[Hit]:
    """Those that the answer was made of."""
    corpus = searcher.corpus
    meant = corrected(as_meant(text, corpus.vocabulary), corpus.vocabulary, corpus.has)
    reading = read(meant, corpus.catalogue, corpus.lemmas, date.today())
    return taken(reading, corpus, Strictness.USUAL).made.found.hits


def _core(hit: Hit, searcher: Searcher) -> list[Passage]:
    passages = searcher.corpus.passages
    return [passages[hit.position + place] for place in range(passages.reach(hit.position))]


def _text(core: Sequence[Passage]) -> str:
    return _span(core).of(core[0].of.article.text)


def _span(core: Sequence[Passage]) -> Span:
    return Span(core[0].sentence.start, core[-1].sentence.stop)


def _is_shown(core: Sequence[Passage], shown: Sequence[Row]) -> bool:
    own = [extract for extract in shown if extract["article"] == core[0].of.article.id]
    return any(Span(*span).overlaps(_span(core)) for extract in own for span in extract["spans"])
