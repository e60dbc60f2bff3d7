"""What stands around an answer: what it was held to, an honest nothing with its offers, the verdict on a quotation."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from bot.message import AnswerPage, answer_page, answer_text, nothing_page
from bot.message.buttons import LONGEST_LABEL, Button, Tap, What, read_tap
from bot.message.held import above, filter_row
from bot.message.messages import NO_COVERAGE
from bot.message.pages import LONGEST_MESSAGE
from bot.message.piece import length
from bot.message.verdict import verdict_pieces
from bot.phrases import phrases_for
from retrieval.answer import Answer
from retrieval.coverage import Coverage
from retrieval.naming import Filter, FilterKind
from retrieval.quoted.whose import Credit, PrintedAs, Whose
from retrieval.verify import Difference, Verdict
from tests.test_bot_message import OF_MARKOV, RU, SAID, frame, quotes, visible

IN_OCTOBER = (Filter(FilterKind.SINCE, "2023-10-01"), Filter(FilterKind.UNTIL, "2023-10-31"))


def nothing(answer: Answer, *offers: str, covered: Coverage = NO_COVERAGE) -> AnswerPage:
    return nothing_page(answer, offers, covered, "kept-id", RU)


def test_nothing_found_says_why_and_what_may_have_been_meant() -> None:
    page = nothing(Answer("вопрос", "ru", (), "no_match"), "мосты", "вода & свет")
    meant = "Возможно, вы имели в виду:\n• <i>мосты</i>\n• <i>вода &amp; свет</i>"
    assert page.html == f"{RU.why_not['no_match']}\n\n{meant}"
    assert page.rows == (
        (Button("мосты", Tap(What.OFFER, "kept-id", 1).data),),
        (Button("вода & свет", Tap(What.OFFER, "kept-id", 2).data),),
    )


def test_nothing_found_says_what_the_corpus_has() -> None:
    people = ("Вера Ли", "Асан Кали", "Пётр Зернов", "Ольга Зимина")
    covered = Coverage(7, people, datetime.date(2029, 1, 2), datetime.date(2031, 5, 7))
    page = nothing(Answer("вопрос", "ru", (), "weak_match"), "мосты", covered=covered)
    said = "Статей в собрании: 7, известные даты 02.01.2029 – 07.05.2031. Среди самых цитируемых: "
    assert page.html.endswith(f"{said}<i>Вера Ли</i>, <i>Асан Кали</i>.")
    assert [[button.text for button in row] for row in page.rows] == [["мосты"], ["Вера Ли", "Асан Кали"]]
    assert [read_tap(button.data) for button in page.rows[-1]] == [Tap(What.OFFER, "kept-id", n) for n in (2, 3)]
    alone = nothing(Answer("вопрос", "ru", (), "weak_match"), covered=covered)
    assert [[button.text for button in row] for row in alone.rows] == [[*people[:2]], [*people[2:]]]


@pytest.mark.parametrize("code", ["empty_question", "no_words", "thanks", "farewell", "empty_corpus"])
def test_what_is_no_question_is_told_nothing_of_the_corpus(code: str) -> None:
    page = nothing(Answer("?", "ru", (), code), covered=Coverage(7, ("Вера Ли",)))
    assert page == AnswerPage(RU.why_not[code])


def test_a_written_day_and_a_written_name_that_are_none_are_told_by_name() -> None:
    day = nothing(Answer("с: 32.13.2025 газ", "ru", (), "not_a_day", refused="32.13.2025"))
    assert day == AnswerPage("32.13.2025: такой даты нет.")
    name = nothing(Answer("эксперт: Пупырин газ", "ru", (), "unknown_name", unknown="Пупырин", unfiltered=True))
    assert name.html.startswith("Имени Пупырин в собрании нет.\n\n") and len(name.rows) == 1


@pytest.mark.parametrize("code", ["greeting", "small_talk", "about_bot"])
def test_small_talk_is_met_with_questions_to_tap(code: str) -> None:
    said = Answer("привет", "ru", (), code)
    page = nothing(said, covered=Coverage(7, ("Вера Ли",)))
    taps = [Button(example, Tap(What.EXAMPLE, "", n).data) for n, example in enumerate(RU.examples, 1)]
    assert page == AnswerPage(RU.why_not[code], tuple((tap,) for tap in taps))
    assert answer_text(said, RU) == "\n• ".join((RU.why_not[code], *RU.examples))


def test_nothing_of_the_person_asked_offers_everybody() -> None:
    answer = Answer("вопрос", "ru", (), "nothing_by_filter", (), OF_MARKOV, unfiltered=True)
    page = nothing(answer, covered=Coverage(7, ("Сергей Марков", "Вера Ли")))
    assert page.html.startswith("Сергей Марков: слов об этом не нашёл.\n\nЕсли искать без условий")
    assert page.rows == (
        (Button("Искать у всех", Tap(What.WIDER_PAGE, "kept-id", 1).data),),
        (Button("Вера Ли", Tap(What.OFFER, "kept-id", 1).data),),
    )


def test_nothing_of_some_days_offers_to_look_without_conditions() -> None:
    page = nothing(Answer("вопрос", "ru", (), "nothing_by_filter", (), IN_OCTOBER, unfiltered=True))
    assert page.rows == ((Button("Искать без условий", Tap(What.WIDER_PAGE, "kept-id", 1).data),),)


def test_nothing_under_several_conditions_names_them() -> None:
    page = nothing(Answer("вопрос", "ru", (), "nothing_by_filter", (), (*OF_MARKOV, *IN_OCTOBER)))
    line = "эксперт: Сергей Марков · с: 01.10.2023 · по: 31.10.2023\n"
    assert page.html == line + RU.why_not["nothing_by_filter"] and page.rows == ()


@pytest.mark.parametrize(
    ("filters", "line", "button"),
    [
        (OF_MARKOV, "эксперт: Сергей Марков", "✕ эксперт: Сергей Марков"),
        (IN_OCTOBER, "с: 01.10.2023 · по: 31.10.2023", "✕ 01.10.2023–31.10.2023"),
        ((*OF_MARKOV, *IN_OCTOBER), "эксперт: Сергей Марков · с: 01.10.2023 · по: 31.10.2023", "✕ все условия"),
        (
            (Filter(FilterKind.OUTLET, "Вестник «Степь & всё, что за ней»"),),
            "издание: Вестник «Степь & всё, что за ней»",
            "✕ издание: Вестник «Степь &…",
        ),
    ],
)
def test_what_an_answer_was_held_to_is_shown_and_can_be_taken_away(
    filters: tuple[Filter, ...], line: str, button: str
) -> None:
    row = filter_row(filters, "kept-id", False, RU)
    page = answer_page([SAID], 1, replace(frame(), above=above(filters, False, RU), below=(row,)))
    assert visible(page.html).startswith(f"{line}\n\nАсан Кали")
    assert page.rows[-1] == (Button(button, Tap(What.WIDER_PAGE, "kept-id", 1).data),)
    assert len(button) <= LONGEST_LABEL


def test_an_answer_without_its_filters_is_shown_as_such_and_turns_its_own_pages() -> None:
    row = filter_row(OF_MARKOV, "kept-id", True, RU)
    wide = replace(frame(most=1), above=above(OF_MARKOV, True, RU), below=(row,), wider=True)
    page = answer_page([SAID, SAID], 1, wide)
    assert page.html.startswith("Без условия <s>эксперт: Сергей Марков</s>\n\n1. <b>Асан")
    taps = [read_tap(button.data) for row in page.rows for button in row]
    to = ((What.WIDER_CONTEXT, 1), (What.WIDER_PAGE, 2), (What.PAGE, 1))
    assert taps == [Tap(what, "kept-id", number) for what, number in to]
    assert page.rows[-1][0].text == "✓ эксперт: Сергей Марков"


def over(filters: tuple[Filter, ...], relaxed: tuple[Filter, ...], near: bool) -> str:
    page = answer_page([SAID], 1, replace(frame(), above=above(filters, False, RU, relaxed, near)))
    return visible(page.html).partition("\n\nАсан Кали")[0]


def test_what_only_comes_near_is_said_to_be_no_answer() -> None:
    days = "с: 01.10.2023 · по: 31.10.2023"
    silent = "Сергей Марков: слов об этом не нашёл. Ближе всего:"
    assert over((), (), True) == RU.nearest
    assert over((), OF_MARKOV, True) == over(OF_MARKOV, (), True) == silent
    assert over(IN_OCTOBER, OF_MARKOV, True) == over(IN_OCTOBER, OF_MARKOV, True) == f"{days}\n\n{silent}"
    assert over(IN_OCTOBER, (), True) == f"{days}\n\n{RU.nearest}"


def test_words_of_others_than_the_person_asked_for_are_said_to_be() -> None:
    silent = "Сергей Марков: слов об этом не нашёл. Вот что об этом пишут:"
    assert over((), OF_MARKOV, False) == silent
    assert over(IN_OCTOBER, OF_MARKOV, False) == f"с: 01.10.2023 · по: 31.10.2023\n\n{silent}"
    assert above((), False, RU, IN_OCTOBER) == ()


def test_nothing_with_something_near_offers_to_show_it() -> None:
    page = nothing(Answer("вопрос", "ru", (), "weak_match", ("мосты",), nearest=(SAID,)), "мосты")
    assert [[button.text for button in row] for row in page.rows] == [["мосты"], [RU.show_nearest]]
    assert read_tap(page.rows[-1][0].data) == Tap(What.PAGE, "kept-id", 1)
    assert page.html.startswith(RU.why_not["weak_match"]) and "Асан Кали" not in page.html


def test_nothing_with_something_near_names_the_person_asked_for() -> None:
    page = nothing(Answer("вопрос", "ru", (), "weak_match", nearest=(SAID,), relaxed=OF_MARKOV))
    assert page.html == RU.silent.format(name="Сергей Марков")


def test_a_line_above_leaves_room_for_the_words() -> None:
    over = verdict_pieces(Verdict.ALTERED, [("сказано " * 9, "напечатано " * 9)] * 40, None, RU)
    many = [replace(SAID, text="слово " * 300) for _ in range(6)]
    turned = [answer_page(many, number, replace(frame(), above=over)) for number in range(1, 7)]
    assert all(length(visible(page.html)) <= LONGEST_MESSAGE for page in turned)
    assert "… и ещё" in turned[0].html


@pytest.mark.parametrize(
    ("verdict", "differences", "html"),
    [
        (Verdict.EXACT, (), "<b>Слово в слово.</b>"),
        (
            Verdict.ALTERED,
            (("пять", "шесть"), ("", "не"), ("очень <", "")),
            "<b>Не слово в слово. В печати иначе:</b>\n• <s>пять</s> → <b>шесть</b>\n• пропущено: <b>не</b>\n"
            "• <s>очень &lt;</s> — в печати этого нет",
        ),
        (
            Verdict.JOINED,
            (("дом стоит", "дом был […] мост стоит"),),
            f"<b>{RU.joined}</b>\n• <s>дом стоит</s> → <b>дом был […] мост стоит</b>",
        ),
    ],
)
def test_a_verdict_marks_each_difference(verdict: Verdict, differences: tuple[Difference, ...], html: str) -> None:
    page = answer_page([SAID], 1, replace(frame(), above=verdict_pieces(verdict, differences, None, RU)))
    assert page.html.startswith(html + "\n\n<b>Асан Кали</b>") and quotes([page.html]) == ["Мост держит."]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("printed_as", PrintedAs)
@pytest.mark.parametrize("credit", Credit)
def test_a_verdict_tells_whose_the_words_are(credit: Credit, printed_as: PrintedAs, language: str) -> None:
    whose = Whose(printed_as, ("Вера Ли", "Олег <Су>"), "Жанна Сай", credit)
    first = verdict_pieces(Verdict.ANOTHERS, (), whose, phrases_for(language))[0].text
    altered = verdict_pieces(Verdict.ALTERED, (("пять", "шесть"),), whose, phrases_for(language))
    assert ("Жанна Сай" in first) == (credit is not Credit.HIS) and "{" not in first
    assert any("Жанна Сай" in piece.text for piece in altered) == (credit is not Credit.HIS)


@pytest.mark.parametrize(
    ("verdict", "whose", "line"),
    [
        (Verdict.EXACT, Whose(PrintedAs.SPEECH), "Слово в слово."),
        (Verdict.EXACT, Whose(PrintedAs.QUESTION), "Слово в слово. Это вопрос журналиста."),
        (Verdict.EXACT, Whose(PrintedAs.SPEECH, ("Вера Ли",), "Вера Ли", Credit.HIS), "Слово в слово."),
        (
            Verdict.ANOTHERS,
            Whose(PrintedAs.SPEECH, ("Вера Ли",), "Асан Кали", Credit.ANOTHERS),
            "Слово в слово, но говорит это другой человек: Вера Ли, а не Асан Кали.",
        ),
        (
            Verdict.ANOTHERS,
            Whose(PrintedAs.HEADLINE, (), "Асан Кали", Credit.NOBODYS),
            "Слово в слово, но это заголовок, а не слова того, кому они приписаны (Асан Кали).",
        ),
        (
            Verdict.ANOTHERS,
            Whose(PrintedAs.SPEECH, (), "Кали", Credit.UNNAMED),
            "Слово в слово, но кто это говорит, по тексту не установлено, и подтверждения, что это Кали, в нём нет.",
        ),
    ],
)
def test_a_verdict_has_its_true_sentence(verdict: Verdict, whose: Whose, line: str) -> None:
    assert [piece.text for piece in verdict_pieces(verdict, (), whose, RU)][:-1] == [line]
