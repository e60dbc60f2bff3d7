"""Cases report: how many of the one-line cases of tests/cases are met."""

from __future__ import annotations

from collections import defaultdict

from benchmarks.data import Data
from benchmarks.scoring.ratios import mean
from benchmarks.suites.suite import Report, known
from benchmarks.tables import table
from corpus.article import Article
from corpus.attribution import attribute
from tests.case_comparison import differences
from tests.case_notation import FiledCase, read_cases, said


def cases_report(folder: Data) -> Report:
    troubles = {case: case_troubles(case) for path in sorted(folder.path.glob("??_*.txt")) for case in read_cases(path)}
    files = defaultdict[str, list[bool]](list)
    for case, found in troubles.items():
        files[case.file].append(not found)
    met = {file: mean(passed) for file, passed in files.items()}
    return Report(
        figures=known({f"{file}.met": share for file, share in met.items()}),
        tables=(table(("cases", "cases", "met", "share"), [[f, len(p), sum(p), met[f]] for f, p in files.items()]),),
        mistakes={"not met": [f"{case.id} {'; '.join(found)}" for case, found in troubles.items() if found]},
    )


def case_troubles(filed: FiledCase) -> list[str]:
    article = Article(id=filed.id, text=filed.case.text, language=filed.language)
    return differences(filed.case, [said(quotation) for quotation in attribute(article).quotations])
