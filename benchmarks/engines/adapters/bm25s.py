"""bm25s with its numpy backend, Lucene's formula, which is its default. A filter is a mask over all passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
from bm25s.tokenization import Tokenized
from numpy.typing import NDArray

from benchmarks.engines.engine import DEPTH, K1, B, BuiltAnew, Documents
from benchmarks.engines.passages import Passages


@dataclass(frozen=True, slots=True)
class Retriever(BuiltAnew):
    bm25: Any
    speakers: NDArray[np.int32]

    def top(self, words: Sequence[str]) -> Documents:
        return self._retrieved(words, None)

    def top_of_speaker(self, words: Sequence[str], speaker: int) -> Documents | None:
        return self._retrieved(words, (self.speakers == speaker).astype(np.float32))

    def _retrieved(self, words: Sequence[str], mask: NDArray[np.float32] | None) -> Documents:
        found, _ = self.bm25.retrieve([list(words)], k=DEPTH, show_progress=False, n_threads=1, weight_mask=mask)
        documents: list[int] = found[0].tolist()
        return documents


class Adapter:
    backend = "numpy"

    def build(self, passages: Passages, folder: Path) -> None:
        made = bm25s.BM25(k1=K1, b=B, backend=self.backend)
        numbers = [row.tolist() for row in passages.numbers()]
        vocabulary = {word: number for number, word in enumerate(passages.words)}
        made.index(Tokenized(ids=numbers, vocab=vocabulary), show_progress=False)
        made.save(str(folder), show_progress=False)
        np.save(folder / "speakers.npy", passages.speakers)

    def open(self, folder: Path) -> Retriever:
        return Retriever(bm25s.BM25.load(str(folder), show_progress=False), np.load(folder / "speakers.npy"))
