"""Suite, Report: something that can be measured, the data it is measured on, and what came out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.data import Data

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """``figures`` are shares of 0 to 1, the higher the better, each ``of`` so many where that is told; ``tables`` show
    them and more to a reader.

    ``mistakes`` are one line each under their sort; ``rows`` are the predictions or the run that was scored.
    """

    figures: Mapping[str, float]
    tables: Sequence[str]
    mistakes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rows: Sequence[Row] = ()
    of: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suite:
    """``slow``: takes more than a few seconds; ``floored``: its figures may not fall (see ``benchmarks.floors``)."""

    name: str
    data: tuple[Data, ...]
    measure: Callable[[], Report]
    slow: bool = False
    floored: bool = True

    @property
    def absent(self) -> list[str]:
        """The names of the data that is not on this machine."""
        return [data.name for data in self.data if not data.path.exists()]

    @property
    def present(self) -> bool:
        return not self.absent


def known(figures: Mapping[str, float | None]) -> dict[str, float]:
    """Those that could be measured."""
    return {name: value for name, value in figures.items() if value is not None}
