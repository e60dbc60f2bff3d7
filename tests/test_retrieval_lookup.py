"""Lookup: an id leads to the very words that had it, or to nothing; the context is a slice of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library import read_library
from corpus.quotation import AttributedArticle
from corpus.span import Span
from retrieval.extract_id import extract_id, read_id, text_digest
from retrieval.lookup import AROUND, Lookup
from retrieval.passages import Passage, passages
from retrieval.searcher import build_searcher
from tests.newsroom import ASKED, newsroom

SAMPLE = Path(__file__).parent.parent / "corpus" / "articles"


@pytest.fixture(scope="module")
def articles() -> tuple[AttributedArticle, ...]:
    return tuple(read_library(SAMPLE).articles)


def lookup_in(articles: Sequence[AttributedArticle]) -> Lookup:
    return Lookup(build_searcher(articles).corpus.passages)


@pytest.fixture(scope="module")
def cut(articles: tuple[AttributedArticle, ...]) -> list[Passage]:
    return [passage for article in articles for passage in passages(article)]


def test_every_run_of_a_passages_sentences_is_found_again_with_its_credit(
    cut: list[Passage], articles: tuple[AttributedArticle, ...]
) -> None:
    lookup = lookup_in(articles)
    for passage in cut:
        text = passage.of.article.text
        for sentence in passage.sentences:
            found = lookup.extract(extract_id(text, [sentence]))
            assert found is not None and found.spans == (sentence,) and found.text == sentence.of(text)
            assert (found.speaker, found.kind) == (passage.speaker.name, passage.kind)


def test_an_answers_extracts_are_found_by_their_ids(tmp_path: Path) -> None:
    searcher = build_searcher(read_library(newsroom(tmp_path)).articles)
    answer = searcher.answer(ASKED, 7)
    assert len(answer.extracts) == 7
    assert [searcher.extract_by_id(extract.id) for extract in answer.extracts] == [
        replace(extract, score=0.0) for extract in answer.extracts
    ]


def test_words_that_are_nobodys_alone_are_not_found(
    cut: list[Passage], articles: tuple[AttributedArticle, ...]
) -> None:
    """Half a sentence, two voices at once, the interviewer's question: ids that were never given out."""
    lookup = lookup_in(articles)
    first, second = next((one, other) for one, other in pairwise(cut) if one.of == other.of and one.kind != other.kind)
    text = first.of.article.text
    half = Span(first.sentences[0].start, first.sentences[0].stop - 3)
    both = [first.sentences[-1], second.sentences[0]]
    asked = next((passage.asked, passage.of.article.text) for passage in cut if passage.asked)
    assert lookup.extract(extract_id(text, [half])) is None
    assert lookup.extract(extract_id(text, both)) is None
    assert asked[0] is not None and lookup.extract(extract_id(asked[1], [asked[0]])) is None


def test_a_text_changed_by_one_letter_gives_no_words(articles: tuple[AttributedArticle, ...]) -> None:
    (passage, *_) = passages(articles[0])
    old = extract_id(passage.of.article.text, passage.sentences[:1])
    article = articles[0].article
    changed = replace(articles[0], article=replace(article, text=article.text[:-1] + "!"))
    assert lookup_in([articles[0]]).extract(old) is not None
    assert lookup_in([changed]).extract(old) is None


def test_a_file_renamed_keeps_its_ids(articles: tuple[AttributedArticle, ...]) -> None:
    (passage, *_) = passages(articles[0])
    renamed = replace(articles[0], article=replace(articles[0].article, id="elsewhere/renamed.txt"))
    found = lookup_in([renamed]).extract(extract_id(passage.of.article.text, passage.sentences[:1]))
    assert found is not None and found.article == "elsewhere/renamed.txt"


def test_context_is_a_slice_of_the_article_around_the_words(
    cut: list[Passage], articles: tuple[AttributedArticle, ...]
) -> None:
    lookup = lookup_in(articles)
    for passage in cut:
        text = passage.of.article.text
        context = lookup.context(extract_id(text, passage.sentences[:1]))
        assert context is not None
        whole = "".join(part.text for part in context.parts)
        assert whole in text and [part.text for part in context.parts if part.shown] == [context.words.text]
        assert len(whole) <= len(context.words.text) + 2 * AROUND
        left_out = [span for span in passage.of.left_out if not span.overlaps(passage.sentences[0])]
        around = Span(text.index(whole), text.index(whole) + len(whole))
        assert not any(around.overlaps(span) for span in left_out) or text.count(whole) > 1


spans = st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 900)), min_size=1, max_size=6)


@given(st.text(max_size=50), spans)
def test_an_id_holds_what_it_was_made_of(text: str, distances: list[tuple[int, int]]) -> None:
    places, end = [], 0
    for gap, length in distances:
        places.append(Span(end + gap, end + gap + length))
        end = places[-1].stop
    id = extract_id(text, places)
    assert read_id(id) == (text_digest(text), tuple(places))
    assert re.fullmatch(r"[A-Za-z0-9_-]{18,62}", id)


@given(st.text(max_size=80))
def test_anything_may_be_asked_for(id: str) -> None:
    assert read_id(id) is None


@given(st.integers(0, 18), st.sampled_from("ABCxyz019-_"))
def test_a_mistyped_id_is_none(place: int, letter: str) -> None:
    id = extract_id("Мост держит.", [Span(0, 12)])
    mistyped = id[:place] + letter + id[place + 1 :]
    assert mistyped == id or read_id(mistyped) is None or read_id(mistyped) == read_id(id)
