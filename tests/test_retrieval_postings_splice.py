"""A splice equals postings built anew, to the last bit of every array, and rank_bm25 told the same documents."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from retrieval.postings import Postings, build_postings, spliced

DOCUMENTS = st.lists(st.text("абвг", max_size=2), max_size=8)
Corpus = list[list[str]]
CORPORA = st.lists(DOCUMENTS, max_size=8)

ARRAYS = ("starts", "documents", "counts", "parts", "lengths", "bounds")
OF_VOCABULARY = ("checksums", "ends", "spellings")


def assert_same(one: Postings, other: Postings) -> None:
    for name in ARRAYS:
        assert getattr(one, name).dtype == getattr(other, name).dtype
        assert getattr(one, name).tolist() == getattr(other, name).tolist()
    for name in OF_VOCABULARY:
        assert getattr(one.vocabulary, name).tolist() == getattr(other.vocabulary, name).tolist()
    assert one.constants == other.constants


@given(CORPORA, st.lists(st.tuples(CORPORA, st.randoms(use_true_random=False)), min_size=1, max_size=4))
def test_a_chain_of_changes_equals_a_fresh_build(corpus: Corpus, changes: list[tuple[Corpus, Random]]) -> None:
    ours = build_postings(corpus, k1=0.9, b=0.4)
    for added, chance in changes:
        kept = [place for place in range(len(corpus)) if chance.random() < 0.7]
        places = sorted(chance.sample(range(len(kept) + len(added)), len(added)))
        stays = iter([corpus[place] for place in kept])
        comes = dict(zip(places, added, strict=True))
        corpus = [comes[place] if place in comes else next(stays) for place in range(len(kept) + len(added))]
        ours = spliced(ours, np.array(kept, dtype=np.int64), added, np.array(places, dtype=np.int64))
        assert_same(ours, build_postings(corpus, k1=0.9, b=0.4))
        if any(corpus):
            query = ["а", "бв", "гг", "", "а"]
            assert ours.get_scores(query).tobytes() == BM25Plus(corpus, k1=0.9, b=0.4).get_scores(query).tobytes()


def test_added_documents_may_be_postings_already() -> None:
    ours = build_postings([["нефть"], ["газ", "цена"]])
    new = build_postings([["транзит", "газ"]])
    given = spliced(ours, np.array([1]), new, np.array([0]))
    assert_same(given, build_postings([["транзит", "газ"], ["газ", "цена"]]))


def test_the_old_postings_are_left_as_they_were() -> None:
    corpus = [["нефть"], ["газ", "цена"]]
    ours = build_postings(corpus)
    spliced(ours, np.array([0]), [["газ"] * 300], np.array([1]))
    assert_same(ours, build_postings(corpus))


@pytest.mark.parametrize(
    ("kept", "places", "message"),
    [
        ([0, 2], [1], "kept must ascend from 0 to 1"),
        ([1, 0], [1], "kept must ascend"),
        ([0, 0], [1], "kept must ascend"),
        ([-1], [1], "kept must ascend"),
        ([0], [2], "places must ascend from 0 to 1"),
        ([0], [0, 1], "1 documents are added and 2 places are told"),
    ],
)
def test_places_that_do_not_come_out_even_are_refused(kept: list[int], places: list[int], message: str) -> None:
    ours = build_postings([["нефть"], ["газ"]])
    with pytest.raises(ValueError, match=message):
        spliced(ours, np.array(kept), [["цена"]], np.array(places))
