"""One person across articles: joined where one fits, kept apart where two do, and the operator's word above all."""

from __future__ import annotations

from itertools import permutations

import pytest

from corpus.article import Article
from corpus.attribution import attribute
from corpus.directory import NO_ENTRIES, Directory, Entry
from corpus.people import people_of
from corpus.quotation import Speaker

DIRECTOR, TRAINER = "директор порта", "тренер сборной"


def groups(*speakers: Speaker, directory: Directory = NO_ENTRIES) -> set[frozenset[Speaker]]:
    """Who is one person."""
    return {frozenset(speakers[place] for place in one.speakers) for one in people_of(speakers, directory)}


def named(*names: str) -> set[frozenset[str]]:
    """The same, of speakers without posts."""
    found = groups(*map(Speaker, names))
    return {frozenset(speaker.name for speaker in one if speaker.name) for one in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Бақытжан Тоқаев", "Бахытжан Токаев"),
        ("Бақытжан Тоқаев", "Bakhytzhan Tokayev"),
        ("Әйгерім Қойшыбаева", "Айгерим Койшыбаева"),
        ("Гүлнар Сейітова", "Гульнар Сеитова"),
        ("Анна Рощина", "Anna Roshchina"),
        ("Яна Зорина", "Yana Zorina"),
        ("Татьяна Зорина", "Tatiana Zorina"),
        ("Арман Досжанов", "Досжанов Арман"),
        ("Анна Рощина", "Анна Петровна Рощина"),
        ("Анна Рощина", "Анна Рощина-Ким"),
        ("Анна Ким", "Анна Рощина (Ким)"),
        ("Семён Жук", "Семен Жук"),
        ("Анна Рощина", "А. Рощина"),
        ("Анна Рощина", "Рощина"),
        ("Рощина", "РОЩИНА"),
        ("Ә. Қалиев", "Әлихан Қалиев"),
        ("АННА РОЩИНА", "Анна Рощина"),
    ],
)
def test_spellings_of_one_person_meet(one: str, other: str) -> None:
    assert named(one, other) == {frozenset({one, other})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Анна Рощина", "Мария Рощина"),
        ("Анна Рощина", "Яна Рощина"),
        ("Анна Рощина", "Иван Рощин"),
        ("Анна Рощина", "М. Рощина"),
        ("Анна Рощина", "Я. Рощина"),
        ("Анна Рощина", "Рощин"),
        ("Анна Петровна Рощина", "Анна Ивановна Рощина"),
        ("А. Рощина", "Рощина"),
        ("17", "18"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert len(named(one, other)) == 2


@pytest.mark.parametrize("short", ["Рощина", "А. Рощина"])
def test_a_short_name_that_two_may_bear_is_joined_to_neither(short: str) -> None:
    assert len(named("Анна Рощина", "Алина Рощина", short)) == 3


def test_a_name_without_the_patronymic_that_tells_two_apart_is_joined_to_neither() -> None:
    found = named("Анна Рощина", "Анна Петровна Рощина", "АННА РОЩИНА", "Анна Ивановна Рощина")
    assert frozenset({"Анна Рощина", "АННА РОЩИНА"}) in found and len(found) == 3


def test_a_double_surname_between_two_people_is_joined_to_neither() -> None:
    assert len(named("Анна Рощина", "Анна Ким", "Анна Рощина-Ким")) == 3


def test_posts_speak_against_a_surname_and_choose_between_two() -> None:
    anna, alina = Speaker("Анна Рощина", DIRECTOR), Speaker("Алина Рощина", TRAINER)
    one, other = Speaker("Рощина", "директор"), Speaker("Рощина", "тренер")
    assert groups(anna, other) == {frozenset({anna}), frozenset({other})}
    assert groups(one, anna, other, alina) == {frozenset({anna, one}), frozenset({alina, other})}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_who_is_one_does_not_hang_on_who_is_met_first(order: tuple[int, ...]) -> None:
    names = ("Рощина", "Анна Рощина-Ким", "Анна Рощина", "Анна Петровна Рощина")
    assert named(*(names[place] for place in order)) == {frozenset(names)}


def test_posts_of_a_full_name_do_not_part_it() -> None:
    assert len(groups(Speaker("Анна Рощина", DIRECTOR), Speaker("Анна Рощина", TRAINER))) == 1


def test_who_has_no_name_is_nobody() -> None:
    assert people_of([Speaker(None, DIRECTOR), Speaker("", DIRECTOR)]) == ()


def test_the_fullest_name_is_shown_and_cyrillic_before_latin() -> None:
    names = ("Токаев", "Bakhytzhan Tokayev", "Бахытжан Токаев", "Бақытжан Тоқаев")
    (found,) = people_of([Speaker(name) for name in names])
    assert (found.name, found.spellings, found.speakers) == ("Бахытжан Токаев", names, (0, 1, 2, 3))


def test_people_of_read_articles_meet() -> None:
    texts = (
        "«Порт откроют в мае, и это давно решено», – сказал директор порта Бақытжан Сеитов.",
        "Порт откроют в мае, сообщил директор порта Бахытжан Сейтов.",
    )
    read = (attribute(Article(str(number), text)) for number, text in enumerate(texts))
    speakers = [quotation.speaker for found in read for quotation in found.quotations]
    assert len(speakers) == 2 and len(groups(*speakers)) == 1


def test_the_operator_s_word_stands_above_all() -> None:
    directory = Directory((Entry("Анна Рощина", ("Анна Рощина", "Рощина", "Анна Ли"), DIRECTOR),))
    speakers = [Speaker("Рощина", TRAINER), Speaker("Анна Ли"), Speaker("Мария Рощина")]
    found = {one.name: one for one in people_of(speakers, directory)}
    assert (found["Анна Рощина"].speakers, found["Анна Рощина"].post) == ((0, 1), DIRECTOR)
    assert found["Анна Рощина"].spellings == ("Рощина", "Анна Ли", "Анна Рощина")
    assert (found["Мария Рощина"].speakers, found["Мария Рощина"].post) == ((2,), None)


def test_the_operator_parts_what_the_guess_would_join() -> None:
    one, other = "Бақытжан Тоқаев", "Бахытжан Токаев"
    directory = Directory((Entry(one, (one,)), Entry("Токаев-агроном", (other,))))
    assert len(groups(Speaker(one), Speaker(other), directory=directory)) == 2


def test_the_operator_s_post_speaks_against_a_surname() -> None:
    directory = Directory((Entry("Анна Рощина", ("Анна Рощина",), DIRECTOR),))
    assert len(groups(Speaker("Анна Рощина"), Speaker("Рощина", TRAINER), directory=directory)) == 2
    assert len(groups(Speaker("Анна Рощина"), Speaker("Рощина", "директор"), directory=directory)) == 1


def test_whom_the_operator_knows_and_nobody_quotes_does_not_speak() -> None:
    assert people_of([Speaker("Иван Зорин")], Directory((Entry("Анна Ли", ("Анна Ли",)),)))[0].name == "Иван Зорин"
