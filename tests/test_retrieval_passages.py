"""Passages: one voice each, every one a slice, and nothing of a quotation in the narration."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span
from retrieval.passages import LONGEST, joined, passages

MARKET = Speaker("Асан Кали", "директор рынка")
BUYER = Speaker("Вера Ли", "покупательница")


def attributed(
    text: str, *said: tuple[str, Kind, Speaker], left_out: tuple[str, ...] = (), questions: tuple[str, ...] = ()
) -> AttributedArticle:
    """An article in which each of ``said`` is a quotation, in text order."""
    quotations = tuple(Quotation(place(text, words), kind, speaker) for words, kind, speaker in said)
    return AttributedArticle(
        Article("рынок.txt", text),
        tuple(place(text, words) for words in left_out),
        tuple(place(text, words) for words in questions),
        quotations,
    )


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def shown(of: AttributedArticle) -> list[tuple[str, str, str | None]]:
    return [(passage.kind.value, passage.text, passage.speaker.name) for passage in passages(of)]


def test_a_sentence_with_words_and_attribution_gives_only_the_words() -> None:
    found = attributed(
        "Рынок открылся утром в пятницу. «Цены упали вдвое», — сказал Асан Кали.",
        ("Цены упали вдвое", Kind.DIRECT, MARKET),
    )
    assert shown(found) == [
        ("narrative", "Рынок открылся утром в пятницу.", None),
        ("direct", "Цены упали вдвое", "Асан Кали"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "«Цены упали вдвое!» — сказал нам Асан Кали.",
        "Директор рынка Асан Кали сказал: «Цены упали вдвое!»",
        "«Цены упали вдвое!» Так сказал он.",
    ],
)
def test_what_stands_around_the_words_is_nobodys_passage(text: str) -> None:
    found = attributed(text, ("Цены упали вдвое!", Kind.DIRECT, MARKET))
    narration = [passage for passage in passages(found) if passage.kind is Kind.NARRATIVE]
    assert all("Цены" not in passage.text and ":" not in passage.text for passage in narration)
    assert not any(passage.text.startswith("—") for passage in narration)


def test_two_pieces_of_one_statement_are_two_spans_of_one_passage() -> None:
    text = "«Цены упали вдвое, — сказал Асан Кали. — Мы этого ждали»."
    found = attributed(text, ("Цены упали вдвое,", Kind.CONTINUED, MARKET), ("Мы этого ждали", Kind.CONTINUED, MARKET))
    (passage,) = passages(found)
    assert [span.of(text) for span in joined(passage.sentences, text)] == ["Цены упали вдвое,", "Мы этого ждали"]


def test_two_people_never_share_a_passage() -> None:
    found = attributed(
        "«Цены упали вдвое». «Цены выросли втрое».",
        ("Цены упали вдвое", Kind.DIRECT, MARKET),
        ("Цены выросли втрое", Kind.DIRECT, BUYER),
    )
    assert [name for _, _, name in shown(found)] == ["Асан Кали", "Вера Ли"]


def test_two_unnamed_people_never_share_a_passage() -> None:
    found = attributed(
        "«Цены упали вдвое». «Цены выросли втрое».",
        ("Цены упали вдвое", Kind.DIRECT, Speaker()),
        ("Цены выросли втрое", Kind.DIRECT, Speaker()),
    )
    assert len(passages(found)) == 2


def test_a_report_is_the_whole_sentence_and_apart_from_narration() -> None:
    found = attributed(
        "Рынок открылся утром. Асан Кали отметил, что цены упали вдвое. Торговля идёт до вечера.",
        ("цены упали вдвое", Kind.INDIRECT, MARKET),
    )
    assert shown(found) == [
        ("narrative", "Рынок открылся утром.", None),
        ("indirect", "Асан Кали отметил, что цены упали вдвое.", "Асан Кали"),
        ("narrative", "Торговля идёт до вечера.", None),
    ]


def test_a_sentence_that_reports_two_people_is_credited_to_neither() -> None:
    found = attributed(
        "Кали сказал, что цены упали, а Ли сказала, что выросли.",
        ("цены упали", Kind.INDIRECT, MARKET),
        ("выросли", Kind.INDIRECT, BUYER),
    )
    assert [(kind, name) for kind, _, name in shown(found)] == [("narrative", None)]


def test_furniture_and_the_interviewers_words_are_in_no_passage() -> None:
    found = attributed(
        "Меню сайта и реклама\nКак идёт торговля на рынке?\nТорговля идёт весь день. Реклама шуб",
        left_out=("Меню сайта и реклама", "Реклама шуб"),
        questions=("Как идёт торговля на рынке?",),
    )
    assert [text for _, text, _ in shown(found)] == ["Торговля идёт весь день."]


def test_a_long_speech_is_cut_at_sentence_borders_into_even_pieces() -> None:
    sentence = "Торговля на рынке идёт весь день до самого вечера и никогда не кончается раньше."
    text = " ".join([sentence] * 20)
    found = passages(attributed(text, (text, Kind.DIRECT, MARKET)))
    lengths = [len(passage.text) for passage in found]
    assert " ".join(passage.text for passage in found) == text
    assert max(lengths) <= LONGEST
    assert min(lengths) > max(lengths) / 2
