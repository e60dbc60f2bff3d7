"""Ours in numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.engines.engine import DEPTH, K1, B, Documents
from benchmarks.engines.passages import Passages
from retrieval.postings import Postings, build_numbered, open_postings, save_postings, spliced
from retrieval.postings.in_numpy import in_numpy
from retrieval.postings.top import Search, search_by

SPEAKERS = "speakers.npy"


@dataclass(eq=False, slots=True)
class Ours:
    """``of_speakers`` are each speaker's passages, ascending: a filter ready to be used."""

    folder: Path
    postings: Postings
    of_speakers: Sequence[NDArray[np.int64]]
    search: Search = in_numpy

    def ready(self) -> None:
        search_by(self.search)

    def top(self, words: Sequence[str]) -> Documents:
        documents: list[int] = self.postings.top(words, DEPTH).documents.tolist()
        return documents

    def top_of_speaker(self, words: Sequence[str], speaker: int) -> Documents | None:
        documents: list[int] = self.postings.top(words, DEPTH, self.of_speakers[speaker]).documents.tolist()
        return documents

    def replace(self, positions: Sequence[int], texts: Sequence[Sequence[str]]) -> None:
        places = np.array(positions)
        kept = np.delete(np.arange(self.postings.size), places)
        self.postings = spliced(self.postings, kept, texts, places)
        save_postings(self.postings, self.folder.with_name("replaced"))


class Adapter:
    def build(self, passages: Passages, folder: Path) -> None:
        save_postings(build_numbered(passages.numbers(), passages.words, K1, B), folder / "index")
        np.save(folder / SPEAKERS, passages.speakers)

    def open(self, folder: Path) -> Ours:
        speakers = np.load(folder / SPEAKERS)
        order = np.argsort(speakers, kind="stable")
        starts = np.searchsorted(speakers[order], np.arange(1, speakers.max() + 1))
        return Ours(folder / "index", open_postings(folder / "index"), np.split(order, starts))
