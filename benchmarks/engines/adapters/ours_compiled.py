"""Ours with the compiled kernel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.engines.adapters.ours import Adapter as Plain
from benchmarks.engines.adapters.ours import Ours
from retrieval.postings import load_kernel, top


class Adapter(Plain):
    def open(self, folder: Path) -> Ours:
        if not load_kernel(folder.parent / "numba"):
            raise ImportError("numba is not installed")
        return replace(super().open(folder), search=top._search)
