"""Coverage: how many articles a corpus has, whose words, and of which days."""

from __future__ import annotations

from datetime import date

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span
from retrieval.coverage import Coverage
from retrieval.searcher import build_searcher

WORDS = "Снег сошёл рано. Вода поднялась за ночь."


def article(number: int, name: str | None, quotations: int, day: date | None = None) -> AttributedArticle:
    spans = (Span(0, 16), Span(17, len(WORDS)))[:quotations]
    said = tuple(Quotation(span, Kind.DIRECT, Speaker(name)) for span in spans)
    return AttributedArticle(Article(f"{number}.txt", WORDS, date=day), quotations=said)


def test_people_by_their_quotations_and_days_of_the_dated_articles() -> None:
    searcher = build_searcher(
        [
            article(1, "Вера Подольцева", 1),
            article(2, "Подольцева", 1, date(2031, 5, 7)),
            article(3, "Асан Кали", 2, date(2029, 1, 2)),
            article(4, "Вера Подольцева", 1),
            article(5, None, 2),
        ]
    )
    covered = searcher.coverage
    assert (covered.articles, covered.people) == (5, ("Вера Подольцева", "Асан Кали"))
    assert (covered.first, covered.last) == (date(2029, 1, 2), date(2031, 5, 7))


def test_an_empty_corpus_covers_nothing() -> None:
    assert build_searcher([]).coverage == Coverage(0)
