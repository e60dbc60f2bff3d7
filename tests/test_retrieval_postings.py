"""Postings against rank_bm25 itself: scores to the last bit, and the best k of a full ranking, by either search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from retrieval.postings import Hits, Postings, build_numbered, build_postings, load_kernel, loading, top
from retrieval.postings.in_numpy import in_numpy
from retrieval.postings.parts import ROUNDED
from retrieval.postings.top import Search

WORDS = list("абвгдежз")
TERMS = st.sampled_from(WORDS)
CORPORA = st.lists(st.lists(TERMS, max_size=12), min_size=1, max_size=12).filter(any)
QUERIES = st.lists(TERMS | st.just("неизвестное"), max_size=10)
CONSTANTS = st.sampled_from([(1.5, 0.75), (0.9, 0.4), (1.2, 0.95)])

# A search is set once for all examples.
each_search = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(scope="session")
def kernel(pytestconfig: pytest.Config) -> Search:
    pytest.importorskip("numba", exc_type=ImportError)
    assert pytestconfig.cache is not None
    assert load_kernel(pytestconfig.cache.mkdir("numba"))
    return top._search


@pytest.fixture(params=["numpy", "kernel"])
def search(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = in_numpy if request.param == "numpy" else request.getfixturevalue("kernel")
    monkeypatch.setattr(top, "_search", chosen)


def ranked(theirs: BM25Plus, query: Sequence[str], documents: Iterable[int], k: int) -> list[tuple[int, float]]:
    """rank_bm25's best of the documents that share a term with ``query``, its constant taken off."""
    scores = theirs.get_scores(query)
    floor = 0.0
    for term in query:
        floor += (theirs.idf.get(term) or 0) * theirs.delta
    sharing = [each for each in documents if any(term in theirs.doc_freqs[each] for term in query)]
    return [(each, scores[each] - floor) for each in sorted(sharing, key=lambda each: (-scores[each], each))[:k]]


def told(hits: Hits) -> list[tuple[int, float]]:
    return list(zip(hits.documents.tolist(), hits.scores.tolist(), strict=True))


@given(CORPORA, QUERIES, CONSTANTS)
def test_scores_are_rank_bm25s_bit_for_bit(
    corpus: list[list[str]], query: list[str], constants: tuple[float, float]
) -> None:
    theirs = BM25Plus(corpus, k1=constants[0], b=constants[1])
    ours = build_postings(corpus, *constants)
    assert ours.get_scores(query).tobytes() == theirs.get_scores(query).tobytes()
    assert (ours.avgdl, ours.size) == (theirs.avgdl, theirs.corpus_size)
    assert {term: ours.idf(term) for term in theirs.idf} == theirs.idf


@pytest.mark.usefixtures("search")
@each_search
@given(CORPORA, QUERIES, CONSTANTS, st.integers(1, 13))
def test_the_best_are_those_of_a_full_ranking(
    corpus: list[list[str]], query: list[str], constants: tuple[float, float], k: int
) -> None:
    theirs = BM25Plus(corpus, k1=constants[0], b=constants[1])
    ours = build_postings(corpus, *constants)
    assert told(ours.top(query, k)) == ranked(theirs, query, range(len(corpus)), k)


@pytest.mark.usefixtures("search")
@each_search
@given(CORPORA, QUERIES, st.sets(st.integers(0, 11)), st.integers(1, 13))
def test_a_filter_leaves_the_statistics_alone(
    corpus: list[list[str]], query: list[str], chosen: set[int], k: int
) -> None:
    among = np.array(sorted(each for each in chosen if each < len(corpus)), dtype=np.int64)
    flags = np.isin(np.arange(len(corpus)), among)
    wanted = ranked(BM25Plus(corpus), query, among.tolist(), k)
    ours = build_postings(corpus)
    assert told(ours.top(query, k, among)) == wanted
    assert told(ours.top(query, k, flags)) == wanted


@pytest.mark.usefixtures("search")
@each_search
@given(CORPORA, st.dictionaries(TERMS, st.just(0.0) | st.floats(0.01, 3), max_size=6), st.integers(1, 13))
def test_weights_multiply_a_terms_part(corpus: list[list[str]], query: dict[str, float], k: int) -> None:
    ours = build_postings(corpus)
    every = np.arange(ours.size)
    parts = [weight * ours.scores_at([term], every) for term, weight in query.items() if term in ours]
    scores = np.sum([np.zeros(ours.size), *parts], axis=0)
    hits = ours.top(query, k)
    np.testing.assert_allclose(ours.scores_at(query, every), scores, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(hits.scores, np.sort(scores[scores > 0])[::-1][:k], rtol=1e-9, atol=1e-12)
    assert hits.scores.tolist() == ours.scores_at(query, hits.documents).tolist()


def zipf(documents: int, words: int, seed: int = 7) -> list[list[int]]:
    """Documents of 5 to 60 words, some of them far commoner than others."""
    chance = np.random.default_rng(seed)
    share = 1 / np.arange(1, words + 1)
    return [chance.choice(words, chance.integers(5, 60), p=share / share.sum()).tolist() for _ in range(documents)]


@pytest.fixture(scope="module")
def collection() -> Postings:
    return build_numbered(zipf(20_000, 3_000), [str(each) for each in range(3_000)], k1=0.9, b=0.4)


@pytest.mark.usefixtures("search")
def test_a_thousand_questions_have_the_hits_of_a_full_ranking(collection: Postings) -> None:
    chance = np.random.default_rng(11)
    chosen = np.flatnonzero(chance.random(collection.size) < 0.1)
    for question in range(1000):
        lowest = (0, 20, 300)[question % 3]
        query = [str(each) for each in chance.integers(lowest, 3_000 // (1 + question % 7), chance.integers(1, 9))]
        k = (1, 10, 100)[question % 3]
        scores = collection.get_scores(query)
        order = np.argsort(-scores, kind="stable")
        hits = collection.top(query, k)
        assert len(hits) == min(k, np.count_nonzero(collection.scores_at(query, np.arange(collection.size))))
        assert hits.documents.tolist() == order[: len(hits)].tolist()
        np.testing.assert_allclose(hits.scores + floor(collection, query), scores[order[: len(hits)]], rtol=1e-12)
        among = collection.top(query, k, chosen)
        assert among.documents.tolist() == order[np.isin(order, chosen)][: len(among)].tolist()


def floor(postings: Postings, query: Sequence[str]) -> float:
    return sum(postings.idf(term) * postings.delta for term in query if term in postings)


@pytest.mark.usefixtures("search")
def test_documents_that_tie_come_in_their_order() -> None:
    ours = build_postings([["цена", str(each)] for each in range(50_000)])
    assert ours.top(["цена"], 100).documents.tolist() == list(range(100))
    assert ours.top(["цена", "49999"], 3).documents.tolist() == [49_999, 0, 1]


@pytest.mark.usefixtures("search")
@pytest.mark.parametrize(("times", "kind"), [(255, np.uint8), (256, np.uint16), (70_000, np.int32)])
def test_a_word_may_be_repeated_endlessly(times: int, kind: type) -> None:
    corpus = [["да"] * times, ["да", "нет"], ["нет"]]
    ours = build_postings(corpus)
    assert ours.postings("да")[1].dtype == kind
    assert told(ours.top(["да", "нет"], 3)) == ranked(BM25Plus(corpus), ["да", "нет"], range(3), 3)


@pytest.mark.usefixtures("search")
def test_nothing_is_found_where_there_is_nothing(collection: Postings) -> None:
    for ours in (build_postings([]), build_postings([[], []]), collection):
        assert told(ours.top(["погода"], 10)) == told(ours.top([], 10)) == told(ours.top(["1"], 0)) == []
        assert told(ours.top(["1"], 10, np.zeros(ours.size, dtype=np.bool_))) == []
        assert told(ours.top(["1"], 10, np.zeros(0, dtype=np.int32))) == []
        assert ours.get_scores(["погода"]).tolist() == [0.0] * ours.size
        assert ours.scores_at(["погода"], np.arange(min(3, ours.size))).tolist() == [0.0] * min(3, ours.size)


@pytest.mark.usefixtures("search")
def test_threads_may_share_a_collection(collection: Postings) -> None:
    queries = [[str(each), str(each + 40), str(each * 2)] for each in range(20, 220)]
    alone = [told(collection.top(query, 10)) for query in queries]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda query: told(collection.top(query, 10)), queries * 5)) == alone * 5


def test_postings_are_the_documents_with_a_term_and_its_counts() -> None:
    corpus = zipf(300, 50)
    ours = build_numbered(corpus, [str(each) for each in range(60)])
    for word in range(60):
        counts = [Counter(document)[word] for document in corpus]
        documents, found = ours.postings(str(word))
        assert dict(zip(documents.tolist(), found.tolist(), strict=True)) == {
            document: count for document, count in enumerate(counts) if count
        }
        assert documents.tolist() == sorted(documents.tolist())
        assert ours.frequency(str(word)) == len(documents)
        assert (str(word) in ours) == bool(len(documents))


@given(CORPORA, CONSTANTS)
def test_a_part_is_never_too_low_and_hardly_too_high(corpus: list[list[str]], constants: tuple[float, float]) -> None:
    ours = build_postings(corpus, *constants)
    for number in range(len(ours.vocabulary)):
        term, place = ours.vocabulary[number], slice(int(ours.starts[number]), int(ours.starts[number + 1]))
        exact = ours.scores_at([term], ours.documents[place]) / ours.collection.step
        more = ours.parts[place] - exact
        assert (more >= 0).all() and (more < ROUNDED).all()
        assert ours.bounds[number] == ours.parts[place].max()


def test_words_of_one_checksum_are_told_apart() -> None:
    """The CRC-32 of «plumless» and «buckeroo» is the same."""
    corpus = [["plumless", "a"], ["buckeroo"], ["", "buckeroo", "\ud800"]]
    ours = build_postings(corpus)
    found = {term: ours.postings(term)[0].tolist() for term in ("plumless", "buckeroo", "", "\ud800", "nothing")}
    assert found == {"plumless": [0], "buckeroo": [1, 2], "": [2], "\ud800": [2], "nothing": []}
    assert [build_postings([["plumless"]]).frequency(term) for term in ("plumless", "buckeroo", "")] == [1, 0, 0]


def test_documents_are_read_once_and_in_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, terms = zipf(500, 40), [str(each) for each in range(40)]
    whole = build_numbered(corpus, terms)
    monkeypatch.setattr("retrieval.postings.build.CHUNK", 100)
    monkeypatch.setattr("retrieval.postings.parts.AT_ONCE", 64)
    pieces = build_numbered((np.array(document, dtype=np.int32) for document in corpus), iter(terms))
    for name in ("starts", "documents", "counts", "parts", "lengths", "bounds"):
        assert np.array_equal(getattr(whole, name), getattr(pieces, name))


def test_bad_questions_and_constants_are_refused(collection: Postings) -> None:
    with pytest.raises(ValueError, match="weight"):
        collection.top({"1": -1.0}, 10)
    with pytest.raises(ValueError, match="3 flags"):
        collection.top(["1"], 10, np.ones(3, dtype=np.bool_))
    with pytest.raises(ValueError, match="k1"):
        build_postings([["цена"]], k1=0)


def test_nothing_writes_to_the_arrays(collection: Postings) -> None:
    with pytest.raises(ValueError, match="read-only"):
        collection.postings("1")[0][0] = 5
    with pytest.raises(ValueError, match="read-only"):
        collection.lengths[0] = 5


def test_without_numba_numpy_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "find_spec", lambda name: None)
    monkeypatch.setattr(top, "_search", in_numpy)
    assert not load_kernel()
    assert top._search is in_numpy


def test_a_broken_numba_is_told_and_numpy_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(name: str) -> None:
        raise ImportError("needs another numpy")

    monkeypatch.setattr(loading, "find_spec", lambda name: object())
    monkeypatch.setattr(loading, "import_module", broken)
    monkeypatch.setattr(top, "_search", in_numpy)
    assert not load_kernel()
    assert top._search is in_numpy
    assert "needs another numpy" in caplog.text
