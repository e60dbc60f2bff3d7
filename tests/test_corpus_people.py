"""One person across articles: joined where one fits, kept apart where two do, and the operator's word above all."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.article import Article
from corpus.attribution import attribute
from corpus.people import Directory, DirectoryError, Entry, People, load_outlets, load_people, people_of
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span

Said = tuple[str, str | None]  # a name and the post beside it


def corpus_of(*articles: list[Said]) -> list[AttributedArticle]:
    """Articles «0», «1», … in which the given people speak."""
    return [
        AttributedArticle(
            Article(str(number), "Слова"),
            quotations=tuple(Quotation(Span(0, 5), Kind.DIRECT, Speaker(*said)) for said in speakers),
        )
        for number, speakers in enumerate(articles)
    ]


def people(*names: str) -> People:
    """The people of a corpus with one speaker an article."""
    articles: list[list[Said]] = [[(name, None)] for name in names]
    return people_of(corpus_of(*articles))


def groups(found: People) -> set[frozenset[str]]:
    return {one.spellings for one in found.individuals}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Бақытжан Тоқаев", "Бахытжан Токаев"),
        ("Әйгерім Қойшыбаева", "Айгерим Койшыбаева"),
        ("Гүлнар Сейітова", "Гульнар Сеитова"),
        ("Анна Рощина", "Anna Roshchina"),
        ("Татьяна Зорина", "Tatiana Zorina"),
        ("Арман Досжанов", "Досжанов Арман"),
        ("Анна Рощина", "Анна Петровна Рощина"),
        ("Анна Рощина", "Анна Рощина-Ким"),
        ("Анна Ким", "Анна Рощина (Ким)"),
        ("Семён Жук", "Семен Жук"),
        ("Анна Рощина", "А. Рощина"),
        ("Анна Рощина", "Рощина"),
        ("Ә. Қалиев", "Әлихан Қалиев"),
        ("АННА РОЩИНА", "Анна Рощина"),
    ],
)
def test_spellings_of_one_person_meet(one: str, other: str) -> None:
    assert groups(people(one, other)) == {frozenset({one, other})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Анна Рощина", "Мария Рощина"),
        ("Анна Рощина", "Иван Рощин"),
        ("Анна Рощина", "М. Рощина"),
        ("Анна Рощина", "Рощин"),
        ("Анна Петровна Рощина", "Анна Ивановна Рощина"),
        ("Рощина", "Рощина"),
        ("А. Рощина", "А. Рощина"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert len(people(one, other).individuals) == 2


@pytest.mark.parametrize("short", ["Рощина", "А. Рощина"])
def test_a_short_name_that_two_may_bear_is_joined_to_neither(short: str) -> None:
    assert len(people("Анна Рощина", "Алина Рощина", short).individuals) == 3


def test_a_name_without_the_patronymic_that_tells_two_apart_is_joined_to_neither() -> None:
    assert len(people("Анна Рощина", "Анна Петровна Рощина", "Анна Ивановна Рощина").individuals) == 3


def test_a_double_surname_between_two_people_is_joined_to_neither() -> None:
    assert len(people("Анна Рощина", "Анна Ким", "Анна Рощина-Ким").individuals) == 3


def test_posts_speak_against_a_surname_and_for_one() -> None:
    full: Said = ("Анна Рощина", "директор порта")
    assert len(people_of(corpus_of([full], [("Рощина", "тренер сборной")])).individuals) == 2
    assert len(people_of(corpus_of([full], [("Рощина", "директор")])).individuals) == 1
    bare: list[Said] = [("Рощина", "директор порта")]
    assert len(people_of(corpus_of(bare, bare)).individuals) == 1


def test_who_is_meant_is_asked_by_article() -> None:
    found = people_of(corpus_of([("Анна Рощина", None)], [("Мария Рощина", None)], [("Рощина", None)]))
    one, other = found.same(Speaker("Анна Рощина"), "0"), found.same(Speaker("Мария Рощина"), "1")
    assert one and other and one.key != other.key
    assert found.same(Speaker(None, "директор"), "0") is None
    assert found.same(Speaker("Анна Рощина"), "7") is None


def test_namesakes_have_keys_of_their_own() -> None:
    assert len({one.key for one in people("Рощина", "Рощина").individuals}) == 2


@pytest.mark.parametrize("asked", ["Рощина", "Anna Roshchina", "анна рощина", "А. Рощина"])
def test_spellings_are_asked_by_any_name_that_means_one_person(asked: str) -> None:
    found = people("Анна Рощина", "Анна Петровна Рощина", "Иван Зорин")
    assert found.spellings(asked) == {"Анна Рощина", "Анна Петровна Рощина"}


@pytest.mark.parametrize("asked", ["Рощина", "Никто", "", "И. Зорин"])
def test_a_name_that_several_bear_or_nobody_has_no_spellings(asked: str) -> None:
    assert people("Анна Рощина", "Мария Рощина").spellings(asked) == frozenset()


def test_people_of_read_articles_meet() -> None:
    texts = (
        "«Порт откроют в мае, и это давно решено», – сказал директор порта Бақытжан Сеитов.",
        "Порт откроют в мае, сообщил директор порта Бахытжан Сейтов.",
    )
    found = people_of(attribute(Article(str(number), text)) for number, text in enumerate(texts))
    assert len(found.by_place) == 2
    assert len(found.individuals) == 1


def test_the_operator_s_word_stands_above_all() -> None:
    directory = Directory((Entry("Анна Рощина", ("Анна Рощина", "Рощина", "Анна Ли"), "директор порта"),))
    found = people_of(corpus_of([("Рощина", "тренер")], [("Анна Ли", None)], [("Мария Рощина", None)]), directory)
    assert groups(found) == {frozenset({"Рощина", "Анна Ли"}), frozenset({"Мария Рощина"})}
    one = found.same(Speaker("Анна Ли"), "1")
    assert one and (one.name, one.post) == ("Анна Рощина", "директор порта")
    assert found.spellings("Анна Рощина") == {"Рощина", "Анна Ли"}


def test_the_operator_parts_what_the_guess_would_join() -> None:
    one, other = "Бақытжан Тоқаев", "Бахытжан Токаев"
    directory = Directory((Entry(one, (one,)), Entry("Токаев-агроном", (other,))))
    found = people_of(corpus_of([(one, None)], [(other, None)]), directory)
    assert len(found.individuals) == 2


def written(folder: Path, text: str) -> Path:
    path = folder / "people.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_directory_is_read_from_its_file(tmp_path: Path) -> None:
    text = "- name: Анна Рощина\n  spellings: [Анна Ли, А. Рощина]\n  post: директор порта\n- name: Иван Зорин\n"
    directory = load_people(written(tmp_path, text))
    assert directory.entries == (
        Entry("Анна Рощина", ("Анна Рощина", "Анна Ли", "А. Рощина"), "директор порта", 1),
        Entry("Иван Зорин", ("Иван Зорин",), None, 4),
    )
    assert directory.find("анна  ЛИ") is directory.entries[0]
    assert directory.find("Ли") is None


def test_an_outlet_is_found_with_and_without_its_marks(tmp_path: Path) -> None:
    directory = load_outlets(written(tmp_path, "- name: Степной вестник\n  spellings: [steppe.kz]\n"))
    entry = directory.find("«Степной Вестник»")
    assert entry and entry.name == "Степной вестник" and directory.find("Steppe.kz") is entry


def test_an_empty_file_is_an_empty_directory(tmp_path: Path) -> None:
    assert load_people(written(tmp_path, "# никого\n")).entries == ()


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("- name: А Б\n- name: В Г\n  spellings: [д, а б]\n", 2, "“а б” of “В Г” is claimed by “А Б” (line 1), too"),
        ("- name: А Б\n  spellings: В Г\n", 2, "“spellings” is a list"),
        ("- spellings: [В Г]\n", 1, "the entry has no “name”"),
        ("- name: А Б\n  nick: В\n", 2, "the key “nick” is unknown; known are name, spellings, post"),
        ("- name: А Б\n  name: В\n", 2, "the key “name” stands twice"),
        ("- name: А Б\n  spellings: [В, '']\n", 2, "a text is expected"),
        ("- А Б\n", 1, "an entry with the key “name” is expected"),
        ("name: А Б\n", 1, "a list of entries is expected"),
        ("- name: [\n", 2, "this is no YAML"),
    ],
)
def test_what_is_wrong_in_a_directory_is_told_by_line(text: str, line: int, told: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(DirectoryError) as raised:
        load_people(path)
    assert str(raised.value).startswith(f"{path}, line {line}: ")
    assert told in str(raised.value)


def test_a_directory_that_is_not_there_or_no_text_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_bytes("- name: Анна".encode("cp1251"))
    for name in ("none.yaml", "bad.yaml"):
        with pytest.raises(DirectoryError, match=name):
            load_people(tmp_path / name)


def test_an_outlet_has_no_post(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="“post” is unknown"):
        load_outlets(written(tmp_path, "- name: Степь\n  post: газета\n"))
