"""The promises held over every passage and many answers of the sample corpus and of the customer's articles."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.library import Library, read_library
from corpus.quotation import Kind
from retrieval.chosen import OMISSION
from retrieval.passages import Passage, passages
from retrieval.searcher import build_searcher

SAMPLE = Path(__file__).parents[1] / "corpus" / "articles"
CUSTOMERS = Path(__file__).parents[2] / "shared" / "data" / "articles"
NOT_SPEECH = (Kind.NARRATIVE, Kind.INDIRECT)

both = pytest.mark.parametrize("folder", [SAMPLE, CUSTOMERS], ids=["sample", "customer's"])


@cache
def library(folder: Path) -> Library:
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    return read_library(folder)


@both
def test_every_passage_has_one_voice(folder: Path) -> None:
    found = [passage for item in library(folder).articles for passage in passages(item)]
    assert found
    for passage in found:
        assert stands_in_its_voice(passage)
        assert passage.speaker.name is None or passage.kind is not Kind.NARRATIVE


def stands_in_its_voice(passage: Passage) -> bool:
    """Speech stands in quotations of its speaker; reports and narration overlap nobody's words and no furniture."""
    direct = [quotation for quotation in passage.of.quotations if quotation.kind is not Kind.INDIRECT]
    if passage.kind in NOT_SPEECH:
        elsewhere = [*(quotation.span for quotation in direct), *passage.of.left_out, *passage.of.questions]
        return not any(sentence.overlaps(span) for sentence in passage.sentences for span in elsewhere)
    own = [quotation.span for quotation in direct if quotation.speaker == passage.speaker]
    return all(any(span.contains(sentence) for span in own) for sentence in passage.sentences)


@both
def test_passages_are_apart_and_in_order(folder: Path) -> None:
    for item in library(folder).articles:
        sentences = [sentence for passage in passages(item) for sentence in passage.sentences]
        assert all(one.stop <= other.start for one, other in pairwise(sentences))


@both
def test_every_extract_is_its_slices_and_no_two_share_words(folder: Path) -> None:
    articles = library(folder).articles
    texts = {item.article.id: item.article.text for item in articles}
    searcher = build_searcher(articles)
    for question in [line for text in texts.values() for line in text.split("\n") if len(line) > 40]:
        extracts = searcher.answer(question, limit=5).extracts
        for extract in extracts:
            assert extract.text == OMISSION.join(span.of(texts[extract.article]) for span in extract.spans)
        places = sorted((extract.article, span) for extract in extracts for span in extract.spans)
        pairs = pairwise(places)
        assert not any(one[0] == other[0] and one[1].overlaps(other[1]) for one, other in pairs)


def test_the_customers_question() -> None:
    question = "Сколько российско-казахстанских предприятий зарегистрировано в Казахстане?"
    first = build_searcher(library(CUSTOMERS).articles).answer(question).extracts[0]
    assert "более 10 тысяч совместных российско-казахстанских предприятий" in first.text
    assert first.speaker == "Андрей Серенко"


@both
def test_the_weather_is_not_in_the_corpus(folder: Path) -> None:
    assert not build_searcher(library(folder).articles).answer("Какая погода завтра?").found
