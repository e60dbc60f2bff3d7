"""rank-bm25 itself, BM25Plus. It keeps nothing on disk: to open it is to build it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

from benchmarks.engines.engine import DEPTH, K1, B, BuiltAnew, Documents
from benchmarks.engines.passages import Passages, open_passages


@dataclass(frozen=True, slots=True)
class Scored(BuiltAnew):
    bm25: Any
    speakers: NDArray[np.int32]

    def top(self, words: Sequence[str]) -> Documents:
        return best(self.bm25.get_scores(words))

    def top_of_speaker(self, words: Sequence[str], speaker: int) -> Documents | None:
        among = np.flatnonzero(self.speakers == speaker)
        found = best(np.array(self.bm25.get_batch_scores(words, among.tolist())))
        return [int(each) for each in among[found]]


def best(scores: NDArray[np.float64]) -> list[int]:
    few = np.argpartition(-scores, min(DEPTH, len(scores) - 1))[:DEPTH]
    return [int(each) for each in few[np.argsort(-scores[few], kind="stable")]]


class Adapter:
    made: Callable[..., Any] = BM25Plus

    def build(self, passages: Passages, folder: Path) -> None:
        self.made(list(passages.texts()), k1=K1, b=B)

    def open(self, folder: Path) -> Scored:
        passages = open_passages(folder.parent / "passages")
        return Scored(self.made(list(passages.texts()), k1=K1, b=B), passages.speakers)
