"""The index: hits in order, neighbours, headlines; spliced and opened again it is the same as built anew."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index import Document, Hit, Index, Query, build_index, spliced
from retrieval.index.saving import open_index, save_index
from retrieval.postings import distribution
from retrieval.postings.folder import FolderError
from retrieval.terms import terms_of
from retrieval.word_forms import WordForms


def document(*words: str, group: str = "", about: tuple[str, ...] = (), reach: int = 1) -> Document:
    return Document(words, about, group, reach=reach)


def index_of(*documents: Document) -> Index:
    return build_index(documents, WordForms())


def asked(*words: str) -> Query:
    return Query(terms_of(words, WordForms()))


def test_an_empty_corpus_and_unknown_words_answer_nothing() -> None:
    assert index_of().top(asked("нефть"), 10) == ()
    assert index_of(document(), document()).top(asked("нефть"), 10) == ()
    index = index_of(document("нефть"))
    assert index.top(asked("яхта"), 10) == ()
    assert index.top(asked(), 10) == ()


def test_equal_scores_come_in_document_order() -> None:
    index = index_of(*(document("нефть", "цена", group=str(place)) for place in range(40)))
    for limit in (1, 7, 40, 100):
        assert [hit.position for hit in index.top(asked("цена"), limit)] == list(range(min(limit, 40)))


def test_the_best_are_those_of_a_full_sort() -> None:
    random = np.random.default_rng(7)
    words = [str(number) for number in range(30)]
    index = index_of(*(document(*random.choice(words, 8), group=str(place)) for place in range(200)))
    everything = index.top(asked("3", "5", "8"), 1000)
    assert list(everything) == sorted(everything, key=lambda hit: (-hit.score, hit.position))
    for limit in (1, 5, 50):
        assert index.top(asked("3", "5", "8"), limit) == everything[:limit]


def test_neighbours_lend_to_each_other_within_a_group_only() -> None:
    lone = document("цена", group="1")
    near = document("цена", group="2")
    index = index_of(lone, near, document("нефть", group="2"), document("прочее", group="3"))
    order = [hit.position for hit in index.top(asked("цена", "нефть"), 10)]
    assert order.index(1) < order.index(0)


def test_a_headline_helps_and_is_no_match_of_the_document_itself() -> None:
    headed = document("цена", group="1", about=("нефть",))
    index = index_of(headed, document("цена", group="2"), document("прочее", group="3"))
    hits = index.top(asked("нефть", "цена"), 10)
    evidence = index.evidence(asked("нефть", "цена"), hits, 0)
    assert hits[0].position == 0
    assert (evidence.matched, evidence.asked) == (1, 2)
    assert evidence.covered_around == 1.0 > evidence.covered


def test_evidence_tells_how_far_a_hit_stands_out_and_what_it_misses() -> None:
    alone = [document("нефть", "цена", group="0"), *(document("прочее", group=str(place)) for place in range(1, 9))]
    crowd = [document("нефть", "цена", group=str(place)) for place in range(9)]
    query = asked("нефть", "цена", "труба")
    first, same_again = (index.evidence(query, index.top(query, 10), 0) for index in map(built, (alone, crowd)))
    assert first.clear == first.lead == 1.0
    assert same_again.clear == pytest.approx(0.0) and same_again.lead == pytest.approx(0.0)
    assert first.missing == pytest.approx(built(alone).idf("труба"))
    nothing_missing = asked("нефть", "цена")
    assert built(alone).evidence(nothing_missing, built(alone).top(nothing_missing, 10), 0).missing == 0.0


def built(documents: Sequence[Document]) -> Index:
    return index_of(*documents)


def test_words_that_mean_the_same_or_begin_alike_count_for_a_part() -> None:
    query = Query(terms_of(["транзит", "санкции"], WordForms()), akin={"транзит": ("перевозка",)})
    texts = (("перевозка", "санкционный"), ("транзит", "санкции"))
    index = index_of(*(document(*text, group=str(place)) for place, text in enumerate(texts)))
    hits = index.top(query, 2)
    shares = [index.evidence(query, hits, rank).covered for rank in range(2)]
    assert [hit.position for hit in hits] == [1, 0]
    assert shares[0] == 1.0 and 0.5 < shares[1] < 0.75


def test_a_document_is_found_by_its_core() -> None:
    words = ("нефть", "цена", "труба")
    index = index_of(*(document(word, group="0", reach=3 - place) for place, word in enumerate(words)))
    query = asked(*words)
    hits = index.top(query, 3)
    assert [hit.position for hit in hits] == [0, 1, 2]
    assert [index.evidence(query, hits, rank).matched for rank in range(3)] == [3, 2, 1]
    assert [len(index.beginnings(position)) for position in range(3)] == [3, 2, 1]


def test_a_core_that_begins_before_the_words_is_a_hit_as_well() -> None:
    """Its own words are none of the question's."""
    others = [document("прочее", group=str(place)) for place in range(2, 200)]
    index = index_of(document("порт", group="1", reach=2), document("нефть", group="1"), *others)
    assert {hit.position for hit in index.top(asked("нефть"), 10)} == {0, 1}


def test_what_stands_before_a_hit_stands_in_its_article() -> None:
    index = index_of(document("труба", group="0"), document("цена", group="1"), document("цена", group="1"))
    hits = [Hit(position, 1.0) for position in range(3)]
    assert index.follows(hits, [["труба"], ["нефть", "цена"], []]).tolist() == [[0, 0, 0], [0, 0, 1], [0, 0, 0]]
    assert index.beginnings(0) == {"труба"}


def test_another_distribution_under_the_same_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "rank-bm25" in metadata.packages_distributions()["rank_bm25"]
    monkeypatch.setattr(distribution, "packages_distributions", lambda: {"rank_bm25": ["rank-bm25", "a-fork"]})
    with pytest.raises(ImportError, match="a-fork"):
        distribution.check_distribution()


def article(name: str, random: np.random.Generator, size: int) -> list[Document]:
    words = [f"слово{letter}" for letter in "абвгдежзиклмнопрст"] + [f"{name}{number}" for number in range(3)]
    drawn = (tuple(str(word) for word in random.choice(words, 6)) for _ in range(size))
    return [document(*each, group=name, about=(words[0],) if size > 2 else ()) for each in drawn]


def flat(articles: dict[str, list[Document]]) -> list[Document]:
    return [each for _, documents in sorted(articles.items()) for each in documents]


def same(one: Index, other: Index, *queries: Query) -> bool:
    return all(_same(one.top(query, 50), other.top(query, 50)) for query in queries)


def _same(ones: Sequence[Hit], others: Sequence[Hit]) -> bool:
    positions = [hit.position for hit in ones] == [hit.position for hit in others]
    return positions and np.allclose([hit.score for hit in ones], [hit.score for hit in others])


QUERIES = (asked("словоа"), asked("словоб", "словов", "словог"), asked("мир1", "словод"), asked("дом2"))


@pytest.mark.parametrize("seed", range(8))
def test_a_spliced_index_answers_like_one_built_anew(seed: int) -> None:
    random = np.random.default_rng(seed)
    before = {name: article(name, random, int(random.integers(1, 6))) for name in ("ад", "мир", "рог", "тон")}
    after = {name: documents for name, documents in before.items() if random.random() < 0.7}
    come = {name: article(name, random, int(random.integers(1, 6))) for name in ("дом", "мир", "яма")}
    kept = [number for number, name in enumerate(sorted(before)) if name in after and name not in come]
    after.update(come)
    places = [number for number, name in enumerate(sorted(after)) if name in come]
    index = spliced(index_of(*flat(before)), kept, flat(come), places, WordForms())
    assert same(index, index_of(*flat(after)), *QUERIES)


LETTERS = [f"слово{letter}" for letter in "абвгде"]
made_words = st.lists(st.sampled_from(LETTERS), max_size=5)


@st.composite
def made_article(draw: st.DrawFn, name: str) -> list[Document]:
    """Documents that reach as far as they will within their article."""
    rows = draw(st.lists(made_words, min_size=1, max_size=6))
    reaches = [draw(st.integers(1, len(rows) - place)) for place in range(len(rows))]
    return [document(*row, group=name, reach=reach) for row, reach in zip(rows, reaches, strict=True)]


@st.composite
def made_corpora(draw: st.DrawFn) -> tuple[dict[str, list[Document]], dict[str, list[Document]], set[str]]:
    """Articles by their names, those of a later state, and the names of those that are new in it."""
    names = ["ад", "дом", "мир", "рог", "яма"]
    before = {name: draw(made_article(name)) for name in sorted(draw(st.sets(st.sampled_from(names))))}
    new = draw(st.sets(st.sampled_from(names)))
    stay = draw(st.sets(st.sampled_from(sorted(before)))) - new if before else set()
    after = {name: before[name] for name in stay} | {name: draw(made_article(name)) for name in sorted(new)}
    return before, after, new


@given(made_corpora())
def test_an_index_of_cores_spliced_is_the_index_built_anew(
    corpora: tuple[dict[str, list[Document]], dict[str, list[Document]], set[str]],
) -> None:
    before, after, new = corpora
    kept = [number for number, name in enumerate(sorted(before)) if name in after and name not in new]
    places = [number for number, name in enumerate(sorted(after)) if name in new]
    come = flat({name: after[name] for name in new})
    index, anew = spliced(index_of(*flat(before)), kept, come, places, WordForms()), index_of(*flat(after))
    queries = [asked(word) for word in LETTERS] + [asked(*LETTERS[:3]), asked("словоа", "словоб")]
    assert same(index, anew, *queries)
    assert index.documents.reaches.tolist() == anew.documents.reaches.tolist()
    for query in queries:
        hits, others = index.top(query, 9), anew.top(query, 9)
        assert [index.evidence(query, hits, rank).matched for rank in range(len(hits))] == [
            anew.evidence(query, others, rank).matched for rank in range(len(others))
        ]


def test_an_index_of_nothing_is_spliced_too() -> None:
    some = [document("нефть", group="1"), document("газ", group="2")]
    assert same(spliced(index_of(), [], some, [0, 1], WordForms()), index_of(*some), asked("газ"))
    emptied = spliced(index_of(*some), [], [], [], WordForms())
    assert emptied.size == 0 and emptied.top(asked("газ"), 5) == ()


def test_evidence_of_a_position_alone_is_that_of_the_hit() -> None:
    index = index_of(*flat({name: article(name, np.random.default_rng(3), 4) for name in ("мир", "дом")}))
    for query in QUERIES:
        hits = index.top(query, 5)
        bare = [Hit(hit.position, hit.score, hit.article) for hit in hits]
        assert [index.evidence(query, hits, rank) for rank in range(len(hits))] == [
            index.evidence(query, bare, rank) for rank in range(len(hits))
        ]


def test_a_saved_index_is_opened_the_same(tmp_path: Path) -> None:
    index = index_of(*flat({name: article(name, np.random.default_rng(5), 4) for name in ("мир", "дом")}))
    save_index(index, tmp_path / "index", "these words")
    opened = open_index(tmp_path / "index", "these words", check=True)
    assert same(opened, index, *QUERIES)
    come = article("яма", np.random.default_rng(6), 2)
    assert same(spliced(opened, [1], come, [1], WordForms()), spliced(index, [1], come, [1], WordForms()), *QUERIES)


def test_an_index_of_something_else_is_not_opened(tmp_path: Path) -> None:
    save_index(index_of(document("нефть")), tmp_path / "index", "these words")
    with pytest.raises(FolderError, match="other articles"):
        open_index(tmp_path / "index", "other words")


def test_a_damaged_index_is_not_opened(tmp_path: Path) -> None:
    save_index(index_of(document("нефть")), tmp_path / "index", "these words")
    file = tmp_path / "index" / "documents.priors.npy"
    file.write_bytes(file.read_bytes()[:-8] + b"\xff" * 8)
    open_index(tmp_path / "index", "these words")  # not read through
    with pytest.raises(FolderError, match=r"priors\.npy is damaged"):
        open_index(tmp_path / "index", "these words", check=True)
    file.unlink()
    with pytest.raises(FolderError, match=r"priors\.npy is missing"):
        open_index(tmp_path / "index", "these words")
