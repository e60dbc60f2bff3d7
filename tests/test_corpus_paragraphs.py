"""Paragraphs and sentences: where they end, and that nothing is lost between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.languages.page import ALL_PAGE_WORDS, kk, ru
from corpus.languages.press import kk as press_kk
from corpus.languages.press import ru as press_ru
from corpus.paragraphs import BLANK, paragraphs, sentences
from corpus.span import Span

# A case is the text itself: «|» stands where a sentence ends.
RUSSIAN = [
    "Порт открыт. |Грузы идут.",
    "К 2027 г. Астана получит вторую дорогу.",
    "Дорогу достроят к 2027 г. |Об этом сообщили в акимате.",
    "Выделили 5 млрд. тенге. |Это вдвое больше.",
    "Об этом сказал А. С. Орлов. |Он прав.",
    "Так считает д.ю.н. Орлов из пос. Заречный.",
    "Рост ускорился.|«Мы рады», — сказал он.",
    "«Мы рады.» |Он улыбнулся.",
    "«Мы рады!» — сказал он.",
    "Что дальше?|— Посмотрим.",
    "Рост ускорился.|Министр доволен.",
    "Читайте на inform.kz и в справке 12.5 об этом.",
    "Музей им.Абая открыт; Там тихо.",
    "Страны, в т. ч. Армения, согласны.",
]
KAZAKH = [
    "Келісімге 2024 ж. 5 шілдеде қол қойылды. |Ол маңызды.",
    "Дәліз 2024–2026 жж. Ақтауға дейін ұзарады.",
    "Қант, шай т.б. |Олар арзандады.",
    "Порт ашылды.|«Біз қуаныштымыз», – деді ол.",
    "XIX ғ. Семейде мектеп ашылды.",
    "Бұл туралы т.ғ.д. Сейітов айтты. |Ол сенімді.",
    "Отырыс Қ. Сейітовтің үйінде өтті.",
]


@pytest.mark.parametrize(("language", "case"), [("ru", case) for case in RUSSIAN] + [("kk", case) for case in KAZAKH])
def test_sentences_end_where_the_case_says(language: str, case: str) -> None:
    text = case.replace("|", "")
    wanted = [part.strip() for part in case.split("|")]
    assert [sentence.of(text) for sentence in sentences(text, Span(0, len(text)), language)] == wanted


def test_a_line_is_a_paragraph() -> None:
    text = "\n Первый. \n\n\t\nВторой\r\nТретий\u200b\n"
    assert [span.of(text) for span in paragraphs(text)] == ["Первый.", "Второй", "Третий"]


def test_no_sentence_crosses_a_newline() -> None:
    text = "Порт открыт\nи грузы идут"
    assert [span.of(text) for span in sentences(text, Span(0, len(text)), "ru")] == ["Порт открыт", "и грузы идут"]


def test_an_unknown_language_is_read_as_russian() -> None:
    text = "К 2027 г. Астана ждёт. Порт открыт."
    assert len(sentences(text, Span(0, len(text)), "en")) == 2


def test_a_hundred_thousand_marks_are_one_sentence() -> None:
    text = "Да" + " ." * 100_000
    assert sentences(text, Span(0, len(text)), "ru") == (Span(0, len(text)),)


PROSE = st.text(st.sampled_from("аБв гД.!?…«»\"“”—- \n1;жг(),әҚ\u00a0\r"), max_size=200)


@given(text=st.one_of(st.text(max_size=200), PROSE), language=st.sampled_from(["ru", "kk"]))
def test_sentences_cover_every_paragraph(text: str, language: str) -> None:
    for paragraph in paragraphs(text):
        parts = sentences(text, paragraph, language)
        assert parts and parts[0].start == paragraph.start and parts[-1].stop == paragraph.stop
        for before, after in pairwise(parts):
            assert before.stop <= after.start
            assert not text[before.stop : after.start].strip(BLANK)


@given(text=st.one_of(st.text(max_size=200), PROSE))
def test_paragraphs_hold_all_that_is_not_blank(text: str) -> None:
    spans = paragraphs(text)
    assert list(spans) == sorted(spans)
    left = "".join(char for char in text if char not in BLANK)
    assert "".join(char for span in spans for char in span.of(text) if char not in BLANK) == left


def test_both_languages_have_the_same_names() -> None:
    for one, other in ((ru, kk), (press_ru, press_kk)):
        assert _names(one) == _names(other)
    assert len(ALL_PAGE_WORDS) == 2


def _names(module: object) -> set[str]:
    return {name for name in vars(module) if name.isupper()}
