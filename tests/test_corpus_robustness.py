"""Whatever text comes in: nothing breaks, every span is a place of that text, and what hides names hides none."""

from __future__ import annotations

import unicodedata
from cProfile import Profile
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.attribution import attribute
from corpus.language import guess_language
from corpus.marks import DASHES, MARKS
from corpus.paragraphs import paragraphs
from corpus.quotation import AttributedArticle, Kind
from corpus.reading import reading_of
from corpus.span import Span

LINE_ENDS = ("\n", "\r\n", "\r", "\n\n", "\u2028", "\x85")
BLANKS = (" ", " ", " ", "\u00a0", "\u202f", "\t", "", "\u00ad", "\u200b")
NAMES = (
    "Арман Досжанов", "Досжанов", "Досжанова", "Рощиной", "Анна Рощина", "А. Рощина", "Ә. Қалиев", "Әсел Қалиеваның",
    "РОЩИНА", "Касым-Жомарт", "Пьер Дюпон", "Axметов",
)  # fmt: skip
VERBS = (
    "сказал", "сказала", "отметил, что", "по словам", "по его словам", "добавил он", "об этом сообщил", "считает",
    "деді", "дейді", "деп мәлімдеді", "айтуынша", "оның сөзінше", "былай деді:", "екенін айтты", "как отметил",
)  # fmt: skip
OTHERS = (
    "эксперт", "министр энергетики", "сарапшы", "собеседник издания", "он", "ол", "мост", "көпір", "открыли", "ашылды",
    "2031", "7 мая 2031, 10:15", "Фото:", "Автор:", "Источник:", "Корреспондент:", "inform.kz", "# Мост", "реклама",
    "\ud83d\ude00", "и\u0306",
)  # fmt: skip
SIGNS = (*MARKS, *DASHES, ",", ".", "!", "?", "…", ":", ";", "(", ")", "*", ", –", ". –", "»,", "» –")

PIECES = st.sampled_from([*NAMES, *VERBS, *OTHERS, *SIGNS, *SIGNS, *LINE_ENDS])
MIXES = st.lists(st.tuples(PIECES, st.sampled_from(BLANKS)), max_size=60).map(
    lambda pieces: "".join(word + blank for word, blank in pieces)
)
ANYTHING = st.text(max_size=200)
MARKUP = st.text(alphabet=MARKS + DASHES + " \n,.!?:аАб", max_size=200)
TEXTS = st.one_of(MIXES, MIXES, MARKUP, ANYTHING)

several = settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def found_in(text: str) -> AttributedArticle:
    return attribute(Article("a.txt", text, language=guess_language(text)))


@several
@given(TEXTS)
def test_every_span_is_a_place_of_the_text(text: str) -> None:
    found = found_in(text)
    assert found.article.text == text
    groups = found.left_out, found.questions, tuple(quotation.span for quotation in found.quotations)
    for spans in groups:
        assert list(spans) == sorted(spans)
        assert all(0 <= span.start < span.stop <= len(text) for span in spans)
    asked = [quotation.asked for quotation in found.quotations if quotation.asked]
    assert set(asked) <= set(found.questions)


@pytest.mark.parametrize("mark", [".", "…", "?", "!", ";"])
@pytest.mark.parametrize("voice", ['"Ерлан', "«Ерлан", "»Ерлан", "— Ерлан", "Ерлан"])
@pytest.mark.parametrize("before", ["", "\n\n", "Мост открыт. ", " "])
def test_a_paragraph_may_begin_with_any_mark(before: str, mark: str, voice: str) -> None:
    text = f"{before}{mark}{voice} пришёл на мост. Мост открыт."
    assert found_in(text).article.text == text


@several
@given(TEXTS)
def test_nobody_says_the_same_words_twice(text: str) -> None:
    found = found_in(text)
    direct = [quotation.span for quotation in found.quotations if quotation.kind is not Kind.INDIRECT]
    for spans in (direct, found.questions, found.left_out):
        assert not [pair for pair in pairwise(spans) if pair[0].overlaps(pair[1])]


@several
@given(TEXTS)
def test_a_question_and_what_is_left_out_is_nobody_s_words(text: str) -> None:
    found = found_in(text)
    said = [quotation.span for quotation in found.quotations]
    in_text = [quotation.span for quotation in found.quotations if quotation.kind is not Kind.SIGNATURE]
    assert not [span for span in said for question in found.questions if span.overlaps(question)]
    assert not [span for span in in_text for left in found.left_out if span.overlaps(left)]


@several
@given(TEXTS)
def test_words_cross_a_paragraph_s_end_only_where_a_quotation_or_a_turn_goes_on(text: str) -> None:
    lines = paragraphs(text)
    for quotation in found_in(text).quotations:
        crossed = sum(line.overlaps(quotation.span) for line in lines) > 1
        if crossed and quotation.kind not in (Kind.CONTINUED, Kind.INTERVIEW_ANSWER):
            assert opens_with_a_mark(text, quotation.span), quotation


def opens_with_a_mark(text: str, span: Span) -> bool:
    """Whether the words stand between marks of which the closing one is in a later paragraph."""
    return text[max(0, span.start - 6) : span.start].rstrip()[-1:] in tuple(MARKS)


RUSSIAN = """Порт готовят к весне

АСТАНА. Порт готовят к весне, об этом рассказал инженер Андрей Журавлёв.

«Мы ждали этого долго и наконец дождались», – сказал Андрей Журавлёв.

По словам Журавлёва, причалы уже чистят. «Первый корабль придёт в мае», – добавил он."""
KAZAKH = """Айлақ көктемге дайын

«Біз бұл күнді сегіз жыл күттік, енді жол жақсы болады», – деді инженер Әйгерім Қойшыбаева.

Әйгерім Қойшыбаеваның айтуынша, жұмыс мамырда аяқталады."""


def spoken(text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Who said what, in the letters of a reading, so that one writing of a text can be compared with another."""
    return [
        (quotation.speaker.name, quotation.speaker.role, quotation.kind.value, reading_of(quotation.span.of(text)).text)
        for quotation in found_in(text).quotations
    ]


def with_soft_hyphens(text: str) -> str:
    return text.replace("рав", "р\u00adав").replace("шы", "ш\u00adы").replace("жда", "жда\u00ad")


def with_stress(text: str) -> str:
    return text.replace("Андре", "Андре\u0301").replace("жда", "жда\u0301")


def with_wide_spaces(text: str) -> str:
    return text.replace("Андрей Ж", "Андрей\u00a0Ж").replace("– с", "–\u202fс").replace("Әйгерім Қ", "Әйгерім\u2009Қ")


def with_look_alikes(text: str) -> str:
    russian = text.replace("Андрей", "Aндpeй").replace("Журавлёв", "Жypaвлёв")
    return russian.replace("Қойшы", "Қoйшы").replace("рім", "рiм")


def taken_apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def with_line_ends(text: str) -> str:
    return text.replace("\n\n", "\r\n\r\n", 1).replace("\n\n", "\r\r", 1).replace(".\n\n", ".\u2028")


WRITINGS = (taken_apart, with_soft_hyphens, with_stress, with_wide_spaces, with_look_alikes, with_line_ends)


@pytest.mark.parametrize("write", WRITINGS, ids=lambda write: write.__name__)
@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH], ids=["ru", "kk"])
def test_no_writing_of_the_letters_hides_a_name(text: str, write: object) -> None:
    assert callable(write)
    written = write(text)
    assert spoken(written) == spoken(text)
    assert len(spoken(text)) > 1 and {name for name, *_ in spoken(text)} <= {"Андрей Журавлёв", "Әйгерім Қойшыбаева"}


LETTERS = (*"йёабиЙ", "и\u0306", "е\u0308", "а\u0301", "\u00ad", "\u200b", "\u00a0", "\r\n", "a", "A.")


@several
@given(st.lists(st.sampled_from(LETTERS)))
def test_the_way_back_from_a_reading_leads_to_the_same_letters(letters: list[str]) -> None:
    text = "".join(letters)
    reading = reading_of(text)
    for place in range(len(reading.text)):
        given_back = reading.given(Span(place, place + 1))
        assert reading_of(given_back.of(text)).text[:1] in (reading.text[place], text[given_back.start])
    whole = reading.given(Span(0, len(reading.text)))
    assert not reading.text or reading_of(whole.of(text)).text == reading.text


def test_plain_text_is_its_own_reading() -> None:
    for text in (RUSSIAN, "IT-отрасль, Wi-Fi и iPhone", "Й", "ё", ""):
        assert reading_of(text).text == text


@pytest.mark.parametrize(
    ("written", "read"), [("Axметов", "Ахметов"), ("A. Смаилов", "А. Смаилов"), ("бiлiм", "білім")]
)
def test_latin_twins_are_read_as_cyrillic(written: str, read: str) -> None:
    assert reading_of(written).text == read


LONG = 30_000  # characters
SHAPES = (
    "«", "«мост ", "«мост\n", '"', "«»\"„“", "– ", "– мост\n", ", – ", "а", "А. ", "мост ", "Мост: да\n", "Мост: да?\n",
    "он сказал ", "Эксперт думает иначе. ", "Фото: мост\n", "1.2 ", "\u00ad", "и\u0306", "aа", "a", " \n", "деп ",
)  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_text_of_one_kind_is_read_to_its_end(shape: str) -> None:
    text = "Иван Рощин приехал. " + shape * (LONG // len(shape)) + "\n«Мы ждали этого долго», – сказал Иван Рощин."
    found = found_in(text)
    assert all(0 <= quotation.span.start < quotation.span.stop <= len(text) for quotation in found.quotations)


GROWING = {
    "people": "«Мы ждали этого восемь лет», – сказал инженер Игорь {0}ов. По словам {0}ова, денег хватит. Он ушёл.\n",
    "one line": "«Мы ждали этого восемь лет», – сказал инженер Игорь {0}ов. По словам {0}ова, денег хватит. Он ушёл. ",
    "one person": "«Мы ждали этого восемь лет», – сказал он. Инженер Игорь Рощин ушёл. Эксперт сказал, что готово. ",
    "kazakh": "«Біз бұл күнді сегіз жыл күттік», – деді инженер Айдар {0}ов. Оның айтуынша, жұмыс бітті. Ол кетті.\n",
    "labels": "Игорь {0}ов: Мы ждали этого восемь лет и дождались?\nАнна {0}ова: Мы ждали этого восемь лет.\n",
    "dashes": "– Мы ждали этого восемь лет?\n– Мы ждали этого восемь лет, – сказал Игорь {0}ов. – Да.\n",
    "marks": "«Мы ждали \"этого„ восемь лет, – “сказал. ",
}
SYLLABLES = [one + other for one in "БВГДЖЗКЛМН" for other in ("аран", "елин", "ирук", "олет", "унас", "ыбел", "ярон")]


def calls(shape: str, times: int) -> int:
    """How many calls it takes to read ``times`` pieces of a shape: what a clock would say, without its moods."""
    text = "".join(shape.format(SYLLABLES[at % len(SYLLABLES)] + "аб" * (at // len(SYLLABLES))) for at in range(times))
    profile = Profile()
    profile.runcall(found_in, text)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("shape", GROWING.values(), ids=GROWING.keys())
def test_the_work_grows_with_the_length_and_no_faster(shape: str) -> None:
    calls(shape, 200)  # the first reading fills the caches of word forms
    assert calls(shape, 200) < 2.3 * calls(shape, 100)


@pytest.mark.parametrize("mark", MARKS)
def test_one_broken_mark_costs_a_paragraph_at_most(mark: str) -> None:
    text = f"Мост открыли {mark}вчера.\n" + RUSSIAN.partition("\n\n")[2]
    assert spoken(text)[-3:] == spoken(RUSSIAN)[-3:]
