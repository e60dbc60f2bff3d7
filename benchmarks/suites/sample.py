"""The sample corpus, read once for all that is measured on it."""

from __future__ import annotations

from functools import cache

from benchmarks.data import ours
from corpus.library import Library, read_library
from retrieval.searcher import Searcher, build_searcher

ARTICLES = ours("corpus/articles")
MARKED = ours("tests/evaluation/sample")
QUESTIONS = ours("tests/evaluation")


@cache
def sample_library() -> Library:
    return read_library(ARTICLES.path)


@cache
def sample_searcher() -> Searcher:
    return build_searcher(sample_library().articles)
