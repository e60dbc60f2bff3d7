"""The promises held over every passage and many answers of the sample corpus and of the customer's articles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.library import Library, read_library
from corpus.quotation import AttributedArticle, Kind, Speaker
from corpus.span import Span
from retrieval.extract import Extract, Voice
from retrieval.passages import Passage, passages, without
from retrieval.searcher import build_searcher
from retrieval.stretches import LONGEST, OMISSION

SAMPLE = Path(__file__).parents[1] / "corpus" / "articles"
CUSTOMERS = Path(__file__).parents[2] / "shared" / "data" / "articles"
NOT_SPEECH = (Kind.NARRATIVE, Kind.INDIRECT, Kind.PASSAGE)

both = pytest.mark.parametrize("folder", [SAMPLE, CUSTOMERS], ids=["sample", "customer's"])


@cache
def library(folder: Path) -> Library:
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    return read_library(folder)


@both
def test_passages_cover_each_article_and_nothing_that_is_left_out(folder: Path) -> None:
    for item in library(folder).articles:
        sentences = [passage.sentence for passage in passages(item)]
        assert all(one.stop <= other.start for one, other in pairwise(sentences))
        cuts = left_out(item)
        assert not any(sentence.overlaps(cut) for sentence in sentences for cut in cuts)
        missed = without(Span(0, len(item.article.text)), sorted([*sentences, *cuts]))
        assert not "".join(span.of(item.article.text) for span in missed).strip()


def left_out(item: AttributedArticle) -> list[Span]:
    """But for a headline that gives somebody's words."""
    said = [quotation.span for quotation in item.quotations]
    return [cut for cut in item.left_out if not any(map(cut.overlaps, said))]


@both
def test_every_passage_is_credited_as_the_article_credits_it(folder: Path) -> None:
    found = [passage for item in library(folder).articles for passage in passages(item)]
    assert found
    for passage in found:
        told = [each for each in passage.of.quotations if each.span.overlaps(passage.sentence)]
        if passage.kind is Kind.NARRATIVE:
            assert passage.speaker.name is None and all(each.kind is Kind.INDIRECT for each in told)
        else:
            assert any((each.kind, each.speaker, each.asked) == credit(passage) for each in told)


def credit(passage: Passage) -> tuple[Kind, Speaker, Span | None]:
    return passage.kind, passage.speaker, passage.asked


@cache
def answers(folder: Path) -> list[tuple[Extract, ...]]:
    """Of questions that are the articles' own lines."""
    articles = library(folder).articles
    searcher = build_searcher(articles)
    lines = [line for item in articles for line in item.article.text.split("\n") if len(line) > 40]
    return [searcher.answer(line, limit=5).extracts for line in lines]


def extracts(folder: Path) -> Iterator[tuple[AttributedArticle, Extract]]:
    """The different ones, with their articles."""
    articles = {item.article.id: item for item in library(folder).articles}
    for extract in {each.id: each for answer in answers(folder) for each in answer}.values():
        yield articles[extract.article], extract


@both
def test_every_extract_is_its_slices(folder: Path) -> None:
    for item, extract in extracts(folder):
        assert extract.text == OMISSION.join(span.of(item.article.text) for span in extract.spans)
        assert not any(span.overlaps(cut) for span in extract.spans for cut in left_out(item))


@both
def test_no_two_extracts_of_an_answer_share_words(folder: Path) -> None:
    for answer in answers(folder):
        places = sorted((extract.article, span) for extract in answer for span in extract.spans)
        pairs = pairwise(places)
        assert not any(one[0] == other[0] and one[1].overlaps(other[1]) for one, other in pairs)


@both
def test_an_extract_is_not_too_long(folder: Path) -> None:
    for item, extract in extracts(folder):
        longest = max(len(passage.sentence) for passage in passages(item))
        assert len(extract.text) <= max(LONGEST, longest)


@both
def test_one_persons_extract_has_no_word_but_his(folder: Path) -> None:
    for item, extract in extracts(folder):
        if extract.kind in NOT_SPEECH:
            assert extract.speaker is None or extract.kind is Kind.INDIRECT
            continue
        his = [each.span for each in item.quotations if (each.speaker.name, each.speaker.role) == of(extract)]
        inside = {place for span in his for place in range(span.start, span.stop)}
        shown = {place for span in extract.spans for place in range(span.start, span.stop)}
        assert not "".join(item.article.text[place] for place in sorted(shown - inside)).strip()


@both
def test_whoever_speaks_in_a_stretch_is_credited_as_the_article_credits_him(folder: Path) -> None:
    for item, extract in extracts(folder):
        assert all(voice.text in extract.text for voice in extract.within)
        if extract.kind is Kind.PASSAGE:
            assert extract.within == voices(item, extract)
        else:
            assert extract.within == ()


def voices(item: AttributedArticle, extract: Extract) -> tuple[Voice, ...]:
    """Of all who are quoted in the spans of ``extract``."""
    told = [(span, each) for span in extract.spans for each in item.quotations if each.span.overlaps(span)]
    return tuple(
        Voice(
            item.article.text[max(span.start, each.span.start) : min(span.stop, each.span.stop)],
            each.kind,
            each.speaker.name,
            each.speaker.role,
        )
        for span, each in told
    )


def of(extract: Extract) -> tuple[str | None, str | None]:
    return extract.speaker, extract.role


@both
def test_answers_to_two_questions_of_an_interviewer_are_never_shown_as_one(folder: Path) -> None:
    for item, extract in extracts(folder):
        rows = [each for each in passages(item) if any(map(each.sentence.overlaps, extract.spans))]
        asked = {each.asked for each in rows if each.kind is Kind.INTERVIEW_ANSWER}
        assert len(asked) <= 1, extract.text


def test_the_customers_question() -> None:
    question = "Сколько российско-казахстанских предприятий зарегистрировано в Казахстане?"
    first = build_searcher(library(CUSTOMERS).articles).answer(question).extracts[0]
    assert "более 10 тысяч совместных российско-казахстанских предприятий" in first.text
    assert {voice.speaker for voice in first.voices} == {"Андрей Серенко"}


@both
def test_the_weather_is_not_in_the_corpus(folder: Path) -> None:
    assert not build_searcher(library(folder).articles).answer("Какая погода завтра?").found
