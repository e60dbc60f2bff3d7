"""Answer: a question's extracts, or an honest nothing; the steps on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.decision import LEAST_COVERED, why_not
from retrieval.extract import Extract, extract
from retrieval.index import Hit, Index
from retrieval.passages import Passage
from retrieval.question import Question, question, respelled
from retrieval.same_words import same_words
from retrieval.terms import Lemmas
from retrieval.word_forms import WordForms

WHY_NOT = (
    "empty_question",  # nothing but white space
    "no_words",  # marks or emoji alone
    "only_common_words",  # «что это?»: no word with a topic
    "empty_corpus",
    "no_match",  # no passage has a word of the question
    "weak_match",  # some do, too few to answer it
)
_POOL = 50  # hits looked at for extracts
_WORTH_SHOWING = 0.6  # share of the first extract's score that a further one needs


@dataclass(frozen=True, slots=True)
class Answer:
    """``language`` is the question's ("ru", "kk" or "en"); ``why_not`` a code from WHY_NOT where nothing was found."""

    question: str
    language: str
    extracts: tuple[Extract, ...] = ()
    why_not: str | None = None
    suggestions: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        return bool(self.extracts)


def answer(text: str, passages: Sequence[Passage], index: Index, lemmas: WordForms, limit: int) -> Answer:
    """At most ``limit`` extracts, best first, none of the same words as another."""
    asked = question(text, lemmas)
    if reason := _unanswerable(asked, index):
        return Answer(text, asked.language, why_not=reason)
    asked, hits, reason = found(asked, index, lemmas, _POOL)
    if reason:
        return Answer(text, asked.language, why_not=reason)
    weights = {word: index.idf(word) for word in asked.terms.words}
    shown = (extract(passages[hit.position], weights, lemmas, hit.score) for hit in _worth_showing(asked, index, hits))
    return Answer(text, asked.language, extracts=_different(shown, limit))


def found(asked: Question, index: Index, lemmas: Lemmas, limit: int) -> tuple[Question, tuple[Hit, ...], str | None]:
    """The question as it was looked up, its best hits, and why the first is no answer (None where it is one)."""
    asked = respelled(asked, lemmas, index.frequency)
    hits = index.top(asked.terms, limit)
    reason = why_not(index.evidence(asked.terms, hits, 0), asked.language) if hits else "no_match"
    return asked, hits, reason


def _unanswerable(asked: Question, index: Index) -> str | None:
    """Why no corpus can answer a question, or this one none."""
    if not asked.text.strip():
        return "empty_question"
    if not asked.forms:
        return "only_common_words" if asked.has_words else "no_words"
    return None if index.size else "empty_corpus"


def _worth_showing(asked: Question, index: Index, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The first hit, and those that come near it and have most of the question in their own words."""
    yield hits[0]
    for rank, hit in enumerate(hits[1:], 1):
        near = hit.score >= _WORTH_SHOWING * hits[0].score
        if near and index.evidence(asked.terms, hits, rank).covered >= LEAST_COVERED:
            yield hit


def _different(extracts: Iterator[Extract], limit: int) -> tuple[Extract, ...]:
    """The first ``limit`` extracts that do not repeat one before them."""
    kept: list[Extract] = []
    for each in extracts:
        if len(kept) >= limit:
            break
        if not any(same_words(each.text, other.text) for other in kept):
            kept.append(each)
    return tuple(kept)
