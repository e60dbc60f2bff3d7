"""A collection over the store is what the articles themselves give, and after a reload what a fresh build gives."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.made_corpus import Maker, path_of, questions, write_corpus
from corpus.library import Library, changes, read_library
from retrieval.index import Document, build_index
from retrieval.kept.documents import difference, forms, passage_forms
from retrieval.kept.keeper import PASSAGES
from retrieval.passages import Passage, passages
from retrieval.question import question
from retrieval.searcher import Searcher, open_searcher
from retrieval.spelling import Vocabulary
from retrieval.terms import lemma, topical_forms

SAMPLE = Path(__file__).parent.parent / "corpus" / "articles"


@pytest.fixture(scope="module")
def sample() -> Library:
    return read_library(SAMPLE, supplement=PASSAGES)


@pytest.fixture(scope="module")
def searcher(sample: Library) -> Searcher:
    return open_searcher(sample)


@pytest.fixture(scope="module")
def cut(sample: Library) -> list[Passage]:
    return [passage for article in sample.articles for passage in passages(article)]


def test_kept_passages_are_those_of_the_articles(searcher: Searcher, cut: list[Passage]) -> None:
    kept = searcher.corpus.passages
    assert len(kept) == len(cut)
    assert list(kept) == cut
    assert [kept[position] for position in range(len(cut))] == cut
    assert kept[-1] == cut[-1] and kept[3:5] == cut[3:5]


def test_neighbours_are_the_passages_of_the_article(searcher: Searcher, cut: list[Passage]) -> None:
    for position in range(0, len(cut), 17):
        same = [passage for passage in cut if passage.of.article.id == cut[position].of.article.id]
        assert searcher.corpus.neighbours(position) == same


def test_forms_are_numbered_without_a_gap_and_keep_their_lemmas(searcher: Searcher, sample: Library) -> None:
    assert sample.snapshot is not None
    known = forms(sample.snapshot)
    assert [number for number, _ in known] == list(range(1, len(known) + 1))
    assert all(searcher.corpus.lemmas.lemma(form) == lemma(form) for _, form in known[::7])
    spelled = dict(known)
    articles = passage_forms(sample.snapshot)
    own = [[spelled[number] for number in row] for article in articles for row, _ in article.rows()]
    for passage, row in zip(searcher.corpus.passages, own, strict=True):
        assert row == topical_forms("\n".join(filter(None, (passage.speaker.name, passage.text))))


def test_the_vocabulary_is_the_words_counted(searcher: Searcher, sample: Library) -> None:
    counts: dict[str, int] = {}
    for item in sample.articles:
        for form in topical_forms(item.article.text):
            counts[form] = counts.get(form, 0) + 1
    plain, kept = Vocabulary.of(counts), searcher.corpus.vocabulary
    chance = random.Random(3)
    for form in chance.sample(sorted(counts), 150):
        typed = form[:2] + chance.choice("аеиоуык") + form[3:]
        assert form in kept
        assert kept.spelled_alike(typed) == plain.spelled_alike(typed)
        assert kept.closest(typed) == plain.closest(typed)


def test_a_reload_gives_what_a_fresh_start_gives(tmp_path: Path) -> None:
    corpus, made = tmp_path / "corpus", Maker()
    write_corpus(corpus, 24)
    library = read_library(corpus, tmp_path / "state", supplement=PASSAGES)
    searcher = open_searcher(library)
    path_of(corpus, 3).write_text(made.article(3, edition=1), encoding="utf-8")
    path_of(corpus, 11).unlink()
    path_of(corpus, 4).rename(corpus / "первая.md")
    (corpus / "пустая.txt").write_text("…", encoding="utf-8")
    again = read_library(corpus, tmp_path / "state", supplement=PASSAGES, before=library)
    found = changes(library, again)
    assert (found.added, found.changed) == (("первая.md", "пустая.txt"), ("0000/000003.md",))
    assert found.removed == ("0000/000004.md", "0000/000011.md")
    reloaded, fresh = open_searcher(again, searcher), open_searcher(read_library(corpus, supplement=PASSAGES))
    assert list(reloaded.corpus.passages) == list(fresh.corpus.passages)
    assert [person.name for person in reloaded.corpus.catalogue.people] == [
        person.name for person in fresh.corpus.catalogue.people
    ]
    for asked in questions(40):
        query = question(asked, fresh.corpus.lemmas).query()
        assert reloaded.corpus.index.top(query, 10) == fresh.corpus.index.top(query, 10)
        assert reloaded.answer(asked) == fresh.answer(asked)


def test_the_old_state_answers_on_while_and_after_the_new_one_is_made(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write_corpus(corpus, 6)
    library = read_library(corpus, tmp_path / "state", supplement=PASSAGES)
    old, before = open_searcher(library), list(library.articles)
    for number in range(6):
        path_of(corpus, number).write_text(Maker().article(number, edition=1), encoding="utf-8")
    for _ in range(2):  # the second one may shorten the log and drop what nobody has any more
        library = read_library(corpus, tmp_path / "state", supplement=PASSAGES, before=library)
    assert old.corpus.passages[0].of == before[0]
    assert {passage.of.article.text for passage in old.corpus.passages} == {item.article.text for item in before}


def test_the_difference_of_two_states_tells_who_stays(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write_corpus(corpus, 5)
    one = read_library(corpus, tmp_path / "state", supplement=PASSAGES)
    path_of(corpus, 1).unlink()
    (corpus / "а.txt").write_text("Мост открыли утром.", encoding="utf-8")
    other = read_library(corpus, tmp_path / "state", supplement=PASSAGES, before=one)
    assert one.snapshot and other.snapshot
    found = difference(one.snapshot.numbers, other.snapshot.numbers)
    assert (found.removed.tolist(), found.added.tolist()) == ([1], [4])
    assert (found.kept_before.tolist(), found.kept_now.tolist()) == ([0, 2, 3, 4], [0, 1, 2, 3])


def test_the_index_is_made_of_the_words_of_the_passages(searcher: Searcher, cut: list[Passage]) -> None:
    """The words alone: what else a passage is found by has tests of its own."""
    given = [Document(topical_forms("\n".join(filter(None, (each.speaker.name, each.text))))) for each in cut]
    plain = build_index(given, searcher.corpus.lemmas)
    for word in ("мост", "каспий", "су", "цена"):
        assert searcher.corpus.index.frequency(word) == plain.frequency(word)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A corpus that has been read and indexed, its state beside it."""
    corpus = tmp_path / "corpus"
    write_corpus(corpus, 12)
    open_searcher(read_library(corpus, tmp_path / "state", supplement=PASSAGES))
    return corpus


def started(corpus: Path) -> Searcher:
    return open_searcher(read_library(corpus, corpus.parent / "state", supplement=PASSAGES))


def indexes(corpus: Path) -> list[Path]:
    return sorted(corpus.parent.glob("state/index/*/index-*"))


@pytest.fixture
def no_building(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object) -> None:
        pytest.fail("an index was built")

    monkeypatch.setattr("retrieval.indexing.build_index", refuse)


def test_the_next_start_takes_the_index_from_the_disk(kept: Path, no_building: None) -> None:
    searcher = started(kept)
    assert searcher.corpus.index.size == searcher.passages and len(indexes(kept)) == 1
    assert searcher.answer(searcher.corpus.passages[0].text).found


def test_what_changed_between_two_starts_is_put_into_the_index(kept: Path, no_building: None) -> None:
    (kept / "мост.txt").write_text("Мост через Илек держит семьдесят тонн груза.", encoding="utf-8")
    path_of(kept, 2).unlink()
    assert started(kept).answer("Сколько тонн держит мост через Илек?").found
    (index,) = indexes(kept)
    assert started(kept).answer("Сколько тонн держит мост через Илек?").found
    assert indexes(kept) == [index]


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: data[:-9] + bytes(9), lambda data: b""])
def test_a_damaged_index_is_told_and_made_anew(
    kept: Path, damage: Callable[[bytes], bytes], caplog: pytest.LogCaptureFixture
) -> None:
    asked = questions(5)
    before = [started(kept).answer(question) for question in asked]
    largest = max(indexes(kept)[0].glob("*.npy"), key=lambda file: file.stat().st_size)
    largest.write_bytes(damage(largest.read_bytes()))
    assert [started(kept).answer(question) for question in asked] == before
    assert "is not used" in caplog.text
    caplog.clear()
    started(kept)
    assert "is not used" not in caplog.text


def test_a_reload_is_kept_for_the_next_start(kept: Path, no_building: None) -> None:
    library = read_library(kept, kept.parent / "state", supplement=PASSAGES)
    searcher = open_searcher(library)
    path_of(kept, 2).unlink()
    library = read_library(kept, kept.parent / "state", supplement=PASSAGES, before=library)
    searcher = open_searcher(library, searcher)
    searcher.keep(library)
    (index,) = indexes(kept)
    assert index.name == f"index-{library.snapshot.generation if library.snapshot else None}"
    assert started(kept).corpus.index.size == searcher.corpus.index.size
