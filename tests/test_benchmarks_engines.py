"""The comparison of engines: the same passages for all, hits that agree, and tables that say what is missing."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from benchmarks.data import SHARED
from benchmarks.engines import __main__ as engines
from benchmarks.engines.alone import Alone, EngineError, alone, private_memory
from benchmarks.engines.engine import BM25S, DEPTH, ENGINES, NUMPY, TANTIVY, Listed, Opened
from benchmarks.engines.in_turn import Speed, in_turn
from benchmarks.engines.passages import (
    COMMONEST,
    LENGTH,
    Passages,
    made,
    made_questions,
    open_passages,
    save_passages,
)
from benchmarks.engines.plot import plot
from benchmarks.engines.real import real_passages, real_questions
from benchmarks.engines.report import Result, block, here, told
from retrieval.postings import top

SIZE = 400
SPEED = Speed(p50=0.5, p99=1.0, wall_p50=0.5, wall_p99=1.0, speaker_p50=0.2)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def no_kernel_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines set the search that they measure."""
    monkeypatch.setattr(top, "_search", top._search)


@pytest.fixture(scope="module")
def passages() -> Passages:
    return made(SIZE)


def test_passages_are_the_same_each_time_and_kept(passages: Passages, tmp_path: Path) -> None:
    save_passages(passages, tmp_path / "passages")
    for other in (made(SIZE), open_passages(tmp_path / "passages")):
        assert list(other.texts()) == list(passages.texts())
        assert other.speakers.tolist() == passages.speakers.tolist()
        assert other.days.tolist() == passages.days.tolist()
    assert [len(text) for text in passages.texts()] == [LENGTH] * SIZE == [LENGTH] * len(passages)


def test_words_are_all_different(passages: Passages) -> None:
    assert len(set(passages.words)) == len(passages.words)


def test_common_words_are_far_commoner(passages: Passages) -> None:
    counts = np.bincount(passages.values)
    assert counts[0] > 3 * counts[9] > 3 * counts[200:300].mean()


def test_questions_have_different_words_that_are_there_and_none_of_the_commonest(passages: Passages) -> None:
    there = set(np.array(passages.words)[passages.values].tolist()) - set(passages.words[:COMMONEST])
    questions = [words for words, _ in made_questions(passages, 50)]
    assert all(set(words) <= there and len(set(words)) == len(words) for words in questions)
    assert {len(words) for words in questions} == set(range(3, 9))


def written(folder: Path, name: str, texts: Iterable[str]) -> None:
    folder.mkdir(exist_ok=True)
    with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": text}) + "\n" for text in texts)


def test_real_texts_are_repeated_with_changes(tmp_path: Path) -> None:
    texts = [f"Степной ветер принёс дождь номер {number}, река Карасу поднялась." for number in range(10, 40)]
    written(tmp_path / "one", "passages", texts)
    written(tmp_path / "one", "questions", ["Что принёс степной ветер?", "и?"])
    found = real_passages(tmp_path, 100)
    rows = [" ".join(text) for text in found.texts()]
    assert len(found) == 100
    assert len(set(rows[:30])) == 30
    assert set(rows[30:]) - set(rows[:30])
    assert [words for words, _ in real_questions(tmp_path, 10)] == [["принести", "степной", "ветер"]]
    with pytest.raises(FileNotFoundError, match=r"no set with passages\.jsonl\.gz"):
        real_passages(tmp_path / "one", 10)


@pytest.mark.skipif(not (SHARED / "data" / "retrieval").is_dir(), reason="no evaluation sets here")
def test_questions_of_the_evaluation_sets_are_taken() -> None:
    assert len(real_questions(SHARED / "data" / "retrieval", 200)) == 200


def opened(listed: Listed, passages: Passages, folder: Path) -> Opened:
    save_passages(passages, folder / "passages")
    (folder / listed.module).mkdir()
    try:
        adapter = listed.adapter()
        adapter.build(passages, folder / listed.module)
        return adapter.open(folder / listed.module)
    except ImportError as error:
        pytest.skip(str(error))


# bm25s compiles for seconds, and is the same with numpy.
QUICK = [engine for engine in ENGINES if engine.name not in ("bm25s, numba", "Дословно, numba")]


@pytest.mark.parametrize("listed", QUICK, ids=lambda listed: listed.module)
def test_engines_find_what_has_the_words(listed: Listed, passages: Passages, tmp_path: Path) -> None:
    engine = opened(listed, passages, tmp_path)
    engine.ready()
    texts = list(passages.texts())
    for words, speaker in made_questions(passages, 10):
        found = engine.top(words)
        assert 0 < len(found) <= DEPTH
        assert set(texts[found[0]]) & set(words)
        spoken = np.flatnonzero(passages.speakers == speaker).tolist()
        wanted = [each for each in spoken if set(texts[each]) & set(words)]
        assert wanted == [] or (engine.top_of_speaker(words, speaker) or [-1])[0] in wanted


@pytest.mark.parametrize("listed", QUICK, ids=lambda listed: listed.module)
def test_replaced_passages_are_found(listed: Listed, passages: Passages, tmp_path: Path) -> None:
    engine = opened(listed, passages, tmp_path)
    engine.ready()
    if not listed.replaces:
        with pytest.raises(NotImplementedError, match="anew"):
            engine.replace([3], [["никогда"]])
        return
    engine.replace([3, 7], [["никогда", "небывалое"], ["никогда"]])
    assert len(engine.top(["небывалое"])) == 1
    assert len(engine.top(["никогда"])) == 2


def test_an_engine_is_measured_in_a_process_of_its_own(passages: Passages, tmp_path: Path) -> None:
    save_passages(passages, tmp_path / "passages")
    (tmp_path / "questions.json").write_text(json.dumps(made_questions(passages, 20)), encoding="utf-8")
    figures = alone(NUMPY, tmp_path)
    assert min(figures.build, figures.disk, figures.cold, figures.memory, figures.replaced or 0) > 0
    assert private_memory() > 1 << 20


def test_an_engine_that_fails_says_why(passages: Passages, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="Error"):
        alone(NUMPY, tmp_path)


class Counting:
    """An engine that answers nothing, and counts."""

    def __init__(self) -> None:
        self.asked = 0

    def ready(self) -> None:
        self.batches = getattr(self, "batches", 0) + 1

    def top(self, words: Sequence[str]) -> list[int]:
        self.asked += 1
        return []

    def top_of_speaker(self, words: Sequence[str], speaker: int) -> list[int] | None:
        return []

    def replace(self, positions: Sequence[int], texts: Sequence[Sequence[str]]) -> None:
        raise NotImplementedError


def test_engines_take_turns() -> None:
    one, other = Counting(), Counting()
    questions = [(["слово"], 1)] * 60
    lines: list[str] = []
    speeds = in_turn([(NUMPY, one), (TANTIVY, other)], questions, lines.append)
    assert (one.asked, other.asked) == (182, 182)
    assert one.batches == 10
    assert set(speeds) == {NUMPY.name, TANTIVY.name}
    assert lines == ["round 1 of 3", "round 2 of 3", "round 3 of 3"]


def test_missing_engines_are_left_out_aloud() -> None:
    lines: list[str] = []
    kept = engines.installed([NUMPY, Listed("nobody's", "nobody", "nobody-has-this")], lines.append)
    assert kept == [NUMPY]
    assert len(lines) == 1
    assert "nobody's is left out" in lines[0]


def result(passages: int = 10_000) -> Result:
    figures = Alone(build=1.5, disk=12.0, cold=0.25, memory=30.0, replaced=None)
    speeds = {NUMPY.name: SPEED, TANTIVY.name: SPEED}
    return Result(engines.MADE, passages, {NUMPY.name: figures}, speeds, 9, 10, "a machine")


def test_tables_give_ratios_to_the_fastest_others_and_say_what_is_missing() -> None:
    lines = [line.split(" | ") for line in block([result()]).splitlines()]
    ours, theirs = (next(line for line in lines if line[0] == f"| {engine.name}") for engine in (NUMPY, TANTIVY))
    assert ours[1:6] == ["1.5", "30", "12", "0.25", "anew"]
    assert theirs[1:6] == ["–"] * 5
    assert ours[6:10] == ["0.5", "1", "1", "1"]
    alone_ = Result(engines.MADE, 10, {}, {NUMPY.name: SPEED}, 10, 10, "")
    assert alone_.rows()[0][8:10] == [None, None]
    assert "on 9 of 10 questions" in told(result())
    assert "Made by machine, 10 000 passages" in told(result())
    assert BM25S.name not in told(result())
    assert "rank-bm25 is left out" in block([result(1_000_000)])
    assert "left out" not in block([result(100_000)])
    assert "numpy " in here()


def test_the_readme_is_written_between_its_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "README", tmp_path / "README.md")
    monkeypatch.setattr(engines, "PLOT", tmp_path / "engines.svg")
    monkeypatch.setattr(engines, "KEPT", tmp_path / "engines.json")
    engines.README.write_text("before\n<!-- engines: made -->\nold\n<!-- /engines -->\nafter\n", encoding="utf-8")
    for size in (100_000, 10_000, 100_000):
        engines.write(result(size))
    text = engines.README.read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- engines: made -->\n")
    assert text.endswith("<!-- /engines -->\nafter\n")
    assert "\nold\n" not in text
    assert text.count("| Дословно, numpy |") == 2
    assert text.count("Measured on a machine.") == 1
    assert text.index("10 000 passages") < text.index("100 000 passages")
    names = [each.text for each in ElementTree.parse(engines.PLOT).iter(f"{SVG}text")]
    assert NUMPY.name in names
    assert "tantivy" in names


def test_the_plot_has_a_line_an_engine_and_names_that_do_not_cover_each_other() -> None:
    drawn = ElementTree.fromstring(plot({"a<b": [(10, 1), (100, 2)], "c": [(10, 1), (100, 2)], "none": []}, "x", "y"))
    assert len(list(drawn.iter(f"{SVG}polyline"))) == 2
    assert len(list(drawn.iter(f"{SVG}circle"))) == 4
    heights = {each.text: float(each.get("y", "0")) for each in drawn.iter(f"{SVG}text")}
    assert abs(heights["a<b"] - heights["c"]) >= 12


def test_a_run_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert engines.main(["--passages", "300", "--questions", "20", "--engines", "ours"]) == 0
    printed = capsys.readouterr()
    assert "Дословно, numpy" in printed.out
    assert "a full ranking on 20 of 20 questions" in printed.out
    assert "round 3 of 3" in printed.err
