"""Introduced: a person's own words in front of the outlet's report that leads to them.

«Он считает, что … «…», – сказал он»: the report has the words of the question, what follows has his. Whoever asks for
words wants these first, unless it is a figure that the report gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.quotation import Kind, Speaker
from retrieval.index import Hit
from retrieval.passages import Passage

_WRITTEN = (Kind.INDIRECT, Kind.NARRATIVE)


def own_words_first(
    hits: Iterable[Hit], passages: Sequence[Passage], wanted: Callable[[Passage], bool]
) -> Iterator[Hit]:
    """``hits`` with the ``wanted`` own words that follow a report right before it, none twice."""
    seen: set[int] = set()
    for hit in hits:
        words = _introduced(hit.position, passages)
        if words is not None and words not in seen and wanted(passages[words]):
            seen.add(words)
            yield replace(hit, position=words)
        if hit.position not in seen:
            seen.add(hit.position)
            yield hit


def _introduced(position: int, passages: Sequence[Passage]) -> int | None:
    """Where the own words stand to which the report at ``position`` leads: right behind it, or, in its paragraph,
    behind the sentence that names him («Об этом сообщила проректор …»)."""
    report = passages[position]
    if report.kind is not Kind.INDIRECT:
        return None
    for place in (position + 1, position + 2):
        if place >= len(passages) or passages[place].of.article.id != report.of.article.id:
            return None
        words = passages[place]
        if words.kind not in _WRITTEN:
            return place if _who(words.speaker) and _who(words.speaker) == _who(report.speaker) else None
        if words.kind is not Kind.NARRATIVE or not _share_a_paragraph(report, words):
            return None
    return None


def _share_a_paragraph(one: Passage, other: Passage) -> bool:
    return "\n" not in one.of.article.text[one.sentences[-1].stop : other.sentences[0].start]


def _who(speaker: Speaker) -> str | None:
    return speaker.name or speaker.role
