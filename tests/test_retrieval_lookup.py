"""Lookup: an id leads to the very words that had it, or to nothing; the context is a slice of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library import read_library
from corpus.paragraphs import sentences
from corpus.quotation import AttributedArticle
from corpus.span import Span
from retrieval.extract import extract_of, words_at
from retrieval.extract_id import extract_id, read_id, text_digest
from retrieval.lookup import AROUND, Lookup
from retrieval.passages import Passage, passages
from retrieval.searcher import build_searcher
from tests.made_articles import articles as made_articles
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


def test_every_sentence_is_found_again_with_its_credit(
    cut: list[Passage], articles: tuple[AttributedArticle, ...]
) -> None:
    lookup = lookup_in(articles)
    for passage in cut:
        made = extract_of([passage])
        assert lookup.extract(made.id) == made


def test_the_words_of_everybody_are_found_again_without_what_stands_around_them(
    articles: tuple[AttributedArticle, ...],
) -> None:
    """A quotation that was checked is shown so."""
    lookup, found = lookup_in(articles), 0
    for of in articles:
        for quotation in of.quotations:
            rows = [row for row in passages(of) if row.sentence.overlaps(quotation.span)]
            if made := words_at(rows, [quotation.span]):
                assert lookup.extract(made.id) == made
                found += 1
    assert found


def test_an_answers_extracts_are_found_by_their_ids(tmp_path: Path) -> None:
    searcher = build_searcher(read_library(newsroom(tmp_path)).articles)
    answer = searcher.answer(ASKED, 7)
    assert len(answer.extracts) == 7
    assert [searcher.extract_by_id(extract.id) for extract in answer.extracts] == [
        replace(extract, score=0.0) for extract in answer.extracts
    ]


def test_every_extract_of_an_answer_is_found_by_its_id(articles: tuple[AttributedArticle, ...]) -> None:
    searcher = build_searcher(articles)
    asked = [line for each in articles for line in each.article.text.split("\n") if len(line) > 60]
    answers = [searcher.answer(question, 5) for question in asked[::2]]
    for extract in {each.id: each for answer in answers for each in (*answer.extracts, *answer.nearest)}.values():
        assert searcher.extract_by_id(extract.id) == replace(extract, score=0.0)


class OneArticle:
    def __init__(self, of: AttributedArticle) -> None:
        self._of = of

    def of_text(self, digest: bytes) -> tuple[Passage, ...]:
        return passages(self._of) if digest == text_digest(self._of.article.text) else ()


@given(made_articles().filter(passages), st.data())
def test_whatever_is_shown_of_any_article_is_found_by_its_id(of: AttributedArticle, data: st.DataObject) -> None:
    rows = passages(of)
    places = sorted(data.draw(st.sets(st.sampled_from(range(len(rows))), min_size=1)))
    chosen = [rows[place] for place in places]
    lookup = Lookup(OneArticle(of))
    for made in (extract_of(chosen), words_at(chosen, [row.sentence for row in chosen])):
        assert made is None or lookup.extract(made.id) == made


def test_half_a_sentence_is_not_found(cut: list[Passage], articles: tuple[AttributedArticle, ...]) -> None:
    """An id that was never given out."""
    lookup = lookup_in(articles)
    for passage in cut[::9]:
        half = Span(passage.sentence.start, (passage.sentence.start + passage.sentence.stop) // 2)
        assert lookup.extract(extract_id(passage.of.article.text, [half])) is None


def test_a_headline_and_an_interviewers_question_are_found_as_nobodys_words(
    cut: list[Passage], articles: tuple[AttributedArticle, ...]
) -> None:
    lookup = lookup_in(articles)
    asked = next((passage.of, passage.asked) for passage in cut if passage.asked)
    headline = next((article, article.headline) for article in articles if article.headline)
    for of, span in (asked, headline):
        assert span is not None
        id = extract_id(of.article.text, sentences(of.article.text, span, of.article.language))
        found, context = lookup.extract(id), lookup.context(id)
        assert found is not None and (found.kind, found.speaker) == ("narrative", None)
        assert context is not None and "".join(part.text for part in context.parts if part.shown) == found.text


def test_a_text_changed_by_one_letter_gives_no_words(articles: tuple[AttributedArticle, ...]) -> None:
    (passage, *_) = passages(articles[0])
    old, article = extract_of([passage]).id, articles[0].article
    changed = replace(articles[0], article=replace(article, text=article.text[:-1] + "!"))
    assert lookup_in([articles[0]]).extract(old) is not None
    assert lookup_in([changed]).extract(old) is None


def test_a_file_renamed_keeps_its_ids(articles: tuple[AttributedArticle, ...]) -> None:
    (passage, *_) = passages(articles[0])
    renamed = replace(articles[0], article=replace(articles[0].article, id="elsewhere/renamed.txt"))
    found = lookup_in([renamed]).extract(extract_of([passage]).id)
    assert found is not None and found.article == "elsewhere/renamed.txt"


def test_context_is_a_slice_of_the_article_around_the_words(
    cut: list[Passage], articles: tuple[AttributedArticle, ...]
) -> None:
    lookup = lookup_in(articles)
    for passage in cut:
        text = passage.of.article.text
        context = lookup.context(extract_of([passage]).id)
        assert context is not None
        whole = "".join(part.text for part in context.parts)
        assert whole in text and [part.text for part in context.parts if part.shown] == [context.words.text]
        assert len(whole) <= len(context.words.text) + 2 * AROUND
        left_out = [span for span in passage.of.left_out if not span.overlaps(passage.sentence)]
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
