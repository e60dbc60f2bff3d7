"""Checking a quotation: a hundred of our own over the sample corpus, and what counts as a difference."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.attribution import attribute
from corpus.library import read_library
from corpus.quotation import AttributedArticle
from retrieval.quoted import printed as printed_module
from retrieval.quoted.edits import edits
from retrieval.quoted.whose import Credit, PrintedAs
from retrieval.searcher import Searcher, build_searcher
from retrieval.stretches import OMISSION
from retrieval.verify import Verdict, Verification

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpus" / "articles"
LOADED: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/evaluation/quotations.yaml").read_text("utf-8"))
DIFFERING = (Verdict.ALTERED, Verdict.JOINED, Verdict.CUT)

FERRY = """Паром ищет причал

Паром берёт машины только днём и при слабом ветре, сообщила начальник переправы Дарина Сой.

По договору хозяин не может закрыть переправу до осени, и этого не будет.

Боцман Егор Лунёв с ней спорит. «Никакого причала не будет, досок на него в посёлке просто нет», – заявил Лунёв.

«Паром, – добавил он, – отремонтируем, если привезут мотор».

Переправу якобы закроют к осени. Жители будто ждут нового парома.

Фото: Дарина Сой / Речной вестник
"""
CROSSING = """Өткел жабыла ма

«Кеме биыл жүреді, бірақ жүк алмайды. Қайық болса, өзеннен өтеміз», – деді капитан Ерлан Сақып.

Өткелді көктемде жабады-мыс. Ауыл тұрғындары жаңа көпірді күтіп отырған жоқ.
"""
TALK = """Разговор на переправе

С боцманом Егором Лунёвым беседует наш корреспондент.

– Егор Петрович, когда пойдёт первый паром через залив?

– Как только сойдёт лёд. Доски уже привезли, мотор проверили дважды.

– А кто заплатит за новый мотор и за краску?

– Посёлок заплатит, больше некому. Соберём к весне.
"""


def attributed(*texts: str) -> Searcher:
    languages = ["kk" if "ө" in text else "ru" for text in texts]
    return build_searcher(
        attribute(Article(f"{number}.txt", text, language=language))
        for number, (text, language) in enumerate(zip(texts, languages, strict=True))
    )


@cache
def sample() -> Searcher:
    return build_searcher(read_library(SAMPLE).articles)


@cache
def river() -> Searcher:
    return attributed(FERRY, CROSSING, TALK)


@pytest.mark.parametrize("check", LOADED, ids=lambda check: str(check["id"]))
def test_the_verdict(check: dict[str, Any]) -> None:
    found = sample().verify(check["text"])
    assert (found.verdict, found.alleged) == (check["verdict"], check.get("alleged"))
    if "differences" in check:
        assert [list(each) for each in found.differences] == check["differences"]
    assert bool(found.differences) == (found.verdict in DIFFERING)
    if check.get("file"):
        assert (found.extracts[0].article, found.extracts[0].speaker) == (check["file"], check["speaker"])
    else:
        assert found.extracts == ()


def test_there_are_enough_of_each() -> None:
    assert Counter(check["id"][0] for check in LOADED) == {"e": 20, "a": 20, "n": 20, "s": 20, "h": 3, "c": 12}
    assert {check["verdict"] for check in LOADED} == set(Verdict)


def test_extracts_are_slices_and_found_again_by_their_ids() -> None:
    texts = {item.article.id: item.article.text for item in read_library(SAMPLE).articles}
    for check in LOADED:
        for extract in sample().verify(check["text"]).extracts:
            assert extract.text == OMISSION.join(span.of(texts[extract.article]) for span in extract.spans)
            assert sample().extract_by_id(extract.id) == extract


@pytest.mark.parametrize("text", ["", "  ", "«»", "?!", "\u00ad", "\u0301", "\u200b\ufeff"])
def test_nothing_was_said(text: str) -> None:
    assert sample().verify(text).verdict is Verdict.NOT_FOUND


def test_an_empty_corpus_has_no_quotation() -> None:
    assert build_searcher([]).verify("Мост держит семьдесят тонн").verdict is Verdict.NOT_FOUND


def test_a_changed_ending_and_a_missing_word_are_differences() -> None:
    searcher = build_searcher([AttributedArticle(Article("мост.txt", "Мост через Илек держит семьдесят тонн груза."))])
    found = searcher.verify("Мост через Илек держал семьдесят тонн")
    assert (found.verdict, found.differences) == (Verdict.ALTERED, (("держал", "держит"),))


PIER = "никакого причала не будет, досок на него в посёлке просто нет"


@pytest.mark.parametrize(
    ("text", "verdict", "alleged", "credit"),
    [
        (f"Лунёв: «{PIER}»", Verdict.EXACT, "Лунёв", Credit.HIS),
        (f"Капитан Лунёв заявил: {PIER}", Verdict.EXACT, "Лунёв", Credit.HIS),
        (f"«{PIER}» — Егор Лунёв", Verdict.EXACT, "Егор Лунёв", Credit.HIS),
        (f"{PIER}. Егор Лунёв", Verdict.EXACT, "Егор Лунёв", Credit.HIS),
        (f"{PIER} (Дарина Сой)", Verdict.ANOTHERS, "Дарина Сой", Credit.ANOTHERS),
        (f"Дарина Сой: «{PIER}»", Verdict.ANOTHERS, "Дарина Сой", Credit.ANOTHERS),
        (
            "Дарина Сой сказала, что паром берёт машины только днём и при слабом ветре",
            Verdict.EXACT,
            "Дарина Сой",
            Credit.HIS,
        ),
        ("Егор Лунёв: «Паром ищет причал»", Verdict.ANOTHERS, "Егор Лунёв", Credit.NOBODYS),
        ("Егор Лунёв: а кто заплатит за новый мотор и за краску?", Verdict.ANOTHERS, "Егор Лунёв", Credit.NOBODYS),
        ("Ерлан Сақып былай деді: кеме биыл жүреді, бірақ жүк алмайды", Verdict.EXACT, "Ерлан Сақып", Credit.HIS),
        ("Егор Лунёв «Кеме биыл жүреді, бірақ жүк алмайды» деді", Verdict.ANOTHERS, "Егор Лунёв", Credit.ANOTHERS),
        ("Ұрпақ Зәрқан: «Қайық болса, өзеннен өтеміз»", Verdict.ANOTHERS, "Ұрпақ Зәрқан", Credit.ANOTHERS),
        ("Посёлок заплатит, больше некому", Verdict.EXACT, None, None),
    ],
)
def test_who_is_said_to_have_said_it(text: str, verdict: Verdict, alleged: str | None, credit: Credit | None) -> None:
    found = river().verify(text)
    assert (found.verdict, found.alleged) == (verdict, alleged)
    assert found.whose is not None and found.whose.credit is credit


def test_a_first_name_in_common_makes_nobody_the_same_person() -> None:
    text = "Боцман Егор Лунёв спорит.\n\n«Доски уже привезли на берег», – сказал Егор."
    found = attributed(FERRY, text).verify("Егор Хватов: «Доски уже привезли на берег»")
    assert found.verdict is Verdict.ANOTHERS


def test_words_with_their_frame_as_it_is_printed_are_word_for_word() -> None:
    text = "Боцман Егор Лунёв с ней спорит. «Никакого причала не будет, досок на него в посёлке просто нет»"
    assert river().verify(text).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    ("text", "printed_as"),
    [
        ("Паром ищет причал", PrintedAs.HEADLINE),
        ("А кто заплатит за новый мотор и за краску?", PrintedAs.QUESTION),
        ("Первый паром через залив", PrintedAs.QUESTION),
        ("С боцманом Егором Лунёвым беседует наш корреспондент", PrintedAs.NARRATION),
        ("Дарина Сой / Речной вестник", PrintedAs.CAPTION),
        ("доски уже привезли", PrintedAs.SPEECH),
    ],
)
def test_what_the_words_are_in_print(text: str, printed_as: PrintedAs) -> None:
    found = river().verify(text)
    assert found.verdict is Verdict.EXACT and found.whose is not None and found.whose.printed_as is printed_as
    if printed_as is not PrintedAs.SPEECH:
        assert [(extract.kind, extract.speaker) for extract in found.extracts] == [("narrative", None)]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("может закрыть переправу до осени", ["не"]),
        ("закроют к осени", ["якобы"]),
        ("ждут нового парома", ["будто"]),
        ("паром отремонтируем", ["если привезут мотор"]),
        ("Кеме биыл жүреді", ["бірақ жүк алмайды"]),
        ("Өзеннен өтеміз", ["Қайық болса"]),
        ("Өткелді көктемде жабады", ["мыс"]),
        ("Ауыл тұрғындары жаңа көпірді күтіп отырған", ["жоқ"]),
        ("причала не будет, досок на него в посёлке просто нет", []),
        ("Как только сойдёт лёд", []),
        ("Паром, – добавил он, – отремонтируем, если привезут мотор", []),
    ],
)
def test_what_turns_the_words_and_is_cut_off(text: str, missing: list[str]) -> None:
    found = river().verify(text)
    assert [written for _, written in found.differences] == missing
    assert found.verdict is (Verdict.CUT if missing else Verdict.EXACT)


@pytest.mark.parametrize(
    ("said", "differences"),
    [
        (
            "Причал будет, досок на него в посёлке просто нет",
            [("Причал", "Никакого причала"), ("", "не")],
        ),
        ("никакого причала не будет, досок в посёлке просто нет", [("", "на него")]),
        ("никакого причала не будет, денег на него в посёлке просто нет", [("денег", "досок")]),
        ("хозяин может закрыть переправу до осени", [("", "не")]),
        ("Закроет переправу до осени, и этого не будет", [("Закроет", "закрыть")]),
    ],
)
def test_differences_are_marked_as_a_person_would(said: str, differences: list[tuple[str, str]]) -> None:
    found = river().verify(said)
    assert (found.verdict, list(found.differences)) == (Verdict.ALTERED, differences)


@pytest.mark.parametrize(
    ("said", "printed", "expected"),
    [
        ("а б в", "а б в", []),
        ("а б", "а г б", [(1, 1, 1, 2)]),
        ("22 процента упало", "12 процентов упало", [(0, 2, 0, 2)]),
        ("мосты открыли", "новый мост скоро открыли", [(0, 1, 0, 2), (1, 1, 2, 3)]),
        ("", "а", [(0, 0, 0, 1)]),
    ],
)
def test_edits_are_the_fewest(said: str, printed: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert edits(said.split(), printed.split()) == expected


def test_words_of_two_people_side_by_side_are_joined() -> None:
    text = "«Паром пойдёт весной», – сказал Егор Лунёв. «Краску мы купим сами», – сказала Дарина Сой."
    found = attributed(text).verify("Паром пойдёт весной. Краску мы купим сами")
    assert found.verdict is not Verdict.EXACT
    assert {extract.speaker for extract in found.extracts} == {"Егор Лунёв", "Дарина Сой"}


@pytest.mark.parametrize("mark", ["\u00ad", "\u0301", "\u200b", "\ufeff", " \u00ad ", " \u0301 "])
def test_unseen_marks_in_print_or_in_what_was_said_are_no_difference(mark: str) -> None:
    said = "паром берёт машины только днём и при слабом ветре"
    for text, asked in ((FERRY, said.replace("маш", f"маш{mark.strip(' ')}")), (f"{FERRY}\nКонец {mark} песне.", said)):
        assert attributed(text).verify(asked).verdict is Verdict.EXACT
    assert river().verify(f"{mark} {said} {mark}").verdict is Verdict.EXACT


PIECES = st.sampled_from(
    [
        *FERRY.split()[:40],
        *CROSSING.split(),
        "«",
        "»",
        '"',
        "„",
        "“",
        ":",
        " — ",
        "…",
        "[…]",
        "(",
        ")",
        ".",
        "\n",
        "\u00ad",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES).map("".join)))
@settings(deadline=None, max_examples=300)
def test_any_text_has_a_verdict(text: str) -> None:
    found = river().verify(text)
    assert isinstance(found, Verification) and bool(found.extracts) == (found.verdict is not Verdict.NOT_FOUND)


def test_a_long_text_has_a_verdict() -> None:
    words = [word for number in range(400) for word in (*PIER.split()[:5], f"слово{number}")]
    assert river().verify(" ".join(words)).verdict is Verdict.NOT_FOUND


def test_no_more_than_a_dozen_articles_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    searcher = build_searcher(
        AttributedArticle(
            Article(f"{number}.txt", f"Паром номер {number} берёт машины только днём и при слабом ветре.")
        )
        for number in range(40)
    )
    whole = printed_module.printed

    def counted(passages: Any) -> printed_module.Printed:
        read.append(passages[0].of.article.id)
        return whole(passages)

    monkeypatch.setattr("retrieval.verify.printed", counted)
    searcher.verify("Паром берёт грузовики только ночью и при сильном ветре")
    assert 0 < len(read) <= 12
