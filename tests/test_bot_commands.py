"""Commands: ``python -m bot …`` as it is called: what goes to which stream, and with what exit code."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.phrases import phrases_for
from tests.conftest import BRIDGE, HARVEST

ABOUT_BRIDGE = "Сколько тонн держит мост через Илек?"
ABOUT_WEATHER = "Какая погода завтра?"
NEARLY = "Когда закроют порт на Каспии?"  # near enough to be an answer where less is asked of one
ANSWER = ["question", "language", "found", "why_not", "suggestions", "extracts", "filters", "unfiltered"]
SINCE = ["nearest", "own", "relaxed", "refused", "undated", "unknown", "posts", "person"]  # added at the end
EXTRACT = ["text", "spans", "article", "kind", "speaker", "role", "outlet", "author", "title", "date", "url", "asked"]
GOLD = ["id", "lang", "outlet", "author", "title", "quotes"]
QUOTE = ["start", "end", "text", "speaker", "role", "kind"]


@pytest.fixture(autouse=True)
def surroundings(articles: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a config of its own, no token, and the logs left as they were."""
    monkeypatch.chdir(articles.parent)
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_TOKEN_FILE", "CORPUS_PATH", "STATE_PATH", "ADMIN_IDS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("bot.commands.opening.setup_logs", lambda level, secrets: None)
    Path("config.yaml").write_text("corpus:\n  path: articles\n", encoding="utf-8")
    return articles.parent


def record(text: str) -> dict[str, Any]:
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


def test_an_answer_as_json_has_the_shape_agreed_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", ABOUT_BRIDGE]) == 0
    answer = record(capsys.readouterr().out)
    first = answer["extracts"][0]
    assert (list(answer), list(first)) == ([*ANSWER, *SINCE], [*EXTRACT, "score", "within"])
    assert list(answer.values())[:5] == [ABOUT_BRIDGE, "ru", True, None, []]
    assert (first["speaker"], first["role"], first["kind"], first["date"]) == (None, None, "passage", None)
    assert {(each["speaker"], each["role"]) for each in first["within"]} == {("Асан Кали", "инженер")}
    assert [each["kind"] for each in first["within"]] == ["indirect", "direct", "indirect"]
    assert all(each["text"] in first["text"] for each in first["within"])
    assert first["article"] == "мост.txt"
    assert first["text"] == " […] ".join(BRIDGE[start:stop] for start, stop in first["spans"])


def test_what_the_question_names_is_told_in_both(capsys: pytest.CaptureFixture[str]) -> None:
    asked = "Что Асан Кали сказал о мосте?"
    assert main(["ask", "--json", asked]) == 0
    answer = record(capsys.readouterr().out)
    assert (answer["filters"], answer["unfiltered"]) == ([{"kind": "speaker", "value": "Асан Кали"}], False)
    assert main(["ask", asked]) == 0
    assert capsys.readouterr().out.startswith("эксперт: Асан Кали\n\n")


def test_what_others_say_than_the_person_named_is_said_to_be_near(capsys: pytest.CaptureFixture[str]) -> None:
    asked = "Что Асан Кали сказал о барже с пшеницей?"
    assert main(["ask", "--json", asked]) == 1
    answer = record(capsys.readouterr().out)
    assert (answer["filters"], answer["relaxed"]) == ([], [{"kind": "speaker", "value": "Асан Кали"}])
    assert (answer["why_not"], answer["nearest"][0]["within"][0]["speaker"]) == ("weak_match", "Пётр Зернов")
    assert main(["ask", "--limit", "1", asked]) == 1
    silent = "Асан Кали: слов об этом не нашёл. Ближе всего:"
    assert capsys.readouterr().out.startswith(f"{silent}\n\nПётр Зернов, экономист — в тексте издания «Колос»\n")


def test_nothing_of_the_person_written_out_says_that_others_have_an_answer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = "эксперт: Асан Кали баржа с пшеницей"
    assert main(["ask", "--json", asked]) == 1
    answer = record(capsys.readouterr().out)
    assert (answer["why_not"], answer["unfiltered"]) == ("nothing_by_filter", True)
    assert main(["ask", asked]) == 1
    out = capsys.readouterr().out
    assert out.startswith("Асан Кали: слов об этом не нашёл.\n\nЕсли искать без условий, ответ есть.")
    assert "Статей в собрании: 3" in out and "Пётр Зернов" in out


def test_an_answer_as_text_is_the_chats_messages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", ABOUT_BRIDGE]) == 0
    out = capsys.readouterr().out
    assert "Асан Кали, инженер — в тексте издания «Степной вестник»\n  │ " in out and "дата не указана" in out


def test_words_need_no_quotation_marks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", *ABOUT_BRIDGE.split()]) == 0
    assert record(capsys.readouterr().out)["question"] == ABOUT_BRIDGE


def test_limit_holds(capsys: pytest.CaptureFixture[str]) -> None:
    found = []
    for limit in ("1", "2"):
        assert main(["ask", "--json", "--limit", limit, "мост Илек, баржа Каспий"]) == 0
        found.append(len(record(capsys.readouterr().out)["extracts"]))
    assert found == [1, 2]


def test_nothing_found_says_so_and_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", ABOUT_WEATHER]) == 1
    answer = record(capsys.readouterr().out)
    assert not answer["found"] and answer["extracts"] == [] and answer["why_not"]
    assert main(["ask", ABOUT_WEATHER]) == 1
    assert capsys.readouterr().out.startswith("Не нашёл")


def test_what_only_comes_near_is_shown_as_near_and_ends_with_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSLOVNO__ANSWER__STRICTNESS", "high")
    assert main(["ask", "--json", NEARLY]) == 1
    answer = record(capsys.readouterr().out)
    assert (answer["found"], answer["why_not"], answer["extracts"]) == (False, "weak_match", [])
    assert [near["article"] for near in answer["nearest"]] == ["пшеница.txt", "мост.txt"]
    assert main(["ask", NEARLY]) == 1
    assert capsys.readouterr().out.startswith(f"{phrases_for('ru').nearest}\n\n1. Пётр Зернов, экономист")


def test_how_sure_an_answer_has_to_be_is_set_for_a_file_of_questions_too(
    surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions, answers = surroundings / "questions.jsonl", surroundings / "answers.jsonl"
    questions.write_text(json.dumps({"id": "1", "text": NEARLY}) + "\n", encoding="utf-8")
    found = []
    for strictness in ("high", "low"):
        monkeypatch.setenv("DOSLOVNO__ANSWER__STRICTNESS", strictness)
        assert main(["ask", "--batch", str(questions), "--out", str(answers)]) == 0
        found.append(record(answers.read_text(encoding="utf-8"))["answer"]["found"])
    assert found == [False, True]


@pytest.mark.parametrize(
    ("question", "said"), [("", "empty"), ("  ", "empty"), ("👍🎉", "no words"), ("слово " * 800, "4800 characters")]
)
def test_no_question_at_all_ends_with_2(capsys: pytest.CaptureFixture[str], question: str, said: str) -> None:
    assert main(["ask", question]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and said in captured.err


def test_batch_answers_line_by_line_and_tells_the_bad_ones(
    capsys: pytest.CaptureFixture[str], surroundings: Path
) -> None:
    lines = [f'{{"id": "a", "text": "{ABOUT_BRIDGE}"}}', "{broken", '{"id": 7, "text": ""}', "", '{"id": "c"}', "[]"]
    Path("in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["ask", "--batch", "in.jsonl", "--out", "out.jsonl"]) == 2
    answers = [record(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(answer["id"], answer["answer"]["found"]) for answer in answers] == [("a", True), (7, False)]
    captured = capsys.readouterr()
    assert captured.out == "" and [n for n in range(1, 7) if f"in.jsonl:{n}" in captured.err] == [2, 5, 6]


def test_a_whole_batch_ends_with_0(surroundings: Path) -> None:
    Path("in.jsonl").write_text(f'{{"id": "a", "text": "{ABOUT_WEATHER}"}}\n', encoding="utf-8")
    assert main(["ask", "--batch", "in.jsonl", "--out", "out.jsonl"]) == 0


def test_a_batch_that_cannot_be_written_is_named(capsys: pytest.CaptureFixture[str], surroundings: Path) -> None:
    Path("in.jsonl").write_text('{"id": "a", "text": "мост"}', encoding="utf-8")
    assert main(["ask", "--batch", "in.jsonl", "--out", "nowhere/out.jsonl"]) == 2
    assert "nowhere/out.jsonl" in capsys.readouterr().err
    assert sorted(path.name for path in surroundings.iterdir() if "jsonl" in path.name) == ["in.jsonl"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["ask"], "QUESTION"),
        (["ask", "--batch", "in.jsonl"], "--out"),
        (["ask", "--limit", "0", "мост"], "above 0"),
        (["attribute"], "FILE"),
        (["sing"], "sing"),
    ],
)
def test_a_command_that_makes_no_sense_ends_with_2(
    capsys: pytest.CaptureFixture[str], given: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2 and said in capsys.readouterr().err


def test_corpus_of_the_command_outranks_the_configured_one(
    capsys: pytest.CaptureFixture[str], surroundings: Path
) -> None:
    other = surroundings / "other"
    other.mkdir()
    (other / "пшеница.txt").write_text(HARVEST, encoding="utf-8")
    assert main(["ask", "--corpus", str(other), "--json", "Сколько идёт баржа с пшеницей через Каспий?"]) == 0
    assert {extract["article"] for extract in record(capsys.readouterr().out)["extracts"]} == {"пшеница.txt"}


def test_missing_corpus_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--corpus", "nowhere", ABOUT_BRIDGE]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and "nowhere" in captured.err and "CORPUS_PATH" in captured.err


def test_a_state_folder_that_cannot_be_made_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("file").touch()
    monkeypatch.setenv("STATE_PATH", "file/state")
    assert main(["check"]) == 2
    assert "STATE_PATH" in capsys.readouterr().err


def test_the_operators_dictionary_widens_a_question(
    capsys: pytest.CaptureFixture[str], surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["ask", "эстакада"]) == 1
    monkeypatch.setenv("DOSLOVNO__CORPUS__DICTIONARY", "words.tsv")
    assert main(["ask", "эстакада"]) == 2
    assert "corpus.dictionary: words.tsv" in capsys.readouterr().err
    (surroundings / "words.tsv").write_text("# ours\nэстакада\tмост\n", encoding="utf-8")
    assert main(["ask", "эстакада"]) == 0


def test_wrong_settings_are_all_told_and_end_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    Path("wrong.yaml").write_text("answr: 1\nanswer:\n  extracts: no\n", encoding="utf-8")
    for given in (["check", "--config", "wrong.yaml"], ["--config", "wrong.yaml", "run"]):
        assert main(given) == 2
        captured = capsys.readouterr()
        assert captured.out == "" and "answr" in captured.err and "answer.extracts" in captured.err


def test_run_without_a_token_names_the_variable(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 2
    assert "TELEGRAM_TOKEN" in capsys.readouterr().err


def test_check_tells_what_was_read_and_refused(capsys: pytest.CaptureFixture[str], articles: Path) -> None:
    (articles / "пусто.txt").touch()
    (articles / "картинка.txt").write_bytes(bytes(range(256)) * 4)
    (articles / "огромный.txt").write_bytes(b"a " * 11 * 1024**2)
    (articles / "незакрытая.txt").write_text("«Кавычка без конца, сказал инженер Асан Кали.", encoding="utf-8")
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "articles read: 4 (kk 1, ru 3)" in lines and "files refused: 3" in lines
    assert [line.split(":")[0].strip() for line in lines if line.startswith("  ")] == [
        "картинка.txt", "огромный.txt", "пусто.txt",
    ]  # fmt: skip


def test_text_is_what_spans_count_in(capsys: pytest.CaptureFixture[str], articles: Path) -> None:
    (articles / "crlf.txt").write_bytes(b"\xef\xbb\xbf" + "Одна\r\nДве".encode())
    assert main(["text", "articles/crlf.txt"]) == 0
    assert capsys.readouterr().out == "Одна\nДве"


@pytest.mark.parametrize("command", ["text", "attribute"])
def test_a_file_that_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert main([command, "articles/нет.txt"]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and "нет.txt" in captured.err


def test_attribute_marks_up_and_goes_on_after_a_bad_file(capsys: pytest.CaptureFixture[str], articles: Path) -> None:
    (articles / "пусто.txt").touch()
    assert main(["attribute", "articles/пусто.txt", "articles/мост.txt"]) == 2
    captured = capsys.readouterr()
    assert "пусто.txt" in captured.err
    assert "«⟦Мост держит семьдесят тонн, а трещин < 2 мм & ржавчины мы не нашли⟧⟨direct: Асан Кали" in captured.out


def test_attribute_writes_the_gold_format(surroundings: Path) -> None:
    text = "  " + BRIDGE.replace("\n", "\r\n")
    Path("in.jsonl").write_text(json.dumps({"id": 3, "text": text, "quotes": ["not read"]}) + "\n", encoding="utf-8")
    assert main(["attribute", "--jsonl", "in.jsonl", "out.jsonl"]) == 0
    written = record(Path("out.jsonl").read_text(encoding="utf-8"))
    assert (list(written), written["id"], written["lang"]) == (GOLD, 3, "ru")
    assert {tuple(quote) for quote in written["quotes"]} == {tuple(QUOTE)}
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in written["quotes"])
    assert ("Асан Кали", "инженер", "direct") in {(q["speaker"], q["role"], q["kind"]) for q in written["quotes"]}


def test_talk_is_a_conversation_in_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = [ABOUT_BRIDGE, "", "Көлдің суын қорғау", ABOUT_WEATHER, "👍", "а" * 4000]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(typed)))
    assert main(["talk"]) == 0
    captured = capsys.readouterr()
    assert "Асан Кали, инженер" in captured.out and "Әсел Нұрлан" in captured.out and "нет слов" in captured.out
    assert "4000 знаков" in captured.out and "Статей в собрании: 3" in captured.err and "До свидания" in captured.err


def test_a_conversation_goes_on_from_the_question_before(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Что Асан Кали сказал о мосте?\nа о грузовиках?\n"))
    assert main(["talk"]) == 0
    assert capsys.readouterr().out.count("эксперт: Асан Кали") == 2


def test_an_interrupted_conversation_ends_politely(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(sys.stdin, "readline", interrupted)
    assert main(["talk"]) == 0
    assert "До свидания" in capsys.readouterr().err
