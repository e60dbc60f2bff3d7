"""Terms: one chain for articles and questions, tables of cases for each language."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import kazakh, russian
from retrieval.language import language
from retrieval.spelling import Vocabulary
from retrieval.terms import forms, lemma, lemmas, terms, topical_forms
from retrieval.word_forms import WordForms

TABLES = Path(__file__).parent / "retrieval"
LEMMAS = WordForms()


def table(name: str) -> list[tuple[str, str]]:
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    cases = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(form, expected) for form, expected in cases]


@pytest.mark.parametrize(("form", "expected"), table("terms_ru.tsv"))
def test_russian(form: str, expected: str) -> None:
    assert lemma(form.replace("ё", "е")) == expected


@pytest.mark.parametrize(("form", "expected"), table("terms_kk.tsv"))
def test_kazakh(form: str, expected: str) -> None:
    assert kazakh.stem(form) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("ели", ("есть", "ель")),
        ("стали", ("стать", "сталь")),
        ("премьера", ("премьера", "премьер")),
        ("вода", ("вода",)),
        ("новых", ("новый",)),
        ("балалардың", ("бала",)),
    ],
)
def test_a_form_of_two_words_has_both_lemmas(form: str, expected: tuple[str, ...]) -> None:
    assert lemmas(form) == expected and lemma(form) == expected[0]


def test_of_two_lemmas_both_are_asked_for_only_where_either_is_likely() -> None:
    assert russian.likely_other("ели") == "ель"
    assert russian.likely_other("стали") is None


def test_words_unknown_to_the_dictionary_have_no_russian_lemma() -> None:
    assert russian.lemma("балалар") is None
    assert russian.lemma("тлеуберди") is None


def test_decomposed_letters_soft_hyphens_and_no_break_spaces_change_nothing() -> None:
    plain = "ещё российский Қайрат"
    typed = unicodedata.normalize("NFD", "ещё рос\u00adсий\u00adский\u00a0Қайрат")
    assert forms(typed) == forms(plain) == ["еще", "российский", "қайрат"]


def test_numbers_keep_their_decimals_and_hyphens_part_words() -> None:
    assert forms("28,2 млрд; Союз-5, 10 тысяч") == ["28,2", "млрд", "союз", "5", "10", "тысяч"]


def test_numbers_are_spelled_one_way() -> None:
    assert forms("5.2 и 5,2; 01.03.2031") == ["5,2", "и", "5,2", "01,03,2031"]
    assert forms("10 000 и 1\u202f250\u00a0000,5; в 2031 100 000; 12 34") == (
        ["10000", "и", "1250000,5", "в", "2031", "100000", "12", "34"]
    )


def test_letters_of_the_other_script_that_look_alike_are_of_the_word() -> None:
    assert forms("A\u042dC K\u0430\u0437\u0430\u0445\u0441\u0442\u0430\u043d") == ["аэс", "казахстан"]
    assert forms("\u0422esla, \u049ba\u0437a\u049b, \u0259\u043ai\u043c") == ["tesla", "қазақ", "әкім"]
    assert forms("IT-отдел, VIPы, Tesla") == ["it", "отдел", "vipы", "tesla"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("экс-премьер экс премьер экспремьер", ["экс", "премьер"] * 3),
        ("вице\u2011мэр, вицемэр", ["вице", "мэр", "вицемэр"]),
        ("видео-камера, видео камеры, видеокамерасы", ["видеокамера", "видеокамеры", "видеокамерасы"]),
        ("смотрите видео. Камера", ["смотрите", "видео", "камера"]),
        ("супермаркет микрорайон экспорты министрлік", ["супермаркет", "микрорайон", "экспорты", "министрлік"]),
    ],
)
def test_prefixes_are_written_as_the_dictionary_has_them(typed: str, expected: list[str]) -> None:
    assert forms(typed) == expected


def test_what_is_written_short_stands_beside_its_full_name() -> None:
    assert topical_forms("Налоги на добавленную стоимость, цены")[2:] == ["стоимость", "ндс", "цены"]
    assert topical_forms("Біріккен Ұлттар Ұйымының хаты")[-2:] == ["бұұ", "хаты"]
    assert topical_forms("налог на имущество") == ["налог", "имущество"]


def test_marks_around_a_word_are_no_part_of_it() -> None:
    assert terms("«Казахстан»,", LEMMAS) == terms("казахстан", LEMMAS)


def test_stop_words_of_all_languages_are_left_out() -> None:
    assert topical_forms("Сколько же это и қанша бұл how much нефти") == ["нефти"]


def test_grams_are_folded_and_know_where_a_word_ends() -> None:
    assert terms("Ұлт", LEMMAS).grams == ("^улт", "улт$")
    assert set(terms("қазақ", LEMMAS).grams) == set(terms("казак", LEMMAS).grams)
    assert terms("5", LEMMAS).grams == ("^5$",)


@given(st.text(max_size=80))
def test_any_text_has_as_many_prefixes_as_words(text: str) -> None:
    found = terms(text, LEMMAS)
    assert len(found.words) == len(found.prefixes) == len(topical_forms(text))
    assert all(found.words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сколько предприятий зарегистрировано?", "ru"),
        ("Какая погода завтра?", "ru"),
        ("Екі елдің тауар айналымы қанша?", "kk"),
        ("Тауар айналымы канша болды", "kk"),
        ("What did Markov say about sanctions?", "en"),
        ("🙂", "ru"),
        ("", "ru"),
    ],
)
def test_language_of_a_question(text: str, expected: str) -> None:
    assert language(text) == expected


def test_one_edit_finds_the_commonest_word_of_the_corpus() -> None:
    assert Vocabulary.of({"предприятия": 2, "предприятий": 5}).closest("предпрятий") == "предприятий"


def test_two_edits_are_undone_in_long_words_alone() -> None:
    vocabulary = Vocabulary.of({"санкционный": 2, "каспий": 5})
    assert vocabulary.closest("сонкцыонный") == "санкционный"
    assert vocabulary.closest("каспыф") is None


@pytest.mark.parametrize("form", ["погода", "хлев", "123456", "зщшгнекуц"])
def test_real_words_short_words_and_numbers_are_not_respelled(form: str) -> None:
    assert Vocabulary.of({"порода": 3, "хлеб": 3, "123457": 1}).closest(form) is None
