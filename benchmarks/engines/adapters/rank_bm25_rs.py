"""rank-bm25-rs: the same classes with a core in Rust."""

from __future__ import annotations

from rank_bm25_rs import BM25Plus

from benchmarks.engines.adapters.rank_bm25 import Adapter as Pure


class Adapter(Pure):
    made = BM25Plus
