"""Messages: each kind of words credited as what it is, escaped once, within Telegram's limits, nothing lost."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.message import answer_messages, answer_text, inline_card, notice
from bot.message.pages import LONGEST_MESSAGE, MOST_ENTITIES, cut
from bot.message.piece import length
from bot.phrases import Phrases, phrases_for
from corpus.quotation import Kind
from corpus.span import Span
from retrieval.answer import Answer
from retrieval.extract import Extract

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
)
TAG = re.compile(r"</?(?:b|i|blockquote|a)\b[^<>]*>")
QUOTE = re.compile(r"<blockquote expandable>(.*?)</blockquote>", re.DOTALL)


def answer(*extracts: Extract) -> Answer:
    return Answer("вопрос", "ru", extracts)


def html(*extracts: Extract, phrases: Phrases = RU) -> str:
    (message,) = answer_messages(answer(*extracts), phrases)
    return message


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


def test_report_is_the_outlets_word_about_a_person() -> None:
    assert html(replace(SAID, kind=Kind.INDIRECT)).startswith(
        "По сообщению издания «Степь»:\n<b>Асан Кали</b>, инженер — в пересказе издания\n"
    )


def test_report_of_an_organisation_is_shown_by_its_role() -> None:
    message = html(replace(SAID, kind=Kind.INDIRECT, speaker=None, role="Минэнерго"))
    assert "<b>Минэнерго</b> — в пересказе издания" in message


def test_narration_names_no_speaker_even_where_one_is_given() -> None:
    message = html(replace(SAID, kind=Kind.NARRATIVE, author="Ирина Ли"))
    assert message.startswith("Текст издания «Степь»:\n<blockquote")
    assert "Асан Кали" not in message and "автор текста: Ирина Ли" in message


def test_editorial_without_an_outlet_says_so() -> None:
    message = html(replace(SAID, kind=Kind.NARRATIVE, speaker=None, role=None, outlet=None))
    assert message.startswith("Текст издания:\n") and "издание в тексте не названо" in message


def test_unnamed_guest_is_said_to_be_unnamed() -> None:
    message = html(replace(SAID, kind=Kind.INTERVIEW_ANSWER, speaker=None, role=None))
    assert message.startswith("<b>Собеседник издания, имя в тексте не названо</b>\n")


def test_unknown_speaker_of_other_words_is_not_said_to_go_unnamed() -> None:
    message = html(replace(SAID, speaker=None, role=None))
    assert "не установлено" in message and "имя в тексте не названо" not in message


def test_authors_name_never_stands_beside_anothers_words() -> None:
    assert "Ирина Ли" not in html(replace(SAID, author="Ирина Ли"))


def test_interviewers_question_stands_before_the_quote_and_not_in_it() -> None:
    message = html(replace(SAID, asked="Держит ли мост?"))
    assert "\nНа вопрос издания: <i>Держит ли мост?</i>\n<blockquote" in message
    assert quotes([message]) == ["Мост держит."]


def test_long_interviewers_question_is_left_out_whole() -> None:
    assert "На вопрос" not in html(replace(SAID, asked="Ну и как? " * 40))


def test_marks_of_html_arrive_intact() -> None:
    words = 'Если a<b & c>d, то "да" &amp; <b>точка</b>'
    message = html(replace(SAID, text=words, speaker="А<Б", role="r&d", outlet='"X"', title="<i>"))
    assert quotes([message]) == [words]
    assert visible(message) == f'А<Б, r&d\n{words}\n"X" · дата не указана · <i>'


def test_an_outlet_with_its_own_marks_is_given_no_others() -> None:
    message = html(replace(SAID, kind=Kind.INDIRECT, outlet="Журнал «Степь»"))
    assert "издания Журнал «Степь»:" in message


def test_several_extracts_share_a_message_with_a_gap_between() -> None:
    message = html(SAID, replace(SAID, text="Другое."))
    assert quotes([message]) == ["Мост держит.", "Другое."] and "Мост открыт\n\n<b>Асан Кали</b>" in message


def test_messages_part_between_quotes() -> None:
    long = [replace(SAID, text=f"{number} " + "слово " * 400) for number in range(3)]
    messages = answer_messages(answer(*long), RU)
    assert quotes(messages) == [extract.text for extract in long]
    assert [len(QUOTE.findall(message)) for message in messages] == [1, 1, 1]


def test_an_extract_longer_than_a_message_is_credited_in_each_part() -> None:
    words = "Мост держит всё 😀. " * 500
    messages = answer_messages(answer(replace(SAID, text=words)), RU)
    assert [part.split() for part in quotes(messages)] != [] and "".join(quotes(messages)).split() != []
    assert " ".join(quotes(messages)) == words.strip()
    assert all(message.startswith("<b>Асан Кали</b>, инженер") for message in messages)
    assert messages[0].endswith(f"часть 1 из {len(messages)}")


def test_entities_beyond_the_limit_go_into_another_message() -> None:
    messages = answer_messages(answer(*[replace(SAID, text=str(n), title="", outlet="x") for n in range(90)]), RU)
    assert quotes(messages) == [str(n) for n in range(90)]
    assert max(message.count("</") for message in messages) <= MOST_ENTITIES


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.text("<>&\"' .я😀\n", max_size=9000)


@given(st.lists(st.tuples(texts, texts, texts, st.sampled_from(Kind)), min_size=1, max_size=4))
def test_any_answer_keeps_within_the_limits_and_loses_no_word(given: list[tuple[str, str, str, Kind]]) -> None:
    extracts = [
        replace(SAID, text=text, speaker=name, role=title, outlet=name, title=title, kind=kind)
        for text, name, title, kind in given
    ]
    messages = answer_messages(answer(*extracts), RU)
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


def test_nothing_found_says_why_and_what_else_could_be_asked() -> None:
    (message,) = answer_messages(Answer("вопрос", "ru", (), "no_match", ("мосты", "вода & свет")), RU)
    assert message == "В собрании нет ничего об этом.\nМожно спросить: мосты; вода &amp; свет"


def test_terminal_shows_the_same_as_plain_text() -> None:
    text = answer_text(answer(replace(SAID, text="Одно.\nДругое <b>.", url="https://example.org/")), RU)
    assert text == (
        "Асан Кали, инженер\n  │ Одно.\n  │ Другое <b>.\nСтепь · дата не указана · Мост открыт (https://example.org/)"
    )


def test_inline_card_is_one_whole_credited_extract() -> None:
    card = inline_card(replace(SAID, asked="Держит?"), RU)
    assert (card.title, card.description) == ("Асан Кали, инженер", "Мост держит.")
    assert quotes([card.html]) == ["Мост держит."] and "Степь" in card.html


def test_inline_ids_are_short_and_tell_extracts_apart() -> None:
    ids = {inline_card(item, RU).id for item in (SAID, replace(SAID, text="Другое."), replace(SAID, article="b"))}
    assert len(ids) == 3 and max(map(len, ids)) <= 64
    assert inline_card(SAID, RU).id == inline_card(SAID, phrases_for("kk")).id


def test_a_notice_is_escaped() -> None:
    assert notice("a < b & c") == "a &lt; b &amp; c"
