"""Attribution shown: the marks say what was found, and without them the text is what it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.attribution.markup import marked_up
from bot.attribution.record import attribution_record
from corpus.article import Article
from corpus.attribution import attribute
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.readers import read_article
from corpus.span import Span

SAMPLE = sorted((Path(__file__).resolve().parents[1] / "corpus" / "articles").glob("??-*.*"))
MARK = re.compile("⟦|⟧⟨[^⟩]*⟩|⦃|⦄")
TEXT = "Заголовок\n— Держит? — «Да», – сказал он."
FOUND = AttributedArticle(
    Article("a.txt", TEXT, outlet="Степь"),
    left_out=(Span(0, 9),),
    questions=(Span(12, 19),),
    quotations=(Quotation(Span(23, 25), Kind.DIRECT, Speaker("Асан Кали", "инженер"), rule="after"),),
)


def test_everything_found_is_marked_with_who_and_by_which_rule() -> None:
    assert marked_up(FOUND).partition("\n\n")[2] == (
        "⦃Заголовок⦄\n— ⟦Держит?⟧⟨question⟩ — «⟦Да⟧⟨direct: Асан Кали, инженер · after⟩», – сказал он."
    )


def test_the_head_tells_what_is_known_of_the_article() -> None:
    assert marked_up(FOUND).splitlines()[:4] == ["a.txt", "  language: ru", "  title: —", "  outlet: Степь"]


def test_spans_that_touch_or_lie_inside_each_other_close_before_they_open() -> None:
    signed = Quotation(Span(0, 9), Kind.SIGNATURE)
    text = marked_up(AttributedArticle(Article("a", "Заголовок и"), (Span(0, 9), Span(9, 11)), (), (signed,)))
    assert text.endswith("⟦⦃Заголовок⟧⟨signature: nobody named⟩⦄⦃ и⦄")


@pytest.mark.parametrize("file", SAMPLE[::6], ids=lambda file: file.name)
def test_without_its_marks_the_text_is_what_it_was(file: Path) -> None:
    article = read_article(file, file.name)
    assert MARK.sub("", marked_up(attribute(article)).partition("\n\n")[2]) == article.text


def test_record_is_the_gold_format() -> None:
    assert attribution_record("a", FOUND) == {
        "id": "a",
        "lang": "ru",
        "outlet": "Степь",
        "author": None,
        "title": None,
        "quotes": [
            {"start": 23, "end": 25, "text": "Да", "speaker": "Асан Кали", "role": "инженер", "kind": "direct"},
        ],
    }
