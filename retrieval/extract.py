"""Extract: the words to show, sliced from their article, with speaker, outlet, date and link."""

from __future__ import annotations

import datetime  # the field is called date
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.quotation import Kind
from corpus.span import Span
from retrieval.extract_id import extract_id
from retrieval.passages import Passage, joined
from retrieval.terms import Lemmas, terms

OMISSION = " […] "
LONGEST = 600  # characters, unless one sentence is longer


@dataclass(frozen=True, slots=True)
class Extract:
    """One voice's words. ``text`` is the slices of the article at ``spans`` joined by ``OMISSION``, nothing else."""

    text: str
    spans: tuple[Span, ...]
    article: str
    kind: Kind
    speaker: str | None
    role: str | None
    outlet: str | None
    author: str | None
    title: str | None
    date: datetime.date | None
    url: str | None
    asked: str | None
    score: float
    id: str = ""  # of these words of this text, see extract_id.py


def extract(passage: Passage, weights: Mapping[str, float], lemmas: Lemmas, score: float) -> Extract:
    """The best sentences of ``passage``; ``weights`` tell what each word of the question is worth."""
    best = best_sentences(passage, weights, lemmas)
    return extract_at(passage, joined(best, passage.of.article.text), score)


def extract_at(passage: Passage, spans: tuple[Span, ...], score: float = 0.0) -> Extract:
    """The words at ``spans``, which are whole sentences of ``passage``."""
    article = passage.of.article
    return Extract(
        text=OMISSION.join(span.of(article.text) for span in spans),
        spans=spans,
        article=article.id,
        kind=passage.kind,
        speaker=passage.speaker.name,
        role=passage.speaker.role,
        outlet=article.outlet,
        author=article.author,
        title=article.title,
        date=article.date,
        url=article.url,
        asked=passage.asked.of(article.text) if passage.asked else None,
        score=score,
        id=extract_id(article.text, spans),
    )


def best_sentences(passage: Passage, weights: Mapping[str, float], lemmas: Lemmas) -> tuple[Span, ...]:
    """Neighbouring sentences of at most LONGEST characters that hold the most of the question; of equals the longest.

    A longer sentence is taken alone and whole.
    """
    text = passage.of.article.text
    words = {sentence: frozenset(terms(sentence.of(text), lemmas).words) for sentence in passage.sentences}

    def worth(run: tuple[Span, ...]) -> tuple[float, int]:
        found = frozenset[str]().union(*(words[sentence] for sentence in run))
        return sum(weight for word, weight in weights.items() if word in found), _length(run)

    return max(_runs(passage.sentences), key=worth)


def _runs(sentences: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """From each sentence on, as many as fit."""
    for first in range(len(sentences)):
        last = first + 1
        while last < len(sentences) and _length(sentences[first : last + 1]) <= LONGEST:
            last += 1
        yield sentences[first:last]


def _length(run: Sequence[Span]) -> int:
    """Characters shown, a space or a mark of omission between sentences counted as one."""
    return sum(map(len, run)) + len(run) - 1
