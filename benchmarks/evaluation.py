"""Evaluation: all that is measured, with its tables and mistakes.

    python -m benchmarks.evaluation [--errors N] [SUITE…]

What data is absent for is left out, and said so on standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.suites.listing import SUITES
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


def told(suites: Sequence[Suite]) -> Iterator[Suite]:
    """The suites that can be measured, each announced; of the others why not."""
    for suite in suites:
        if suite.present:
            print(f"measuring {suite.name} …", file=sys.stderr)
            yield suite
        else:
            absent = [data.name for data in suite.data if not data.path.exists()]
            print(f"not measured: {suite.name} ({', '.join(absent)} absent)", file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluation", description="Measure what is promised.")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=", ".join(suite.name for suite in SUITES))
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N mistakes of each sort")
    given = parser.parse_args(arguments)
    if unknown := set(given.suites) - {suite.name for suite in SUITES}:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}")
    for suite in told([suite for suite in SUITES if suite.name in given.suites or not given.suites]):
        print("\n\n".join(page(suite, suite.measure(), given.errors)), end="\n\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
