"""Any spelling: the same answer however a question is typed; other words that say the same."""

from __future__ import annotations

import logging
import unicodedata
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.quotation import AttributedArticle
from retrieval import numbers
from retrieval.meanings import meanings
from retrieval.searcher import Searcher, build_searcher
from retrieval.spelling import Vocabulary, as_meant, corrected
from retrieval.spelling.edits import distance

TEXTS = {
    "мост.txt": "Мост через Иртыш держит семьдесят тонн груза. Ёлки вдоль дороги посадили школьники.",
    "су.txt": "Қаладағы көлдің суы биыл екі метрге түсті. Балықшылар қайықтарын жағаға шығарды.",
    "завод.txt": "Завод выпускает тракторы и комбайны уже двенадцать лет подряд.",
}


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return build_searcher([AttributedArticle(Article(name, text)) for name, text in TEXTS.items()])


@pytest.mark.parametrize(
    ("typed", "article"),
    [
        ("держит ли мост через Иртыш", "мост.txt"),
        ("ДЕРЖИТ ЛИ МОСТ ЧЕРЕЗ ИРТЫШ", "мост.txt"),
        ("держит ли мост через Иртшы", "мост.txt"),
        ("derzhit li most cherez irtysh", "мост.txt"),
        ("lth;bn kb vjcn xthtp bhnsi", "мост.txt"),
        ("мост держит 70 тонн", "мост.txt"),
        ("елки вдоль дороги", "мост.txt"),
        (unicodedata.normalize("NFD", "ёлки вдоль дороги, школьники"), "мост.txt"),
        ("завод выпускает комбайны 12 лет", "завод.txt"),
        ("завод выпускает камбайны", "завод.txt"),
        ("balyqshylar qaıyqtaryn", "су.txt"),
        ("balıqşılar qayıqtarın", "су.txt"),
        ("балыкшылар кайыктарын жагага", "су.txt"),
        (",fks0ifkfh 0fqs0nfhsy", "су.txt"),
        ("0fkflf5s r-kls4 ceks", "су.txt"),
        ("Ертіс көпірі", None),
        ("river bridge penguin", None),
    ],
)
def test_however_it_is_typed(searcher: Searcher, typed: str, article: str | None) -> None:
    """Words of three letters are worth little in so small a corpus: these come near."""
    answer = searcher.answer(typed)
    shown = answer.extracts or (answer.nearest if article else ())
    assert (shown[0].article if shown else None) == article


SPELLINGS = {
    "курс.txt": "Рубль укрепится до 5,2 тенге. Завод набрал 10 000 рабочих.",
    "точка.txt": "Кирпич подорожает на 7.3 процента. Печник сложил 12500 печей.",
    "бывший.txt": "Экс-премьер обещал обратное.",
    "слитно.txt": "Вицечемпион вернулся домой с кубком.",
    "съёмка.txt": "Видеокамера сняла медведя у сарая.",
    "раздельно.txt": "Мини сериал покажут летом.",
    "вирус.txt": "COVID-19 никуда не делся.",
    "монета.txt": "Фермерами тут гордятся, а биткоин им не нужен.",
    "мессенджер.txt": "Дед завёл канал в Telegram о голубях.",
    "сокращение.txt": "НДС поднимут до 16 процентов.",
    "полностью.txt": "Валовой внутренний продукт вырос впятеро.",
    "қазақша.txt": "Қосылған құн салығын ауыл төлемейді.",
    "станция.txt": "A\u042dC построят у озера.",  # Latin A and C
    "лес.txt": "Ели на опушке посохли.",
    "обед.txt": "Дети съели кашу и ушли гулять.",
    "металл.txt": "Экспорт стали удвоили за зиму.",
    "доклад.txt": "Речь премьера выслушали стоя.",
    "пилорама.txt": "Новая пилорама ждёт пилы с востока.",
    "вторая.txt": "Тепловую турбину ТЭЦ перекрасили в синий.",
}


@pytest.fixture(scope="module")
def spelled() -> Searcher:
    return build_searcher([AttributedArticle(Article(name, text)) for name, text in SPELLINGS.items()])


@pytest.mark.parametrize(
    ("typed", "article"),
    [
        ("рубль 5,2", "курс.txt"),
        ("рубль 5.2", "курс.txt"),
        ("5.2 тенге", "курс.txt"),
        ("кирпич 7,3", "точка.txt"),
        ("кирпич 7.3", "точка.txt"),
        ("10000 рабочих", "курс.txt"),
        ("10\u202f000 рабочих", "курс.txt"),
        ("12 500 печей", "точка.txt"),
        ("экспремьер", "бывший.txt"),
        ("экс премьер", "бывший.txt"),
        ("экс-премьер", "бывший.txt"),
        ("экспремьером", "бывший.txt"),
        ("вице-чемпион", "слитно.txt"),
        ("вице чемпион", "слитно.txt"),
        ("видео-камера", "съёмка.txt"),
        ("видео камера", "съёмка.txt"),
        ("минисериал", "раздельно.txt"),
        ("ковид", "вирус.txt"),
        ("ковид-19", "вирус.txt"),
        ("ковидом", "вирус.txt"),
        ("covid19", "вирус.txt"),
        ("коронавирус", "вирус.txt"),
        ("bitcoin", "монета.txt"),
        ("fermer bitcoin", "монета.txt"),
        ("телеграм", "мессенджер.txt"),
        ("телеграме", "мессенджер.txt"),
        ("налог на добавленную стоимость", "сокращение.txt"),
        ("налога на добавленную стоимость", "сокращение.txt"),
        ("ндс", "сокращение.txt"),
        ("ВВП", "полностью.txt"),
        ("рост ЖІӨ", "полностью.txt"),
        ("ққс", "қазақша.txt"),
        ("ККС", "қазақша.txt"),
        ("АЭС", "станция.txt"),
        ("атомная станция", "станция.txt"),
        ("елями", "лес.txt"),
        ("что с елями на опушке", "лес.txt"),
        ("ели", "лес.txt"),
        ("экспорт сталью", "металл.txt"),
        ("речь премьеру", "доклад.txt"),
        ("речь о премьере министров", "доклад.txt"),
        ("пила", "пилорама.txt"),
        ("TЭЦ", "вторая.txt"),  # a Latin T
        ("теплоэлектроцентраль", "вторая.txt"),
    ],
)
def test_whichever_way_a_word_is_written(spelled: Searcher, typed: str, article: str) -> None:
    answer = spelled.answer(typed)
    assert article in [each.article for each in answer.extracts], (answer.why_not, answer.suggestions)


def test_the_first_lemma_counts_more_than_another(spelled: Searcher) -> None:
    assert [each.article for each in spelled.answer("кто съел кашу").extracts] == ["обед.txt"]
    assert spelled.answer("ель").extracts[0].article == "лес.txt"


def test_the_question_as_it_was_read_is_suggested(searcher: Searcher) -> None:
    assert "тракторы на пенсии" in searcher.answer("трактары на пенсии").suggestions


def test_words_that_the_corpus_or_the_language_has_stay() -> None:
    vocabulary = Vocabulary.of({"мост": 1, "грузовик": 3})
    assert as_meant("What did the bridge say about it", vocabulary) == "What did the bridge say about it"
    assert corrected("Сколько грузавик и рост", vocabulary, lambda form: False) == "Сколько грузовик и рост"


def test_digits_within_words_tell_the_kazakh_layout() -> None:
    vocabulary = Vocabulary.of(dict.fromkeys(["оңтүстік", "батыс", "халқы", "көп"], 1))
    assert as_meant("j4n8cn3r-,fnsc [fk0s r-g", vocabulary) == "оңтүстік-батыс халқы к-п"
    assert as_meant("j4n8cn3r [fk0s r-g", vocabulary) == "оңтүстік халқы көп"


def test_a_word_of_the_language_is_no_slip() -> None:
    vocabulary = Vocabulary.of({"жүргізуге": 3})
    assert corrected("жүргізуші келді", vocabulary, lambda form: False) == "жүргізуші келді"


@pytest.mark.parametrize(("one", "other", "apart"), [("мост", "мост", 0), ("мост", "мсот", 1), ("мост", "рос", 2)])
def test_distance(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 2) == apart
    assert distance(one, other + "ами", 2) == 3


def test_names_and_words_of_the_other_language() -> None:
    known = meanings()
    assert "ертис" in known.akin("иртыш") and "иртыш" in known.akin("ертис")
    assert "су" in known.akin("вода")
    assert known.akin("неведомое") == ()


def test_numbers_as_words_and_figures() -> None:
    assert numbers.akin("12") == ("двенадцать",)
    assert "11" in numbers.akin("одиннадцать")


def test_the_operators_dictionary(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "dictionary.tsv"
    file.write_text("# наш\nлопата\tкүрек\nбез пары\n", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        known = meanings(file)
    assert known.akin("лопата") and f"{file}:3" in caplog.text
    shovels = [AttributedArticle(Article("күрек.txt", "Күректерді қоймаға жинап қойды."))]
    assert build_searcher(shovels, dictionary=file).answer("лопаты").found
    assert not build_searcher(shovels).answer("лопаты").found
