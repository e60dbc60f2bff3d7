"""Floors: no figure may fall below what it once was, on the data that it was measured on.

    python -m benchmarks.floors [SUITE…]                            checks all that can be measured here
    python -m benchmarks.floors [SUITE…] --raise                    writes figures that are higher than their floors
    python -m benchmarks.floors --lower NAME VALUE --because WHY    lowers one floor, the only way to; 0 takes it away

Exit code: 0 all hold, 1 something is below its floor, has none or was measured on other data, 2 bad input. Where data
was changed on purpose, ``--raise`` takes the new fingerprint as soon as no figure is below its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from pathlib import Path

from benchmarks.data import fingerprint
from benchmarks.floor_file import PATH, Floors, SuiteFloors, lowered, read_floors, write_floors
from benchmarks.suites.listing import SUITES, chosen, told
from benchmarks.suites.suite import Suite
from benchmarks.tables import table

STEPS = 1000  # a floor has three decimals
HEAD = ("figure", "measured", "floor", "state")
OK = "ok"
CHANGED = "the data is not what the floors were measured on; --raise if that is meant"
TOLERANCE = 1e-9  # of binary fractions: .29 times a thousand is a little below 290


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure, or one file or folder of data, against its floor; ``state`` is OK or what is wrong."""

    name: str
    figure: float | None
    floor: float | None
    state: str

    @property
    def ok(self) -> bool:
        return self.state == OK


def findings(name: str, floors: SuiteFloors, data: Mapping[str, str], figures: Mapping[str, float]) -> list[Finding]:
    """Of the suite ``name``, whose data has the fingerprints ``data`` and which measured ``figures``."""
    return [*data_findings(name, floors.data, data), *figure_findings(name, floors.figures, figures)]


def data_findings(name: str, kept: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Finding]:
    for data in sorted({*kept, *found}):
        yield Finding(f"{name}: {data}", None, None, OK if kept.get(data) == found.get(data) else CHANGED)


def figure_findings(name: str, floors: Mapping[str, float], figures: Mapping[str, float]) -> Iterator[Finding]:
    for figure in [*figures, *(figure for figure in floors if figure not in figures)]:
        measured, kept = figures.get(figure), floors.get(figure)
        yield Finding(f"{name}.{figure}", measured, kept, figure_state(measured, kept))


def figure_state(measured: float | None, kept: float | None) -> str:
    if kept is None:
        return "has no floor; --raise sets it"
    if measured is None:
        return "was not measured; --lower NAME 0 takes the floor away"
    return OK if measured >= kept - TOLERANCE else "below its floor"


def raised(floors: SuiteFloors, data: Mapping[str, str], figures: Mapping[str, float]) -> SuiteFloors:
    """Every floor at the figure where that is higher; new fingerprints only where no figure is below its floor."""
    higher = {name: max(rounded_down(figures[name]), floors.figures.get(name, 0.0)) for name in figures}
    fell = any(not finding.ok for finding in figure_findings("", {**figures, **floors.figures}, figures))
    return replace(floors, data=floors.data if fell else data, figures={**floors.figures, **higher})


def rounded_down(figure: float) -> float:
    return floor(figure * STEPS + TOLERANCE) / STEPS


def fingerprints(suite: Suite) -> dict[str, str]:
    return {data.name: fingerprint(data) for data in suite.data}


def check(suites: Sequence[Suite], floors: Floors, raising: bool) -> tuple[Floors, list[Finding]]:
    """The floors, raised where that was asked for, and what was found against them."""
    found: list[Finding] = []
    for suite in told(suites):
        kept, data, report = floors.get(suite.name, SuiteFloors()), fingerprints(suite), suite.measure()
        figures = report.figures
        if raising:
            kept = replace(raised(kept, data, figures), of=report.of)
            floors = {**floors, suite.name: kept}
        found += findings(suite.name, kept, data, figures)
    return floors, found


def main(arguments: Sequence[str] | None = None) -> int:
    given = command_line().parse_args(arguments)
    try:
        floors = read_floors(given.file)
        if given.lower:
            write_floors(lowered(floors, given.lower[0], float(given.lower[1]), given.because), given.file)
            return 0
        suites = chosen([suite for suite in SUITES if suite.floored], given.suites)
    except ValueError as error:
        print(f"benchmarks.floors: {error}", file=sys.stderr)
        return 2
    floors, found = check(suites, floors, given.higher)
    if given.higher:
        write_floors(floors, given.file)
    print(table(HEAD, [[each.name, each.figure, each.floor, each.state] for each in found]))
    return 0 if all(finding.ok for finding in found) else 1


def command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.floors", description="Quality only rises.")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help="all unless told")
    parser.add_argument("--file", type=Path, default=PATH, help="another file of floors")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--raise", action="store_true", dest="higher", help="write figures higher than their floors")
    what.add_argument("--lower", nargs=2, metavar=("NAME", "VALUE"), help="lower the floor NAME, «suite.figure»")
    parser.add_argument("--because", default="", metavar="WHY", help="why it has to be lowered; is kept in the file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
