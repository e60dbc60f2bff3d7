"""Phrases: the same in every language, with the same blanks to fill in, and one for every reason to find nothing."""

from __future__ import annotations

import string
from dataclasses import fields

import pytest

from bot.phrases.choice import PHRASES, phrases_for
from bot.phrases.phrases import Phrases
from retrieval.answer import WHY_NOT
from retrieval.naming import FilterKind
from retrieval.quoted.whose import Credit, PrintedAs

LONGEST_BUTTON = 30


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", PHRASES)
def test_every_reason_to_find_nothing_has_a_phrase(language: str) -> None:
    assert {*PHRASES[language].why_not, "not_a_day", "unknown_name"} == set(WHY_NOT)  # these two name what was written


@pytest.mark.parametrize("language", PHRASES)
@pytest.mark.parametrize("name", [field.name for field in fields(Phrases) if field.type == "str"])
def test_every_phrase_is_said_with_the_same_blanks(language: str, name: str) -> None:
    said, in_russian = getattr(PHRASES[language], name), getattr(PHRASES["ru"], name)
    assert said.strip() and blanks(said) == blanks(in_russian)


@pytest.mark.parametrize("language", PHRASES)
def test_a_year_has_twelve_months(language: str) -> None:
    assert len(set(PHRASES[language].months)) == 12


@pytest.mark.parametrize("language", PHRASES)
def test_buttons_are_short(language: str) -> None:
    phrases = PHRASES[language]
    inline = (phrases.inline_nothing, phrases.inline_ask, phrases.inline_open)
    turning = (phrases.more, phrases.back, phrases.to_answer, phrases.context + " 99", phrases.source + " 99")
    widening = (phrases.everybody, phrases.everywhere, "✕ " + phrases.conditions)
    showing = (phrases.show_nearest, phrases.show_undated)
    assert max(map(len, (*inline, *turning, *widening, *showing, *phrases.examples))) <= LONGEST_BUTTON


@pytest.mark.parametrize("language", PHRASES)
def test_everything_that_a_question_may_name_has_a_label(language: str) -> None:
    assert set(PHRASES[language].filters) == set(FilterKind)


@pytest.mark.parametrize("language", PHRASES)
def test_every_language_of_words_can_be_told(language: str) -> None:
    assert set(PHRASES[language].in_language) == set(PHRASES)


@pytest.mark.parametrize("language", PHRASES)
def test_whose_the_words_of_a_quotation_are_has_a_phrase(language: str) -> None:
    phrases = PHRASES[language]
    assert set(phrases.printed_as) == set(PrintedAs) - {PrintedAs.SPEECH}
    assert set(phrases.credits) == set(Credit) - {Credit.HIS}
    for credit, in_russian in PHRASES["ru"].credits.items():
        assert blanks(phrases.credits[credit]) == blanks(in_russian)


@pytest.mark.parametrize("language", PHRASES)
def test_every_command_is_described_for_the_menu(language: str) -> None:
    described = PHRASES[language].commands
    assert set(described) == set(PHRASES["ru"].commands) and max(map(len, described.values())) <= 256


@pytest.mark.parametrize(
    ("code", "language"),
    [("ru", "ru"), ("ru-RU", "ru"), ("KK", "kk"), ("kk-KZ", "kk"), ("en", "en"), ("de", "en"), (None, "en")],
)
def test_language_is_the_users(code: str | None, language: str) -> None:
    assert phrases_for(code) is PHRASES[language]
