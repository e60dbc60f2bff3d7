"""Messages: each kind of words credited as what it is, escaped once, within Telegram's limits, nothing lost."""

from __future__ import annotations

import datetime
import re
import string
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.message import AnswerPage, Frame, answer_page, answer_text, context_page, inline_cards, notice
from bot.message.buttons import Button, Tap, What, read_tap
from bot.message.messages import inline_card
from bot.message.pages import LONGEST_MESSAGE, MOST_ENTITIES, cut
from bot.message.piece import length
from bot.message.source import to_the_words
from bot.phrases import Phrases, phrases_for
from corpus.quotation import Kind
from corpus.span import Span
from retrieval.answer import Answer
from retrieval.extract import Extract
from retrieval.lookup import Context, Part
from retrieval.naming import Filter, FilterKind

RU = phrases_for("ru")
SAID = Extract(
    text="Мост держит.",
    spans=(Span(0, 12),),
    article="мост.txt",
    kind=Kind.DIRECT,
    speaker="Асан Кали",
    role="инженер",
    outlet="Степь",
    author=None,
    title="Мост открыт",
    date=None,
    url=None,
    asked=None,
    score=1.0,
    id="abc",
)
OF_MARKOV = (Filter(FilterKind.SPEAKER, "Сергей Марков"),)
KEY_LETTERS = string.ascii_letters + string.digits + "-_"
TAG = re.compile(r"</?(?:b|i|s|blockquote|a)\b[^<>]*>")
QUOTE = re.compile(r"<blockquote expandable>(.*?)</blockquote>", re.DOTALL)


def answer(*extracts: Extract) -> Answer:
    return Answer("вопрос", "ru", extracts)


def frame(phrases: Phrases = RU, most: int = 3) -> Frame:
    return Frame("kept-id", phrases, most, "doslovno_bot")


def pages(*extracts: Extract | None, phrases: Phrases = RU, most: int = 3) -> list[AnswerPage]:
    """Every page, as «Ещё» turns to it."""
    turned = [answer_page(extracts, 1, frame(phrases, most))]
    while any(button.text == phrases.more for row in turned[-1].rows for button in row):
        turned.append(answer_page(extracts, len(turned) + 1, frame(phrases, most)))
    return turned


def messages_of(*extracts: Extract, most: int = 3) -> list[str]:
    return [page.html for page in pages(*extracts, most=most)]


def html(*extracts: Extract, phrases: Phrases = RU) -> str:
    (page,) = pages(*extracts, phrases=phrases)
    return page.html


def visible(message: str) -> str:
    return unescape(TAG.sub("", message))


def quotes(messages: list[str]) -> list[str]:
    return [unescape(words) for message in messages for words in QUOTE.findall(message)]


def test_speech_has_name_post_words_outlet_and_title() -> None:
    assert html(SAID) == (
        "<b>Асан Кали</b>, инженер\n"
        "<blockquote expandable>Мост держит.</blockquote>\n"
        "Степь · дата не указана · Мост открыт"
    )


def test_title_is_linked_where_there_is_an_address() -> None:
    message = html(replace(SAID, url='https://example.org/?a=1&b="2"'))
    assert '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">Мост открыт</a>' in message


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org", "", "https://example.org/" + "x" * 3000])
def test_an_address_that_cannot_be_linked_is_left_out(url: str) -> None:
    assert html(replace(SAID, url=url)).endswith("дата не указана · Мост открыт")


@pytest.mark.parametrize(
    ("language", "date"), [("ru", "7 мая 2031 года"), ("kk", "2031 жылғы 7 мамыр"), ("en", "7 May 2031")]
)
def test_date_in_words_of_the_language(language: str, date: str) -> None:
    assert date in html(replace(SAID, date=datetime.date(2031, 5, 7)), phrases=phrases_for(language))


def test_marks_of_html_arrive_intact() -> None:
    words = 'Если a<b & c>d, то "да" &amp; <b>точка</b>'
    message = html(replace(SAID, text=words, speaker="А<Б", role="r&d", outlet='"X"', title="<i>"))
    assert quotes([message]) == [words]
    assert visible(message) == f'А<Б, r&d\n{words}\n» "X" · дата не указана · <i>'


def test_an_outlet_with_its_own_marks_is_given_no_others() -> None:
    message = html(replace(SAID, kind=Kind.INDIRECT, outlet="Журнал «Степь»"))
    assert "издания Журнал «Степь»\n" in message


def test_several_extracts_share_a_message_with_a_gap_between() -> None:
    message = html(SAID, replace(SAID, text="Другое."))
    assert quotes([message]) == ["Мост держит.", "Другое."] and "Мост открыт\n\n2. <b>Асан Кали</b>" in message


def test_messages_part_between_quotes() -> None:
    long = [replace(SAID, text=f"{number} " + "слово " * 400) for number in range(3)]
    messages = messages_of(*long)
    assert quotes(messages) == [extract.text for extract in long]
    assert [len(QUOTE.findall(message)) for message in messages] == [1, 1, 1]


def test_an_extract_longer_than_a_message_is_credited_in_each_part() -> None:
    words = "Мост держит всё 😀. " * 500
    messages = messages_of(replace(SAID, text=words))
    assert [part.split() for part in quotes(messages)] != [] and "".join(quotes(messages)).split() != []
    assert " ".join(quotes(messages)) == words.strip()
    assert all(message.startswith("<b>Асан Кали</b>, инженер") for message in messages)
    assert messages[0].endswith(f"часть 1 из {len(messages)}\n\n1/{len(messages)}")


def test_entities_beyond_the_limit_go_into_another_message() -> None:
    messages = messages_of(*[replace(SAID, text=str(n), title="", outlet="x") for n in range(90)], most=90)
    assert quotes(messages) == [str(n) for n in range(90)]
    assert max(message.count("</") for message in messages) <= MOST_ENTITIES


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.text("<>&\"' .я😀\n", max_size=9000)


@settings(deadline=None)
@given(st.lists(st.tuples(texts, texts, texts, st.sampled_from(Kind)), min_size=1, max_size=4))
def test_any_answer_keeps_within_the_limits_and_loses_no_word(given: list[tuple[str, str, str, Kind]]) -> None:
    extracts = [
        replace(SAID, text=text, speaker=name, role=title, outlet=name, title=title, kind=kind)
        for text, name, title, kind in given
    ]
    messages = messages_of(*extracts)
    assert all(length(visible(message)) <= LONGEST_MESSAGE for message in messages)
    assert all(message.count("<b>") == message.count("</b>") for message in messages)
    assert "".join("".join(quotes(messages)).split()) == "".join("".join(e.text for e in extracts).split())


@given(texts, st.integers(2, 50))
def test_cutting_keeps_to_the_room_and_loses_only_space(text: str, room: int) -> None:
    parts = list(cut(text[:400], room))
    assert all(length(part) <= room for part in parts)
    assert "".join("".join(parts).split()) == "".join(text[:400].split())


def test_cuts_fall_between_sentences() -> None:
    assert list(cut("Первое слово. Второе слово. Третье.", 30)) == ["Первое слово. Второе слово.", "Третье."]


def test_terminal_shows_the_same_as_plain_text() -> None:
    held = replace(answer(replace(SAID, text="Одно.\nДругое <b>.", url="https://example.org/")), filters=OF_MARKOV)
    assert answer_text(held, RU) == (
        "эксперт: Сергей Марков\n\n"
        "Асан Кали, инженер\n  │ Одно.\n  │ Другое <b>.\nСтепь · дата не указана · Мост открыт (https://example.org/)"
    )


def test_inline_card_is_one_whole_credited_extract() -> None:
    card = inline_card(replace(SAID, asked="Держит?", url="https://example.org/a"), RU, "doslovno_bot")
    assert (card.title, card.description) == ("Асан Кали, инженер", "Мост держит.")
    assert quotes([card.html]) == ["Мост держит."] and "Степь" in card.html
    assert [button.url for button in card.row] == [
        "https://example.org/a#:~:text=%D0%9C%D0%BE%D1%81%D1%82%20%D0%B4%D0%B5%D1%80%D0%B6%D0%B8%D1%82.",
        "https://t.me/doslovno_bot?start=q_abc",
    ]


def test_what_only_comes_near_says_so_in_a_terminal_and_on_inline_cards() -> None:
    near = replace(answer(), nearest=(SAID,), why_not="weak_match")
    assert answer_text(near, RU).startswith(f"{RU.nearest}\n\nАсан Кали, инженер\n")
    assert [card.title for card in inline_cards(near, RU, "doslovno_bot")] == ["Ближайшее: Асан Кали, инженер"]
    assert [card.title for card in inline_cards(answer(SAID, SAID), RU, "doslovno_bot")] == ["Асан Кали, инженер"]


def test_what_others_say_is_told_apart_from_a_persons_own_words_on_whatever_page_it_begins() -> None:
    shown = [replace(SAID, text=f"Слова {number}.") for number in range(1, 6)]
    turned = [answer_page(shown, number, replace(frame(most=2), own=3)).html for number in (1, 2, 3)]
    assert [RU.others in page for page in turned] == [False, True, False]
    assert f"\n\n{RU.others}\n\n4. <b>Асан Кали</b>" in turned[1]
    assert f"\n\n{RU.others}\n\n2. Асан Кали" in answer_text(replace(answer(*shown), own=1), RU)


def test_what_others_say_is_told_once_of_an_extract_in_parts() -> None:
    shown = [SAID, replace(SAID, text="Мост держит всё. " * 500)]
    turned = [answer_page(shown, number, replace(frame(), own=1)) for number in range(1, 5)]
    assert sum(RU.others in page.html for page in turned) == 1
    assert all(length(visible(page.html)) <= LONGEST_MESSAGE for page in turned)


@pytest.mark.parametrize(
    ("words", "asked_in", "mark"),
    [("kk", "ru", " · на казахском"), ("ru", "en", " · на русском"), ("ru", "ru", ""), ("kk", "", "")],
)
def test_words_in_another_language_than_the_questions_are_marked(words: str, asked_in: str, mark: str) -> None:
    said = replace(SAID, language=words)
    page = answer_page([said], 1, replace(frame(), asked_in=asked_in))
    assert page.html.endswith(f"Степь · дата не указана{mark} · Мост открыт")
    context = context_page(Context(said, (Part(said.text, True),)), 1, [said], replace(frame(), asked_in=asked_in))
    assert f"Степь · дата не указана{mark} · Мост открыт" in context.html


def test_pages_turn_in_place_and_say_where_they_are() -> None:
    turned = pages(*[replace(SAID, text=f"Слова {number}.") for number in range(1, 8)])
    assert [page.html.rsplit("\n", 1)[-1] for page in turned] == ["1/3", "2/3", "3/3"]
    assert [[button.text for button in page.rows[-1]] for page in turned] == [
        [RU.more],
        [RU.back, RU.more],
        [RU.back],
    ]
    assert quotes([page.html for page in turned]) == [f"Слова {number}." for number in range(1, 8)]


def test_a_page_beyond_the_last_is_the_last() -> None:
    extracts = [replace(SAID, text=str(number)) for number in range(4)]
    assert answer_page(extracts, 99, frame()) == answer_page(extracts, 2, frame())
    assert answer_page(extracts, 0, frame()) == answer_page(extracts, 1, frame())


def test_each_extract_has_its_buttons_and_a_source_only_where_there_is_an_address() -> None:
    linked = replace(SAID, url="https://example.org/a")
    (page,) = pages(SAID, linked)
    assert page.rows[0] == (
        Button("Контекст 1", Tap(What.CONTEXT, "kept-id", 1).data),
        Button("Контекст 2", Tap(What.CONTEXT, "kept-id", 2).data),
    )
    assert [button.text for button in page.rows[1]] == ["Источник 2"]
    (alone,) = pages(SAID)
    assert [[button.text for button in row] for row in alone.rows] == [["Контекст"]]


def test_words_withdrawn_since_are_said_to_be_and_have_no_buttons() -> None:
    (page,) = pages(SAID, None)
    assert f"2. <i>{RU.withdrawn}</i>" in page.html
    assert [[button.text for button in row] for row in page.rows] == [["Контекст 1"]]


def test_context_marks_the_words_among_their_neighbours_and_credits_the_outlet() -> None:
    parts = (Part("До слов: «", False), Part("Мост держит.", True), Part("», – и после < них.", False))
    page = context_page(Context(SAID, parts), 4, [SAID] * 5, frame())
    assert page.html.startswith("Текст издания «Степь»:\n<blockquote>До слов: «<b>Мост держит.</b>», – и")
    assert "после &lt; них.</blockquote>" in page.html and "start=q_abc" in page.html
    assert page.rows == ((Button(RU.to_answer, Tap(What.PAGE, "kept-id", 2).data),),)


@pytest.mark.parametrize("size", [100, 5000])
def test_a_context_too_long_for_a_message_keeps_to_its_words(size: int) -> None:
    said = replace(SAID, text="я" * size)
    parts = (Part("а" * 4000, shown=False), Part(said.text, shown=True), Part("б" * 4000, shown=False))
    page = context_page(Context(said, parts), 1, [said], frame())
    assert length(visible(page.html)) <= LONGEST_MESSAGE and "ааа" not in page.html and "яяя" in page.html


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Да-да, a&b?", "%D0%94%D0%B0%2D%D0%B4%D0%B0%2C%20a%26b%3F"),
        ("a b c d e f g h i j k l m", "a%20b%20c%20d%20e%20f,h%20i%20j%20k%20l%20m"),
        ("a b […] c", "a%20b"),
        ("a\nb", "a"),
    ],
)
def test_source_opens_at_the_words(words: str, fragment: str) -> None:
    assert to_the_words("https://example.org/x", words) == f"https://example.org/x#:~:text={fragment}"
    assert to_the_words("https://example.org/x#top", words) == f"https://example.org/x#top:~:text={fragment}"


@given(st.sampled_from(What), st.text(KEY_LETTERS, min_size=1, max_size=24), st.integers(1, 9999))
def test_taps_fit_into_a_button_and_are_read_back(what: What, key: str, number: int) -> None:
    tap = Tap(what, key, number)
    assert read_tap(tap.data) == tap and len(tap.data.encode()) <= 64


@pytest.mark.parametrize("data", ["", "p:a", "x:a:1", "p:a:-1", "p:a:1:2", "p:ключ:1", "p:a:99999"])
def test_foreign_data_is_no_tap(data: str) -> None:
    assert read_tap(data) is None


def test_inline_ids_are_short_and_independent_of_the_language() -> None:
    cards = [inline_card(SAID, phrases, "doslovno_bot") for phrases in (RU, phrases_for("kk"))]
    assert {card.id for card in cards} == {"abc"}
    assert len(inline_card(replace(SAID, id="x" * 99), RU, "doslovno_bot").id) == 64


def test_a_notice_is_escaped() -> None:
    assert notice("a < b & c") == "a &lt; b &amp; c"
