"""Passages: the article's text sentence by sentence, each a slice, found by one person at most; and their cores."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span
from retrieval.passages import LONGEST_CORE, joined, passages, reaches, without
from tests.made_articles import BUYER, MARKET, articles, attributed, interview, occurrences, place
from tests.profiled import calls


def found(of: AttributedArticle) -> list[tuple[str, str, str | None]]:
    return [(passage.kind.value, passage.text, passage.speaker.name) for passage in passages(of)]


def test_every_sentence_is_a_passage_and_found_by_who_says_it() -> None:
    article = attributed(
        "Рынок открылся утром в пятницу. «Цены упали вдвое», — сказал Асан Кали. Торговля идёт до вечера.",
        ("Цены упали вдвое", Kind.DIRECT, MARKET),
    )
    assert found(article) == [
        ("narrative", "Рынок открылся утром в пятницу.", None),
        ("direct", "«Цены упали вдвое», — сказал Асан Кали.", "Асан Кали"),
        ("narrative", "Торговля идёт до вечера.", None),
    ]


def test_a_sentence_of_two_people_is_found_by_who_says_most_of_it() -> None:
    article = attributed(
        "Кали сказал «вдвое», а Ли ответила «нет, цены выросли втрое».",
        ("вдвое", Kind.DIRECT, MARKET),
        ("нет, цены выросли втрое", Kind.DIRECT, BUYER),
    )
    assert found(article) == [("direct", article.article.text, "Вера Ли")]


def test_a_reported_sentence_is_found_by_whom_it_reports() -> None:
    article = attributed("Асан Кали отметил, что цены упали.", ("цены упали", Kind.INDIRECT, MARKET))
    assert found(article) == [("indirect", "Асан Кали отметил, что цены упали.", "Асан Кали")]


def test_words_count_before_a_report_in_the_same_sentence() -> None:
    article = attributed(
        "Кали отметил, что цены упали, и Ли засмеялась: «Не верю».",
        ("цены упали", Kind.INDIRECT, MARKET),
        ("Не верю", Kind.DIRECT, BUYER),
    )
    assert found(article) == [("direct", article.article.text, "Вера Ли")]


def test_a_sentence_that_reports_two_people_is_credited_to_neither() -> None:
    article = attributed(
        "Кали сказал, что цены упали, а Ли сказала, что выросли.",
        ("цены упали", Kind.INDIRECT, MARKET),
        ("выросли", Kind.INDIRECT, BUYER),
    )
    assert [(kind, name) for kind, _, name in found(article)] == [("narrative", None)]


def test_what_is_no_article_text_is_in_no_passage() -> None:
    article = attributed(
        "Меню сайта и реклама\nТорговля идёт весь день. Реклама шуб Рынок закроют вечером.",
        left_out=("Меню сайта и реклама", "Реклама шуб"),
    )
    assert [text for _, text, _ in found(article)] == ["Торговля идёт весь день.", "Рынок закроют вечером."]


def test_a_headline_given_to_somebody_is_his_words() -> None:
    text = "Асан Кали: Цены упадут вдвое\n\nРынок открылся утром.\n"
    article = attributed(
        text, ("Цены упадут вдвое", Kind.SIGNATURE, MARKET), left_out=("Асан Кали: Цены упадут вдвое",)
    )
    assert found(article) == [
        ("signature", "Асан Кали: Цены упадут вдвое", "Асан Кали"),
        ("narrative", "Рынок открылся утром.", None),
    ]


def test_a_reply_tells_what_it_answers() -> None:
    of = interview(("Как идёт торговля?", "Хорошо идёт."), lead="Рынок открылся утром.")
    assert [(row.kind, row.asked) for row in passages(of)] == [
        (Kind.NARRATIVE, None),
        (Kind.NARRATIVE, None),
        (Kind.INTERVIEW_ANSWER, of.questions[0]),
    ]


def test_a_kazakh_article_one_sentence_a_line() -> None:
    lines = ["Базар таңертең ашылды.", "«Баға екі есе түсті», – деді Асан Қали.", "Сауда кешке дейін жүреді."]
    text = "\n".join(lines)
    said = Quotation(place(text, "Баға екі есе түсті"), Kind.DIRECT, Speaker("Асан Қали"))
    article = AttributedArticle(Article("базар.txt", text, language="kk"), quotations=(said,))
    rows = passages(article)
    assert [row.text for row in rows] == lines
    assert [row.speaker.name for row in rows] == [None, "Асан Қали", None]
    assert reaches(rows) == (3, 2, 1)


@given(articles())
def test_passages_cover_the_text_and_never_what_is_left_out(of: AttributedArticle) -> None:
    text = of.article.text
    sentences = [passage.sentence for passage in passages(of)]
    assert all(one.stop <= other.start for one, other in pairwise(sentences))
    assert not any(sentence.overlaps(cut) for sentence in sentences for cut in of.left_out)
    missed = without(Span(0, len(text)), sorted([*sentences, *of.left_out]))
    assert not "".join(span.of(text) for span in missed).strip()


@given(articles())
def test_nobody_is_credited_whose_words_are_not_there(of: AttributedArticle) -> None:
    for passage in passages(of):
        told = [each for each in of.quotations if each.span.overlaps(passage.sentence)]
        if passage.kind is Kind.NARRATIVE:
            assert passage.speaker.name is None
            assert all(each.kind is Kind.INDIRECT for each in told)
        else:
            assert any((each.kind, each.speaker) == (passage.kind, passage.speaker) for each in told)


@given(articles())
def test_a_core_has_at_most_so_many_characters_unless_it_is_one_sentence(of: AttributedArticle) -> None:
    rows = passages(of)
    found = reaches(rows)
    assert len(found) == len(rows)
    for start, reach in enumerate(found):
        stop = start + reach
        assert reach >= 1 and stop <= len(rows)
        assert reach == 1 or rows[stop - 1].sentence.stop - rows[start].sentence.start <= LONGEST_CORE
        assert stop == len(rows) or rows[stop].sentence.stop - rows[start].sentence.start > LONGEST_CORE


def test_a_core_of_a_long_sentence_is_this_sentence() -> None:
    long = "Рынок стоит, " + "и стоит, " * 60 + "и стоит."
    rows = passages(attributed(f"Рынок открыт. {long} Рынок закрыт. Рынок пуст."))
    assert reaches(rows) == (1, 1, 2, 1)


def test_spans_that_only_blanks_part_are_one() -> None:
    text = "Рынок.  Цены.\n\nТорг — пуст."
    spans = [place(text, each) for each in ("Рынок.", "Цены.", "Торг", "пуст.")]
    assert [span.of(text) for span in joined(spans, text)] == ["Рынок.  Цены.\n\nТорг", "пуст."]


def many(size: int, kind: str) -> AttributedArticle:
    """Texts that have made such a step slow: ``size`` times the same, with all that is found in them."""
    piece = {
        "rules": "---\n",
        "words": "Рынок открыт. «Цены упали», — сказал Кали.\n",
        "one line": "Рынок открыт. «Цены упали», — сказал Кали. ",
        "captions": "Фото: Кали\n",
        "cut lines": "Рынок открыт. Реклама Рынок закрыт. ",
    }[kind]
    text = piece * size
    said, cuts = "Цены упали", {"captions": "Фото: Кали", "cut lines": "Реклама"}
    quotations = tuple(Quotation(span, Kind.DIRECT, MARKET) for span in occurrences(text, said))
    left_out = occurrences(text, cuts[kind]) if kind in cuts else ()
    return AttributedArticle(Article("рынок.txt", text), tuple(left_out), quotations=quotations)


@pytest.mark.parametrize("kind", ["rules", "words", "one line", "captions", "cut lines"])
def test_the_cost_grows_with_the_text_and_no_faster(kind: str) -> None:
    one, four = (many(size, kind) for size in (200, 800))
    assert calls(lambda: reaches(passages(four))) <= 4.2 * calls(lambda: reaches(passages(one)))
    assert bool(passages(one)) is (kind != "captions")
