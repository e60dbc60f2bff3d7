"""Explanation: how a question was read, and each hit's scores and why it answers or does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from retrieval.collection import Collection
from retrieval.decision import Grounds, why_not
from retrieval.naming import read
from retrieval.question import question
from retrieval.search import Finding
from retrieval.spelling import as_meant, corrected

_HITS = 10
_SHOWN = 80  # characters of a passage


def explain(text: str, corpus: Collection) -> Iterator[str]:
    """Lines for a person to read."""
    meant = corrected(as_meant(text, corpus.vocabulary), corpus.vocabulary, corpus.has)
    reading = read(meant, corpus.catalogue, corpus.lemmas, date.today())
    asked = question(reading.rest, corpus.lemmas, [word.form for word in reading.topic_names])
    found = corpus.search(asked, reading.filters)
    yield f"read as: {meant}"
    yield f"language: {asked.language}"
    yield "filters: " + (", ".join(f"{each.kind}: {each.value}" for each in reading.filters) or "none")
    yield from _words(found, corpus)
    yield f"answer: {found.why_not or 'found'}"
    for rank in range(min(_HITS, len(found.hits))):
        yield from _hit(rank, found, corpus)


def _words(found: Finding, corpus: Collection) -> Iterator[str]:
    topic = found.query.topic
    for word in dict.fromkeys(found.query.terms.words):
        akin = found.query.akin.get(word, ())
        weight = f"idf {corpus.index.idf(word):.2f}" + ("" if word in topic else ", not held to")
        yield f"word: {word} ({weight})" + (f" ~ {', '.join(akin)}" if akin else "")


def _hit(rank: int, found: Finding, corpus: Collection) -> Iterator[str]:
    hit = found.hits[rank]
    passage = corpus.passages[hit.position]
    on = Grounds(corpus.index.evidence(found.query, found.hits, rank), corpus.index.size)
    fields = corpus.index.field_scores(found.query, [hit.position])
    yield ""
    yield f"{rank + 1}. {hit.score:.2f} {passage.of.article.id} [{passage.kind.value}] {passage.speaker.name or '—'}"
    yield f"   {passage.text[:_SHOWN]!r}"
    yield "   fields: " + ", ".join(f"{name} {scores[0]:.2f}" for name, scores in fields.items() if scores[0])
    yield "   evidence: " + ", ".join(f"{name} {_printed(value)}" for name, value in asdict(on.evidence).items())
    yield f"   {why_not(on) or 'answers'}"


def _printed(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)
