"""Real questions over whole articles by their command: figures as the shared scorer has them, where words are lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import whole
from benchmarks.data import SHARED, Data
from benchmarks.plain import LONGEST, PlainSearch, passages
from benchmarks.scoring.questions import Asked, Credit, Outcome, by_part, counts, questions_of, same_person
from benchmarks.suites.losses import Step, is_of, lost_at
from benchmarks.suites.suite import Report
from benchmarks.suites.whole import whole_report
from bot.answer_record import answer_record
from corpus.article import Article
from corpus.library import read_library
from retrieval.kept.keeper import PASSAGES
from retrieval.searcher import Searcher, open_searcher
from tests.measured import present, report, shared_score

FILLING = "Дежурная по вокзалу раздаёт пассажирам кипяток и просит не занимать скамейки вещами. "
ARTICLES = {
    "мост.txt": (
        "Мост через Талую закроют на ремонт\n\n«Мост держит семьдесят тонн, и трещин мы не нашли», — сказал инженер "
        "Асан Кали.\n\nМост построили в 1961 году, тогда по нему ходили одни телеги.\n\n"
        + 9 * FILLING
        + "\n\nБуфетчица кормит трёх рыжих котов.\n"
    ),
    "баржа.txt": (
        "Баржа с пшеницей села на мель\n\nКапитан порта Игнат Ползунов сообщил, что баржу снимут двумя буксирами к "
        "четвергу.\n\nЗерно пересыпали в вагоны, убыток посчитают осенью.\n"
    ),
    "асхана.txt": (
        "Мектеп асханасында сүт қымбаттады\n\n«Сүттің литрі төрт жүз теңге болды, сондықтан ботқаны суға пісіреміз», – "
        "деді аспаз Бибі Сарина.\n\nАсханада екі жүз бала тамақтанады.\n"
    ),
}
QUESTIONS: list[dict[str, Any]] = [
    {"id": "q1", "q": "Сколько тонн держит мост?", "lang": "ru", "kind": "speaker", "article": "мост",
     "has": ["Семьдесят тонн"], "speaker": "Асан Кали", "form": "direct"},
    {"id": "q2", "q": "Когда построили мост через Талую?", "lang": "ru", "kind": "topic", "article": "мост",
     "has": ["в 1961-м", "построили в 1961 году"], "speaker": None, "form": "narrative"},
    {"id": "q3", "q": "Чем снимут баржу с мели?", "lang": "ru", "kind": "topic", "article": "баржа",
     "has": ["двумя буксирами"], "speaker": "Пётр Зернов", "form": "indirect"},
    {"id": "q4", "q": "Сүттің литрі қанша болды?", "lang": "kk", "kind": "speaker", "article": "асхана",
     "has": ["төрт жүз теңге"], "speaker": "Бибі Сарина", "form": "direct"},
    {"id": "q5", "q": "Кого кормит буфетчица?", "lang": "ru", "kind": "topic", "article": "мост",
     "has": ["сорок кошек"], "speaker": None, "form": "narrative"},
    {"id": "u1", "q": "Кто выиграл чемпионат по шахматам?", "lang": "ru", "kind": "nothing_c", "unanswerable": True},
    {"id": "u2", "q": "Какие тонны держит вокзал Талой?", "lang": "ru", "kind": "nothing_a", "unanswerable": True},
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("whole")
    (made / "articles").mkdir()
    for name, text in ARTICLES.items():
        (made / "articles" / name).write_text(text, encoding="utf-8")
    rows = (json.dumps(row, ensure_ascii=False) + "\n" for row in QUESTIONS)
    (made / "questions.jsonl").write_text("".join(rows), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def made(folder: Path) -> Report:
    return whole_report(*(Data(name, folder / name) for name in ("articles", "questions.jsonl")))


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Searcher:
    return open_searcher(read_library(folder / "articles", supplement=PASSAGES))


def outcomes(folder: Path, rows: Report) -> list[Outcome]:
    answers = {row["id"]: row["answer"] for row in rows.rows}
    return [Outcome(asked, answers[asked.id]) for asked in questions_of(folder / "questions.jsonl")]


def test_words_and_names_are_counted(folder: Path, made: Report) -> None:
    by_id = {outcome.asked.id: outcome for outcome in outcomes(folder, made)}
    assert [by_id[id].place for id in ("q1", "q2", "q3", "q4", "q5")] == [0, 0, 0, 0, None]
    assert [by_id[id].credit for id in ("q1", "q2", "q3", "q4")] == [Credit.RIGHT, None, Credit.WRONG, Credit.RIGHT]
    assert made.figures["all.first"] == made.figures["all.three"] == 4 / 5
    assert made.figures["kk.first"] == made.figures["nothing_c.quiet"] == 1.0
    assert made.figures["all.not_misnamed"] == pytest.approx(2 / 3)
    assert (made.of["all.first"], made.of["all.not_misnamed"], made.of["nothing_c.silent"]) == (5, 3, 1)
    assert [each[:3] for each in made.mistakes["misnamed"]] == ["q3:"]


def test_nearest_words_are_shown_and_not_sure() -> None:
    near: dict[str, Any] = {"text": "семьдесят тонн", "speaker": None, "within": []}
    answer = {"found": False, "why_not": "weak_match", "extracts": [], "nearest": [near]}
    right, nothing = Asked("q", "?", "ru", words=("Семьдесят тонн",)), Asked("u", "?", "ru", "nothing_a")
    found = counts([Outcome(right, answer), Outcome(nothing, answer)])
    assert (found.first, found.sure, found.silent, found.quiet) == (1, 0, 1, 0)


def test_the_voice_that_holds_the_words_is_named() -> None:
    voices = [{"text": "трещин нет", "speaker": "Пётр Зернов"}, {"text": "семьдесят тонн", "speaker": "А. Кали"}]
    extract = {"text": "трещин нет, семьдесят тонн", "speaker": None, "within": voices}
    answer = {"found": True, "extracts": [extract]}
    asked = Asked("q", "?", "ru", words=("семьдесят тонн",), speaker="Асан Кали")
    assert Outcome(asked, answer).credit is Credit.RIGHT


def test_only_what_a_reader_sees_at_first_counts() -> None:
    late = {"text": "а" * 800 + " тонн", "speaker": None}
    asked = Asked("q", "?", "ru", words=("тонн",))
    assert Outcome(asked, {"found": True, "extracts": [late]}).place is None
    assert Outcome(asked, {"found": True, "extracts": [{"text": "нет"}] * 3 + [{"text": "тонн"}]}).place is None


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Асан Кали", "Кали", True),
        ("Асан Кали", "кали асан", True),
        ("Асан Кали", "Асан Серик Кали", True),
        ("Асан Кали", "Асан Зернов", False),
        ("Асан Кали", "", False),
    ],
)
def test_names_are_compared_by_their_parts(name: str, other: str, same: bool) -> None:
    assert same_person(name, other) is same


def agrees(gold: Path, rows: Report, folder: Path) -> None:
    """Whether the shared scorer has the same figures of the same answers."""
    theirs = shared_score("score_questions.py", gold, rows, folder)
    ours = by_part(outcomes(gold.parent, rows))
    assert set(theirs) == set(ours)
    for part, found in ours.items():
        shares = {name: share for name, (share, _) in found.shares.items()}
        for name in ("first", "three", "sure", "credited", "silent", "quiet"):
            share = shares[name]
            assert theirs[part][name] == (share if share is None else round(share, 3)), (part, name)
        whole = ("asked", "said", "misnamed", "unanswerable")
        assert [theirs[part][name] for name in whole] == [getattr(found, name) for name in whole], part


def test_the_shared_scorer_agrees(folder: Path, made: Report, tmp_path: Path) -> None:
    if not (SHARED / "tools" / "score_questions.py").exists():
        pytest.skip("the shared scorer is absent (DOSLOVNO_SHARED names the folder)")
    agrees(folder / "questions.jsonl", made, tmp_path)


@pytest.mark.slow
def test_the_shared_scorer_agrees_on_the_shared_questions(tmp_path: Path) -> None:
    _, questions = present("whole").data
    agrees(questions.path, report("whole"), tmp_path)


Answered = Callable[[str, str, str], Outcome]


@pytest.fixture
def asked(searcher: Searcher) -> Answered:
    def answered(text: str, article: str, words: str) -> Outcome:
        return Outcome(Asked("q", text, "ru", "", article, (words,)), answer_record(searcher.answer(text, 3)))

    return answered


@pytest.mark.parametrize(
    ("text", "article", "words", "step"),
    [
        ("Сколько тонн держит мост?", "мост", "семьдесят тонн", None),
        ("Сколько тонн держит мост?", "баржа", "убыток посчитают весной", Step.ARTICLE),
        ("Сколько тонн держит мост?", "мост", "сорок кошек", Step.PLACE),
        ("Кто выиграл чемпионат по шахматам?", "мост", "семьдесят тонн", Step.DECISION),
        ("эксперт: Асан Кали баржа", "баржа", "двумя буксирами", Step.FILTER),
    ],
)
def test_where_words_are_lost(
    asked: Answered, searcher: Searcher, text: str, article: str, words: str, step: Step | None
) -> None:
    assert lost_at(asked(text, article, words), searcher) is step


def test_words_beside_what_is_shown_of_their_core_are_cut_away(asked: Answered, searcher: Searcher) -> None:
    whole = asked("Сколько тонн держит мост?", "мост", "семьдесят тонн")
    cut: list[dict[str, Any]] = [{**extract, "text": extract["text"][:12]} for extract in whole.answer["extracts"]]
    assert lost_at(Outcome(whole.asked, {**whole.answer, "extracts": cut}), searcher) is Step.CUT


def test_right_words_behind_others_are_told(asked: Answered, searcher: Searcher) -> None:
    whole = asked("Сколько тонн держит мост?", "мост", "семьдесят тонн")
    other = {**whole.answer["extracts"][0], "text": "нет"}
    behind = {**whole.answer, "extracts": [other, *whole.answer["extracts"]]}
    assert lost_at(Outcome(whole.asked, behind), searcher) is Step.ORDER


def test_articles_are_known_with_and_without_ending() -> None:
    assert is_of("газета/мост.txt", "мост") and is_of("мост.txt", "мост.txt") and not is_of("мост2.txt", "мост")


def test_plain_search_finds_by_beginnings_and_headlines() -> None:
    plain = PlainSearch(Article(name, text) for name, text in ARTICLES.items())
    first, *_ = plain.answer("баржами мели пшеницей", 3)["extracts"]
    assert (first["article"], first["speaker"]) == ("баржа.txt", None)
    every = [passage for text in ARTICLES.values() for passage in passages(text)]
    assert len(every) > len(ARTICLES) and max(map(len, every)) <= LONGEST + 1


def test_the_command_prints_both_and_writes_the_answers(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, given = tmp_path / "run.jsonl", [str(folder / "articles"), str(folder / "questions.jsonl")]
    assert whole.main([*given, "--errors", "2", "--out", str(run)]) == 0
    printed = capsys.readouterr().out
    assert all(part in printed for part in ("ours", "plain BM25", "lost at", "verdict", "-- misnamed: 1", "q3: Чем"))
    assert [json.loads(line)["id"] for line in run.read_text(encoding="utf-8").splitlines()] == [
        row["id"] for row in QUESTIONS
    ]


def test_what_cannot_be_read_is_named(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.jsonl").write_text('\n{"id": "q1", "q": "?", "lang": "ru"}\n', encoding="utf-8")
    assert whole.main([str(folder / "articles"), str(tmp_path / "bad.jsonl")]) == 2
    assert "bad.jsonl:2: no question" in capsys.readouterr().err
    assert whole.main([str(tmp_path / "none"), str(folder / "questions.jsonl")]) == 2
    assert "none" in capsys.readouterr().err
