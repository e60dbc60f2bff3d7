"""Credit: whose words an extract is said to be, what the frame adds, and that none of it stands in the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.message.messages import inline_card
from bot.phrases import phrases_for
from corpus.quotation import Kind
from retrieval.extract import Voice
from tests.test_bot_message import RU, SAID, html, quotes


def spoken(speaker: str | None, role: str | None = None, kind: Kind = Kind.DIRECT) -> Voice:
    return Voice("Мост держит.", kind, speaker, role)


def reported(speaker: str | None, role: str | None = None) -> Voice:
    return spoken(speaker, role, Kind.INDIRECT)


def credited(*voices: Voice, outlet: str | None = "Степь", language: str = "ru") -> str:
    """The line above a stretch of the outlet's text in which these words stand."""
    passage = replace(SAID, kind=Kind.PASSAGE, speaker=None, role=None, outlet=outlet, within=voices)
    return html(passage, phrases=phrases_for(language)).partition("\n<blockquote")[0]


ASAN, VERA, OLEG = spoken("Асан Кали", "инженер"), spoken("Вера Ли", "Директор порта"), spoken("Олег Су")
OF_ASAN = "<b>Асан Кали</b>, инженер"


@pytest.mark.parametrize(
    ("voices", "line"),
    [
        ([ASAN], f"{OF_ASAN} — в тексте издания «Степь»"),
        ([spoken("Асан Кали"), ASAN, reported("Асан Кали")], f"{OF_ASAN} — в тексте издания «Степь»"),
        (
            [reported("Жан Ан"), ASAN, VERA],
            f"В тексте издания «Степь» говорят: {OF_ASAN}; <b>Вера Ли</b>, директор порта; в пересказе: <b>Жан Ан</b>",
        ),
        ([reported("Жан Ан"), ASAN], f"{OF_ASAN} — в тексте издания «Степь»; в пересказе: <b>Жан Ан</b>"),
        (
            [reported("Жан Ан"), reported(None, "Минэнерго")],
            "В тексте издания «Степь», в пересказе: <b>Жан Ан</b>; <b>Минэнерго</b>",
        ),
        (
            [OLEG, ASAN, VERA, spoken("Жан Ан")],
            f"В тексте издания «Степь» говорят: <b>Олег Су</b>; {OF_ASAN}; <b>Вера Ли</b>, директор порта и другие",
        ),
        ([spoken(None), ASAN], f"{OF_ASAN} — в тексте издания «Степь»; говорящий не установлен"),
        ([spoken(None), spoken(None)], "<b>Говорящий не установлен</b> — в тексте издания «Степь»"),
        (
            [spoken(None, kind=Kind.INTERVIEW_ANSWER)],
            "<b>Собеседник, имя не названо</b> — в тексте издания «Степь»",
        ),
        ([reported(None)], "Текст издания «Степь»:"),
    ],
)
def test_a_passage_tells_whose_words_stand_in_it_each_once(voices: list[Voice], line: str) -> None:
    assert credited(*voices) == line


def test_a_passage_of_an_outlet_not_known_is_the_outlets_text_all_the_same() -> None:
    assert credited(ASAN, outlet=None) == f"{OF_ASAN} — в тексте издания"
    assert credited(ASAN, OLEG, outlet=None) == f"В тексте издания говорят: {OF_ASAN}; <b>Олег Су</b>"
    assert credited(reported("Жан Ан"), outlet=None) == "В тексте издания, в пересказе: <b>Жан Ан</b>"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("kk", f"{OF_ASAN} — «Степь» басылымының мәтінінде; баяндауда: <b>Жан Ан</b>"),
        ("en", f"{OF_ASAN} — in the text of “Степь”; as retold: <b>Жан Ан</b>"),
    ],
)
def test_a_passage_is_credited_in_the_language_of_the_frame(language: str, line: str) -> None:
    assert credited(ASAN, reported("Жан Ан"), language=language) == line


def test_a_passage_names_its_outlet_once_and_so_does_its_inline_card() -> None:
    passage = replace(SAID, kind=Kind.PASSAGE, speaker=None, role=None, within=(ASAN,))
    assert html(passage).endswith("</blockquote>\nдата не указана · Мост открыт")
    assert inline_card(passage, RU, "doslovno_bot").title == "Асан Кали, инженер — в тексте издания «Степь»"


def test_report_is_the_outlets_word_about_a_person() -> None:
    assert html(replace(SAID, kind=Kind.INDIRECT)).startswith(
        "<b>Асан Кали</b>, инженер — в пересказе издания «Степь»\n<blockquote"
    )


def test_report_of_an_outlet_not_known_says_that_it_is_one() -> None:
    message = html(replace(SAID, kind=Kind.INDIRECT, outlet=None))
    assert message.startswith("<b>Асан Кали</b>, инженер — в пересказе издания\n<blockquote")


def test_report_of_nobody_named_says_so() -> None:
    message = html(replace(SAID, kind=Kind.INDIRECT, speaker=None, role=None))
    assert message.startswith("Чужие слова в пересказе издания «Степь»; чьи, по тексту не установлено:\n<blockquote")


def test_report_of_an_organisation_is_shown_by_its_role() -> None:
    message = html(replace(SAID, kind=Kind.INDIRECT, speaker=None, role="Минэнерго"))
    assert message.startswith("<b>Минэнерго</b> — в пересказе издания «Степь»\n")


def test_a_post_has_the_capital_of_a_sentences_start_only_where_it_opens_the_line() -> None:
    assert html(replace(SAID, role="Министр энергетики")).startswith("<b>Асан Кали</b>, министр энергетики\n")
    assert html(replace(SAID, speaker=None, role="Министр энергетики")).startswith("<b>Министр энергетики</b>\n")


@pytest.mark.parametrize("words", ["Мост держит", "Мост держит,", "Мост «Илек»", "Мост держит (пока)"])
def test_words_whose_closing_mark_was_left_out_are_closed_below_them(words: str) -> None:
    assert html(replace(SAID, text=words)).endswith(f"{words}</blockquote>\n» Степь · дата не указана · Мост открыт")


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Держит!", Kind.DIRECT), ("Держит?»", Kind.DIRECT), ("Держит…", Kind.CONTINUED), ("Да", Kind.INTERVIEW_ANSWER),
     ("Мост", Kind.SIGNATURE)],
)  # fmt: skip
def test_words_that_end_as_they_were_printed_are_left_so(words: str, kind: Kind) -> None:
    assert html(replace(SAID, text=words, kind=kind)).endswith("</blockquote>\nСтепь · дата не указана · Мост открыт")


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
