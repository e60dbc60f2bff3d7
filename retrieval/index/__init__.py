"""The index: BM25 over several weighted fields of each passage, on rank_bm25's statistics."""

from retrieval.index.building import build_index
from retrieval.index.documents import Document
from retrieval.index.evidence import Evidence
from retrieval.index.query import Query
from retrieval.index.ranking import Hit, Index
from retrieval.index.splicing import spliced

__all__ = ["Document", "Evidence", "Hit", "Index", "Query", "build_index", "spliced"]
