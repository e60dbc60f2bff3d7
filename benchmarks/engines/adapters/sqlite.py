"""SQLite's FTS5, its own bm25(), a speaker as a second column."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.engines.engine import DEPTH, AlwaysReady, Documents
from benchmarks.engines.passages import Passages

TABLE = "CREATE VIRTUAL TABLE passage USING fts5(body, speaker, tokenize='unicode61 remove_diacritics 0')"
SEARCH = "SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY bm25(passage, 1, 0) LIMIT ?"


@dataclass(frozen=True, slots=True)
class Database(AlwaysReady):
    connection: sqlite3.Connection

    def top(self, words: Sequence[str]) -> Documents:
        return self._found(any_of(words))

    def top_of_speaker(self, words: Sequence[str], speaker: int) -> Documents | None:
        return self._found(f"speaker : {named(speaker)} AND body : ({any_of(words)})")

    def replace(self, positions: Sequence[int], texts: Sequence[Sequence[str]]) -> None:
        with self.connection:
            self.connection.executemany(
                "UPDATE passage SET body = ? WHERE rowid = ?",
                [(" ".join(text), position) for position, text in zip(positions, texts, strict=True)],
            )

    def _found(self, query: str) -> Documents:
        return [row[0] for row in self.connection.execute(SEARCH, (query, DEPTH))]


def any_of(words: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)


def named(speaker: int) -> str:
    return f"speaker{speaker}"


def rows(passages: Passages) -> Iterator[tuple[int, str, str]]:
    for number, (text, speaker) in enumerate(zip(passages.texts(), passages.speakers.tolist(), strict=True)):
        yield number, " ".join(text), named(speaker)


class Adapter:
    def build(self, passages: Passages, folder: Path) -> None:
        connection = sqlite3.connect(folder / "passages.sqlite")
        with connection:
            connection.execute(TABLE)
            connection.executemany("INSERT INTO passage (rowid, body, speaker) VALUES (?, ?, ?)", rows(passages))
            connection.execute("INSERT INTO passage (passage) VALUES ('optimize')")
        connection.close()

    def open(self, folder: Path) -> Database:
        return Database(sqlite3.connect(folder / "passages.sqlite"))
