"""Kept passages: all passages of the corpus in the order of its articles, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from corpus.quotation import Kind
from corpus.store.recent import Recent
from corpus.store.snapshot import MOST_ARTICLES, Snapshot
from retrieval.kept.cutting import read
from retrieval.kept.outline import KINDS, Outline
from retrieval.passages import Passage

_ANSWER = KINDS.index(Kind.INTERVIEW_ANSWER)


class KeptPassages(Sequence[Passage]):
    """Threads may share it. What is read is proved to be what was written; else sqlite3.DatabaseError is raised."""

    def __init__(self, snapshot: Snapshot, outline: Outline, before: KeptPassages | None = None) -> None:
        self.snapshot = snapshot
        self._outline = outline
        same = before is not None and before.snapshot.is_of(snapshot)
        self._recent: Recent[tuple[Passage, ...]] = before._recent if before and same else Recent(MOST_ARTICLES)

    def __len__(self) -> int:
        return len(self._outline)

    @overload
    def __getitem__(self, position: int) -> Passage: ...

    @overload
    def __getitem__(self, position: slice) -> list[Passage]: ...

    def __getitem__(self, position: int | slice) -> Passage | list[Passage]:
        places = range(len(self))[position]
        if not isinstance(places, int):
            return [self[each] for each in places]
        article, place = self.place_of(places)
        return self.of_article(article)[place]

    def __iter__(self) -> Iterator[Passage]:
        for article in range(len(self.snapshot)):
            yield from self.of_article(article)

    def place_of(self, position: int) -> tuple[int, int]:
        """The article of the passage at ``position``, by its place in the snapshot, and the passage's place in it."""
        article = self._outline.article_of(position)
        return article, position - int(self._outline.starts[article])

    def places_of(self, article: int) -> range:
        """The positions of the passages of the article at this place of the snapshot."""
        return range(int(self._outline.starts[article]), int(self._outline.starts[article + 1]))

    def reach(self, position: int) -> int:
        """How many passages the core has that begins with the one at ``position``."""
        return int(self._outline.reaches[position])

    def language(self, article: int) -> str:
        """Of the article at this place of the snapshot."""
        return self._outline.languages[article]

    def neighbours(self, position: int) -> list[Passage]:
        """The passages of the same article, that at ``position`` among them, in text order."""
        return [*self.of_article(self._outline.article_of(position))]

    def asked_of(self, position: int) -> str | None:
        """The interviewer's question that the passage at ``position`` answers; of other passages nothing is read."""
        if self._outline.kinds[position] != _ANSWER:
            return None
        passage = self[position]
        return passage.asked.of(passage.of.article.text) if passage.asked else None

    def of_text(self, digest: bytes) -> Iterator[Passage]:
        """The passages of all articles with the text of this ``digest``."""
        for article in self._outline.with_digest(int.from_bytes(digest, "big", signed=True)):
            yield from self.of_article(article)

    def of_article(self, place: int) -> tuple[Passage, ...]:
        """By the article's place in the snapshot."""
        return self._recent.get(int(self.snapshot.numbers[place]), lambda _: self._read(place))

    def _read(self, place: int) -> tuple[Passage, ...]:
        base, content = self.snapshot.base, int(self.snapshot.contents[place])
        expected, rows = base.one("SELECT checksum, rows FROM passages WHERE content = ?", (content,)) or (0, "")
        base.proved(expected, rows)
        return read(rows, self.snapshot.article(place))
