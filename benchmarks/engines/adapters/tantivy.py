"""tantivy, one segment writer, words as they are, k1 and b as it has them; hits are not counted, which lets it skip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from benchmarks.engines.engine import DEPTH, AlwaysReady, Documents
from benchmarks.engines.passages import Passages

HEAP = 300_000_000  # bytes, for the writer


@dataclass(eq=False, slots=True)
class Searched(AlwaysReady):
    index: Any
    searcher: Any

    def top(self, words: Sequence[str]) -> Documents:
        return self._found(self._any(words))

    def top_of_speaker(self, words: Sequence[str], speaker: int) -> Documents | None:
        of_speaker = Query.term_query(self.index.schema, "speaker", str(speaker))
        return self._found(Query.boolean_query([(Occur.Must, self._any(words)), (Occur.Must, of_speaker)]))

    def replace(self, positions: Sequence[int], texts: Sequence[Sequence[str]]) -> None:
        writer = self.index.writer(HEAP, num_threads=1)
        for position, text in zip(positions, texts, strict=True):
            writer.delete_documents_by_term("number", position)
            writer.add_document(document(position, text, 0))
        writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def _any(self, words: Sequence[str]) -> Any:
        return Query.boolean_query(
            [(Occur.Should, Query.term_query(self.index.schema, "body", word)) for word in words]
        )

    def _found(self, query: Any) -> Documents:
        hits = self.searcher.search(query, DEPTH, count=False).hits
        return [address.doc for _, address in hits]


def document(number: int, text: Sequence[str], speaker: int) -> Any:
    made = tantivy.Document()
    made.add_text("body", " ".join(text))
    made.add_text("speaker", str(speaker))
    made.add_integer("number", number)
    return made


class Adapter:
    def build(self, passages: Passages, folder: Path) -> None:
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("body", tokenizer_name="whitespace", index_option="freq")
        schema.add_text_field("speaker", tokenizer_name="raw", index_option="basic")
        schema.add_integer_field("number", indexed=True, fast=True)
        writer = tantivy.Index(schema.build(), path=str(folder)).writer(HEAP, num_threads=1)
        for number, text in enumerate(passages.texts()):
            writer.add_document(document(number, text, passages.speakers[number]))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> Searched:
        index = tantivy.Index.open(str(folder))
        index.reload()
        return Searched(index, index.searcher())
