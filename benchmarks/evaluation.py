"""Evaluation: all that is measured, with its tables and mistakes.

    python -m benchmarks.evaluation [--errors N] [SUITE…]

What data is absent for is left out, and said so on standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.suites.listing import SUITES, chosen, told
from benchmarks.suites.suite import Report, Suite


def page(suite: Suite, report: Report, errors: int) -> Iterator[str]:
    """The paragraphs about one suite."""
    yield f"== {suite.name}: {', '.join(data.name for data in suite.data)}"
    yield from report.tables
    yield from mistakes(report.mistakes, errors)


def mistakes(sorts: Mapping[str, Sequence[str]], most: int) -> Iterator[str]:
    """The first ``most`` of each sort."""
    if most:
        for sort, found in sorts.items():
            if found:
                yield "\n".join([f"-- {sort}: {len(found)}", *(f"   {mistake}" for mistake in found[:most])])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluation", description="Measure what is promised.")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=", ".join(suite.name for suite in SUITES))
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N mistakes of each sort")
    given = parser.parse_args(arguments)
    try:
        suites = chosen(SUITES, given.suites)
    except ValueError as error:
        parser.error(str(error))
    for suite in told(suites):
        print("\n\n".join(page(suite, suite.measure(), given.errors)), end="\n\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
