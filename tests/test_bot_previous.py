"""Previous questions: one's own, of the same chat, lately asked; with what they were held to written out."""

from __future__ import annotations

import pytest

from bot.previous import MINUTES_REMEMBERED, PEOPLE_REMEMBERED, PreviousQuestions, with_filters
from bot.state import Asked
from retrieval.naming import Filter, FilterKind


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def asked(message: int, user: int | None = 7, chat: int = 7) -> Asked:
    return Asked(chat, message, user)


def test_the_last_question_of_the_same_person_in_the_same_chat() -> None:
    previous = PreviousQuestions()
    previous.note(asked(1), "газ")
    previous.note(asked(2), "вода")
    previous.note(asked(3, user=8), "уголь")
    previous.note(asked(4, chat=-5), "нефть")
    assert [previous.before(asked(9)), previous.before(asked(9, chat=-5)), previous.before(asked(9, user=9))] == [
        "вода", "нефть", None,
    ]  # fmt: skip


def test_an_edited_question_goes_on_from_the_one_before_it() -> None:
    previous = PreviousQuestions()
    previous.note(asked(1), "газ")
    previous.note(asked(2), "вода")
    assert previous.before(asked(2)) == "газ"
    previous.note(asked(2), "воды")
    assert (previous.before(asked(2)), previous.before(asked(3))) == ("газ", "воды")


def test_nobody_in_particular_is_not_remembered() -> None:
    previous = PreviousQuestions()
    previous.note(asked(1, user=None), "газ")
    assert previous.before(asked(2, user=None)) is None


def test_what_was_asked_long_ago_is_over() -> None:
    clock = Clock()
    previous = PreviousQuestions(clock)
    previous.note(asked(1), "газ")
    clock.now = 60 * MINUTES_REMEMBERED - 1
    assert previous.before(asked(2)) == "газ"
    clock.now += 1
    assert previous.before(asked(2)) is None


def test_forgetting_takes_ones_own_in_every_chat() -> None:
    previous = PreviousQuestions()
    for chat, user in ((7, 7), (-5, 7), (-5, 8)):
        previous.note(asked(1, user, chat), "газ")
    previous.forget(7)
    assert [previous.before(asked(2, *key)) for key in ((7, 7), (7, -5), (8, -5))] == [None, None, "газ"]


SEITOV = Filter(FilterKind.SPEAKER, "Асан Сеитов")


def test_what_is_shown_without_its_conditions_is_gone_on_from_so() -> None:
    previous = PreviousQuestions()
    previous.note(asked(1), "газ", [SEITOV])
    assert previous.before(asked(2)) == "эксперт: «Асан Сеитов» газ"
    previous.turn(7, 7, (SEITOV,), held=False)
    assert previous.before(asked(2)) == "газ"
    previous.turn(7, 7, (SEITOV,), held=True)
    previous.turn(7, 7, (), held=False)  # another answer
    previous.turn(8, 8, (SEITOV,), held=False)  # another's
    assert previous.before(asked(2)) == "эксперт: «Асан Сеитов» газ"


def test_those_heard_of_longest_ago_make_room() -> None:
    previous = PreviousQuestions()
    for user in range(1, PEOPLE_REMEMBERED + 2):
        previous.note(asked(1, user), "газ")
    assert (previous.before(asked(2, 1)), previous.before(asked(2, 2))) == (None, "газ")


@pytest.mark.parametrize(
    ("filters", "written"),
    [
        ([], "а о газе?"),
        ([("speaker", "Вера Ли")], "эксперт: «Вера Ли» а о газе?"),
        ([("speaker", "Асхат Ли"), ("speaker", "Ильяс Ли")], "эксперт: «Асхат Ли; Ильяс Ли» а о газе?"),
        ([("outlet", "Журнал «Степь»")], "издание: «Степь» а о газе?"),
        ([("outlet", "Колос"), ("since", "2023-10-01")], "издание: «Колос» с: 2023-10-01 а о газе?"),
        ([("until", "2023-10-31")], "по: 2023-10-31 а о газе?"),
    ],
)
def test_what_it_was_held_to_is_written_out(filters: list[tuple[str, str]], written: str) -> None:
    assert with_filters("а о газе?", (Filter(FilterKind(kind), value) for kind, value in filters)) == written
