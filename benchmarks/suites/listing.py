"""All suites, the quickest first."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from benchmarks.data import ours, shared
from benchmarks.suites.attribution import gold_file_report, sample_report
from benchmarks.suites.cases import cases_report
from benchmarks.suites.questions import questions_report
from benchmarks.suites.retrieval import retrieval_report
from benchmarks.suites.sample import ARTICLES, MARKED, QUESTIONS
from benchmarks.suites.suite import Suite
from benchmarks.suites.whole import whole_report


def sample() -> Suite:
    return Suite("sample", (MARKED, ARTICLES), partial(sample_report, MARKED))


def questions() -> Suite:
    files = tuple(ours(f"tests/evaluation/{path.name}") for path in sorted(QUESTIONS.path.glob("questions_*.yaml")))
    return Suite("questions", (*files, ARTICLES), partial(questions_report, files))


def cases() -> Suite:
    """Not floored: tests/cases/known_failures.txt holds each case on its own, and a case may be added at any time."""
    folder = ours("tests/cases")
    return Suite("cases", (folder,), partial(cases_report, folder), floored=False)


def gold_file(name: str) -> Suite:
    file = shared(f"attribution/{name}.jsonl")
    return Suite(name, (file,), partial(gold_file_report, file))


def retrieval_set(name: str, slow: bool = False) -> Suite:
    passages, questions = (shared(f"retrieval/{name}/{part}.jsonl.gz") for part in ("passages", "questions"))
    return Suite(name, (passages, questions), partial(retrieval_report, name, passages, questions), slow)


def whole() -> Suite:
    articles, asked = shared("questions/articles"), shared("questions/questions.jsonl")
    return Suite("whole", (articles, asked), partial(whole_report, articles, asked), slow=True)


SUITES = (
    sample(),
    questions(),
    cases(),
    gold_file("seeds"),
    gold_file("dev"),
    whole(),
    retrieval_set("akorda_kk"),
    retrieval_set("xquad_ru"),
    retrieval_set("kazqad_val_kk", slow=True),
    retrieval_set("nerel_titles_ru", slow=True),
    retrieval_set("xquadr_ru_sent", slow=True),
)


def chosen(suites: Sequence[Suite], names: Sequence[str]) -> list[Suite]:
    """Those of these names, all where none is given. Raises ValueError on a name that is no suite's."""
    if unknown := set(names) - {suite.name for suite in suites}:
        every = ", ".join(suite.name for suite in suites)
        raise ValueError(f"no such suite: {', '.join(sorted(unknown))}; there are {every}")
    return [suite for suite in suites if suite.name in names or not names]


def told(suites: Iterable[Suite]) -> Iterator[Suite]:
    """Those that can be measured here, each announced; of the others why not."""
    for suite in suites:
        if suite.present:
            print(f"measuring {suite.name} …", file=sys.stderr)
            yield suite
        else:
            print(f"not measured: {suite.name} ({', '.join(suite.absent)} absent)", file=sys.stderr)
