"""The operator's people.yaml and outlets.yaml: whom a question means, while each quotation keeps its own credit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.archive import open_archive
from bot.settings import Settings, SettingsError, load_settings
from retrieval.answer import Answer

# One article each: its outlet and what is said in it.
ARTICLES = {
    "порт-1.md": ("Теңіз", "«Порт мамыр айында ашылады, мұз еріген соң», – деді порт директоры Бақытжан Тоқаев."),
    "порт-2.md": ("Степной вестник", "«Порт примет сорок барж за лето», – сказал директор порта Бахытжан Токаев."),
    "поле.md": ("Степной вестник", "«Порт нам нужен для пшеницы», – сказал агроном Ерлан Токаев."),
    "мост-1.md": ("steppe.kz", "«Мост закроют на ночь в июне», – сказала инженер Анна Рощина."),
    "мост-2.md": ("СТЕПНОЙ ВЕСТНИК", "«Мост держит семьдесят тонн», – сказала инженер Анна Ким."),
    "мост-3.md": ("Вечерний Илек", "«Мост покрасят в зелёный цвет», – сказал инженер Пётр Лукин."),
}
PEOPLE = "- name: Анна Рощина\n  spellings: [Анна Ким, А. Зорина, Anna Lee]\n  post: глава мостоотряда\n"
OUTLETS = "- name: Степной вестник\n  spellings: [steppe.kz]\n"

Credits = set[tuple[str, str | None]]  # articles and whom they quote
BRIDGES: Credits = {("мост-1.md", "Анна Рощина"), ("мост-2.md", "Анна Ким")}
PORTS: Credits = {("порт-1.md", "Бақытжан Тоқаев"), ("порт-2.md", "Бахытжан Токаев")}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A corpus with files of the operator's beside it, empty so far."""
    (tmp_path / "articles").mkdir()
    for name, (outlet, said) in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(f"---\noutlet: {outlet}\n---\n{said}\n", encoding="utf-8")
    config = tmp_path / "config.yaml"
    config.write_text("corpus:\n  path: articles\n  people: people.yaml\n  outlets: outlets.yaml\n", encoding="utf-8")
    say(tmp_path, "", "")
    return load_settings(config, {})


def say(folder: Path, people: str, outlets: str = "") -> None:
    (folder / "people.yaml").write_text(people, encoding="utf-8")
    (folder / "outlets.yaml").write_text(outlets, encoding="utf-8")


def credits(answer: Answer) -> Credits:
    """Of the extracts that are the answer's own, not of what others say behind them."""
    return {(extract.article, voice.speaker) for extract in answer.extracts[: answer.own] for voice in extract.voices}


def held_to(answer: Answer) -> list[str]:
    return [each.value for each in answer.filters]


@pytest.mark.parametrize(
    "question",
    [
        "Что говорил Бахытжан Токаев о порте?",
        "Бақытжан Тоқаев порт туралы не айтты?",
        "эксперт: Бахытжан Токаев порт",
        "эксперт: «Бақытжан Тоқаев»",
        "Что сказал Бахытжан Токаев?",
        "Bahytzhan Tokaev o porte",
        "Что сказал директор порта?",
    ],
)
def test_a_person_is_asked_for_however_the_articles_spell_him(settings: Settings, question: str) -> None:
    answer = open_archive(settings).searcher.answer(question, 9)
    assert (held_to(answer), credits(answer)) == (["Бақытжан Тоқаев"], PORTS)


def test_two_of_one_surname_stay_two(settings: Settings) -> None:
    searcher = open_archive(settings).searcher
    assert credits(searcher.answer("Что сказал Ерлан Токаев?", 9)) == {("поле.md", "Ерлан Токаев")}
    both = searcher.answer("Что сказал Токаев?", 9)
    assert credits(both) == {("поле.md", "Ерлан Токаев"), *PORTS}
    assert sorted(held_to(both)) == ["Бақытжан Тоқаев", "Ерлан Токаев"]


@pytest.mark.parametrize(
    "question",
    [
        "Что сказала Анна Ким о мосте?",
        "Что Рощина говорила о мосте?",
        "мнение Анны Зориной о мосте",
        "Слова Анны Рощиной-Ким о мосте",
        "эксперт: Зорина мост",
        "Anna Lee: мост",
        "Что сказала глава мостоотряда о мосте?",
    ],
)
def test_the_operator_tells_who_is_one_and_the_credits_stay_the_articles(settings: Settings, question: str) -> None:
    assert credits(open_archive(settings).searcher.answer(question, 9)) != BRIDGES
    assert settings.source
    say(settings.source.parent, PEOPLE)
    answer = open_archive(settings).searcher.answer(question, 9)
    assert (held_to(answer), credits(answer)) == (["Анна Рощина"], BRIDGES)
    assert {voice.role for extract in answer.extracts for voice in extract.voices} == {"инженер"}


@pytest.mark.parametrize(
    "question",
    [
        "Степной вестник о мосте",
        "издание: «Степной вестник» мост",
        "издание: steppe.kz мост",
        "что писал steppe.kz о мосте",
    ],
)
def test_an_outlet_is_asked_for_by_any_name_that_the_operator_gives(settings: Settings, question: str) -> None:
    assert len(open_archive(settings).searcher.answer(question, 9).extracts) == 1
    assert settings.source
    say(settings.source.parent, "", OUTLETS)
    answer = open_archive(settings).searcher.answer(question, 9)
    assert (held_to(answer), credits(answer)) == (["Степной вестник"], BRIDGES)
    assert {extract.outlet for extract in answer.extracts} == {"steppe.kz", "СТЕПНОЙ ВЕСТНИК"}


def test_what_the_operator_says_is_taken_in_by_a_reload(settings: Settings) -> None:
    asked = "Что сказала Анна Ким о мосте?"
    before = open_archive(settings)
    assert settings.source
    say(settings.source.parent, PEOPLE)
    after = open_archive(settings, before=before)
    assert (len(credits(before.searcher.answer(asked, 9))), credits(after.searcher.answer(asked, 9))) == (1, BRIDGES)
    say(settings.source.parent, "")
    assert len(credits(open_archive(settings, before=after).searcher.answer(asked, 9))) == 1


def test_a_wrong_file_is_told_by_setting_file_and_line_and_a_reload_keeps_the_old_state(settings: Settings) -> None:
    archive = open_archive(settings)
    assert settings.source
    say(settings.source.parent, PEOPLE, "- name: Степь\n  post: газета\n")
    with pytest.raises(SettingsError, match=r"^corpus\.outlets: .*outlets\.yaml, line 2: .*“post” is unknown"):
        open_archive(settings, before=archive)
    (settings.source.parent / "people.yaml").unlink()
    with pytest.raises(SettingsError, match=r"^corpus\.people: .*people\.yaml cannot be read"):
        open_archive(settings, before=archive)
    assert credits(archive.searcher.answer("Что сказал директор порта?", 9)) == PORTS


def test_a_quotation_by_another_spelling_is_word_for_word_and_by_a_namesake_it_is_not(settings: Settings) -> None:
    verify = open_archive(settings).searcher.verify
    assert verify("«Порт примет сорок барж за лето», – сказал Бақытжан Тоқаев.").verdict == "exact"
    assert verify("«Порт примет сорок барж за лето», – сказал Ерлан Токаев.").verdict == "anothers"


def test_a_name_that_only_the_operator_gives_is_not_taken_for_a_misprint(settings: Settings) -> None:
    searcher = open_archive(settings).searcher
    assert "Ерлан Токаев" in held_to(searcher.answer("Что сказал Тукаев о порте?"))
    assert settings.source
    say(settings.source.parent, "- name: Пётр Лукин\n  spellings: [Пётр Тукаев]\n")
    assert held_to(open_archive(settings).searcher.answer("Что сказал Тукаев о мосте?")) == ["Пётр Лукин"]


def test_of_two_outlets_the_one_with_the_longer_name_is_meant(settings: Settings) -> None:
    text = "---\noutlet: Степной вестник Актау\n---\nМост видно с моря.\n"
    (settings.corpus.path / "я.md").write_text(text, encoding="utf-8")
    searcher = open_archive(settings).searcher
    assert held_to(searcher.answer("Степной вестник Актау о мосте")) == ["Степной вестник Актау"]


def test_the_command_line_asks_with_them_and_checks_them(
    settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.source
    folder = settings.source.parent
    monkeypatch.chdir(folder)
    monkeypatch.setattr("bot.commands.opening.setup_logs", lambda level, secrets: None)
    say(folder, PEOPLE)
    assert main(["ask", "--json", "Что сказала глава мостоотряда о мосте?"]) == 0
    extracts = json.loads(capsys.readouterr().out)["extracts"]
    assert {(extract["article"], voice["speaker"]) for extract in extracts for voice in extract["within"]} == BRIDGES
    say(folder, PEOPLE + "- имя: Пётр\n")
    assert main(["check"]) == 2
    told = capsys.readouterr()
    assert (told.out, "corpus.people: " in told.err) == ("", True)
    assert "people.yaml, line 4: the key “имя” is unknown" in told.err
