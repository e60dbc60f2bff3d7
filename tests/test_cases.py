"""Who says what, case by case: tests/cases/*.txt, each line a pattern that is true of the language.

A case that is not met yet stands in tests/cases/known_failures.txt by its key; once it is met, it must leave that list.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.attribution import attribute
from tests.case_comparison import differences
from tests.case_notation import FiledCase, Said, read_cases, render, said

FOLDER = Path(__file__).parent / "cases"
KNOWN_FAILURES = FOLDER / "known_failures.txt"
CASES = [case for path in sorted(FOLDER.glob("??_*.txt")) for case in read_cases(path)]


def known_failures() -> list[str]:
    """The keys on the list, without what is written behind them."""
    lines = KNOWN_FAILURES.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line.strip() and not line.startswith("#")]


def parameters() -> list[object]:
    listed = set(known_failures())
    not_yet = pytest.mark.xfail(strict=True, raises=AssertionError, reason="known; once met, take it off the list")
    return [pytest.param(case, id=case.id, marks=[not_yet] if case.key in listed else []) for case in CASES]


@pytest.mark.parametrize("filed", parameters())
def test_case(filed: FiledCase) -> None:
    found = found_in(filed)
    assert not (troubles := differences(filed.case, found)), picture(filed, found, troubles)


def found_in(filed: FiledCase) -> list[Said]:
    article = Article(id=filed.id, text=filed.case.text, language=filed.language)
    return [said(quotation) for quotation in attribute(article).quotations]


def picture(filed: FiledCase, found: list[Said], troubles: list[str]) -> str:
    """What a linguist needs to see whether the rules or the case are wrong."""
    text = filed.case.text
    lines = [
        f"{filed.id}  ({filed.pattern})",
        f"wanted  {render(text, filed.case.quotes)}",
        f"found   {render(text, found)}",
        *(f"  - {trouble}" for trouble in troubles),
        f"key     {filed.key}",
    ]
    return "\n".join(lines)


def test_every_known_failure_is_a_case() -> None:
    assert set(known_failures()) <= {case.key for case in CASES}


def test_no_case_stands_twice() -> None:
    assert [key for key, times in Counter(case.key for case in CASES).items() if times > 1] == []


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 230
