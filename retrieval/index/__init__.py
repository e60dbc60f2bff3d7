"""The index: BM25 over several weighted fields of each passage, on rank_bm25's statistics."""

from retrieval.index.evidence import Evidence
from retrieval.index.fields import Document
from retrieval.index.query import Query
from retrieval.index.ranking import Hit, Index

__all__ = ["Document", "Evidence", "Hit", "Index", "Query"]
