"""Measure our search engine beside others, over passages made by machine or of real texts.

    python -m benchmarks.engines [--passages N …] [--engines NAME …] [--questions N] [--real FOLDER] [--write]

Each engine is built and opened in a process of its own, for time, disk and private memory; then all answer the same
questions in one process, a batch each in turn. Tables go to standard output; ``--write`` puts each, with a plot, into
benchmarks/README.md, in the place of the last of its size. FOLDER holds evaluation sets: NAME/passages.jsonl.gz and
questions.jsonl.gz.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import numpy as np

from benchmarks.data import ROOT
from benchmarks.engines.alone import Alone, EngineError, alone
from benchmarks.engines.engine import DEPTH, ENGINES, OURS, Listed, Opened
from benchmarks.engines.in_turn import in_turn
from benchmarks.engines.passages import Passages, Question, made, made_questions, save_passages
from benchmarks.engines.plot import plot
from benchmarks.engines.real import real_passages, real_questions
from benchmarks.engines.report import Result, block, here, keep, told
from benchmarks.readme import rewritten
from retrieval.postings import Postings

SIZES = (10_000, 100_000, 1_000_000)
QUESTIONS, CHECKED = 300, 100
README, PLOT, KEPT = (ROOT / "benchmarks" / name for name in ("README.md", "engines.svg", "engines.json"))
MADE, REAL = "Made by machine", "Real texts, repeated with changes"

Tell = Callable[[str], None]
Corpus = tuple[str, Passages, Sequence[Question]]


def installed(engines: Sequence[Listed], tell: Tell) -> list[Listed]:
    found = []
    for engine in engines:
        try:
            engine.version()
            engine.adapter()
            found.append(engine)
        except (ImportError, PackageNotFoundError) as error:
            tell(f"{engine.name} is left out: {error}")
    return found


def measured(
    corpus: str, passages: Passages, questions: Sequence[Question], engines: Sequence[Listed], tell: Tell
) -> Result:
    """The figures of one corpus; an engine that fails is told and left out."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        save_passages(passages, folder / "passages")
        (folder / "questions.json").write_text(json.dumps(questions, ensure_ascii=False), encoding="utf-8")
        figures = _alone([engine for engine in engines if engine.most >= len(passages)], folder, tell)
        kept = [engine for engine in engines if engine.name in figures]
        opened = [(engine, engine.adapter().open(folder / engine.module)) for engine in kept]
        speeds = in_turn(opened, questions, tell)
        exact = _exact(opened, questions[:CHECKED])
    return Result(corpus, len(passages), figures, speeds, exact, len(questions[:CHECKED]), here())


def _alone(engines: Sequence[Listed], folder: Path, tell: Tell) -> dict[str, Alone]:
    figures = {}
    for engine in engines:
        tell(f"{engine.name} alone")
        try:
            figures[engine.name] = alone(engine, folder)
        except EngineError as error:
            tell(f"{engine.name} is left out: {error}")
    return figures


def _exact(opened: Sequence[tuple[Listed, Opened]], questions: Sequence[Question]) -> int:
    """On how many questions all of ours have the hits of a full ranking by rank_bm25's scores."""
    ours = [each for engine, each in opened if engine in OURS]
    return sum(all(_same(each, words) for each in ours) for words, _ in questions) if ours else 0


def _same(ours: Opened, words: Sequence[str]) -> bool:
    postings: Postings = ours.postings  # type: ignore[attr-defined]
    order = np.argsort(-postings.get_scores(words), kind="stable")[:DEPTH]
    ours.ready()
    found = ours.top(words)
    return bool(found == order[: len(found)].tolist())


def progress(started: float) -> Tell:
    """Lines on standard error, with the seconds gone by."""
    return lambda text: print(f"[{time.monotonic() - started:6.0f} s] {text}", file=sys.stderr, flush=True)


def write(result: Result) -> None:
    """Into the README, beside the results of other corpora that it has."""
    results = keep([result], KEPT)
    made_ones = [result for result in results if result.corpus == MADE]
    lines = {
        engine.name: [(each.passages, each.speeds[engine.name].p50) for each in made_ones if engine.name in each.speeds]
        for engine in ENGINES
    }
    if made_ones:
        PLOT.write_text(plot(lines, "passages", "CPU time of a question, p50, ms"), encoding="utf-8")
    README.write_text(rewritten(README.read_text(encoding="utf-8"), {"engines": block(results)}), encoding="utf-8")


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.engines", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [engine.module for engine in ENGINES]
    parser.add_argument("--passages", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--engines", nargs="+", choices=names, default=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--questions", type=int, default=QUESTIONS, metavar="N")
    parser.add_argument("--real", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    asked = arguments(given)
    tell = progress(time.monotonic())
    engines = installed([engine for engine in ENGINES if engine.module in asked.engines], tell)
    for size in asked.passages:
        for corpus, passages, questions in _corpora(size, asked, tell):
            result = measured(corpus, passages, questions, engines, tell)
            print(told(result), flush=True)
            if asked.write:
                write(result)
    return 0


def _corpora(size: int, asked: argparse.Namespace, tell: Tell) -> list[Corpus]:
    tell(f"{size} passages are made")
    passages = made(size)
    corpora: list[Corpus] = [(MADE, passages, made_questions(passages, asked.questions))]
    if asked.real:
        tell("the real texts are lemmatized")
        corpora.append((REAL, real_passages(asked.real, size), real_questions(asked.real, asked.questions)))
    return corpora


if __name__ == "__main__":
    sys.exit(main())
