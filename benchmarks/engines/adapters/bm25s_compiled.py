"""bm25s with its numba backend."""

from __future__ import annotations

from pathlib import Path

from benchmarks.engines.adapters.bm25s import Adapter as Plain
from benchmarks.engines.adapters.bm25s import Retriever


class Adapter(Plain):
    backend = "numba"

    def open(self, folder: Path) -> Retriever:
        opened = super().open(folder)
        opened.bm25.backend = self.backend
        opened.bm25.activate_numba_scorer()
        return opened
