"""Postings against rank_bm25 itself, the textbook's example, and the order of hits."""

from __future__ import annotations

import math
from importlib import metadata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from retrieval.index import Document, Index, Query, postings
from retrieval.index.postings import PostingsBM25
from retrieval.terms import Terms

TERMS = st.sampled_from(list("абвгдежз"))
CORPORA = st.lists(st.lists(TERMS, max_size=12), min_size=1, max_size=12).filter(any)
QUERIES = st.lists(TERMS | st.just("неизвестное"), max_size=6)


def document(*words: str, group: str = "", about: tuple[str, ...] = ()) -> Document:
    return Document(Terms(words, words, words), Terms(about, about, about), group)


def asked(*words: str) -> Query:
    return Query(Terms(words, words, words))


@given(CORPORA, QUERIES, st.sampled_from([(1.5, 0.75), (0.9, 0.4), (1.2, 0.95)]))
def test_scores_are_rank_bm25s_bit_for_bit(
    corpus: list[list[str]], query: list[str], constants: tuple[float, float]
) -> None:
    k1, b = constants
    theirs = BM25Plus(corpus, k1=k1, b=b)
    ours = PostingsBM25(corpus, k1=k1, b=b)
    assert ours.get_scores(query).tobytes() == theirs.get_scores(query).tobytes()
    assert (ours.idf, ours.avgdl, ours.corpus_size) == (theirs.idf, theirs.avgdl, theirs.corpus_size)


@given(CORPORA, QUERIES)
@settings(max_examples=50)
def test_matches_order_documents_as_rank_bm25_does(corpus: list[list[str]], query: list[str]) -> None:
    ours = PostingsBM25(corpus)
    floor = sum(ours.idf.get(term, 0.0) for term in query)
    np.testing.assert_allclose(ours.matches(query) + floor, ours.get_scores(query), rtol=1e-6)


def test_the_textbook_example() -> None:
    """Two documents of two words, one shared: idf ln(3/2) and ln 3, tf 1, length the mean, k1 0.9: tf weight 1."""
    index = PostingsBM25([["нефть", "цена"], ["нефть", "труба"]])
    assert index.matches(["цена"]).tolist() == pytest.approx([math.log(3), 0.0])
    assert index.matches(["нефть"]).tolist() == pytest.approx([math.log(1.5)] * 2)
    assert index.matches(["нефть", "труба"])[1] == pytest.approx(math.log(1.5) + math.log(3))
    # impacts are kept in single precision


def test_an_empty_corpus_and_unknown_words_answer_nothing() -> None:
    assert Index([]).top(asked("нефть"), 10) == ()
    assert Index([document(), document()]).top(asked("нефть"), 10) == ()
    index = Index([document("нефть")])
    assert index.top(asked("погода"), 10) == ()
    assert index.top(asked(), 10) == ()
    assert PostingsBM25([]).get_scores(["нефть"]).tolist() == []


def test_asking_does_not_enlarge_the_index() -> None:
    index = PostingsBM25([["нефть"]])
    index.matches(["погода"])
    assert "погода" not in index


def test_equal_scores_come_in_document_order() -> None:
    index = Index(document("нефть", "цена", group=str(place)) for place in range(40))
    for limit in (1, 7, 40, 100):
        assert [hit.position for hit in index.top(asked("цена"), limit)] == list(range(min(limit, 40)))


def test_the_best_are_those_of_a_full_sort() -> None:
    random = np.random.default_rng(7)
    words = [str(number) for number in range(30)]
    index = Index(document(*random.choice(words, 8), group=str(place)) for place in range(200))
    everything = index.top(asked("3", "5", "8"), 1000)
    assert list(everything) == sorted(everything, key=lambda hit: (-hit.score, hit.position))
    for limit in (1, 5, 50):
        assert index.top(asked("3", "5", "8"), limit) == everything[:limit]


def test_neighbours_lend_to_each_other_within_a_group_only() -> None:
    lone = document("цена", group="1")
    near = document("цена", group="2")
    index = Index([lone, near, document("нефть", group="2"), document("прочее", group="3")])
    order = [hit.position for hit in index.top(asked("цена", "нефть"), 10)]
    assert order.index(1) < order.index(0)


def test_a_headline_helps_and_is_no_match_of_the_document_itself() -> None:
    headed = document("цена", group="1", about=("нефть",))
    index = Index([headed, document("цена", group="2"), document("прочее", group="3")])
    hits = index.top(asked("нефть", "цена"), 10)
    evidence = index.evidence(asked("нефть", "цена"), hits, 0)
    assert hits[0].position == 0
    assert (evidence.matched, evidence.asked) == (1, 2)
    assert evidence.covered_around == 1.0 > evidence.covered


def test_another_distribution_under_the_same_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "rank-bm25" in metadata.packages_distributions()["rank_bm25"]
    monkeypatch.setattr(postings, "packages_distributions", lambda: {"rank_bm25": ["rank-bm25", "a-fork"]})
    with pytest.raises(ImportError, match="a-fork"):
        postings.check_distribution()
