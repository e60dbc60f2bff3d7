"""Floors: figures below which nothing may fall, fingerprints of what they were measured on, and what was lowered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

PATH = Path(__file__).with_name("floors.json")


class FloorError(ValueError):
    """A floor file that cannot be read, or a floor that cannot be set so; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Lowering:
    """A floor that was lowered, or taken away where ``now`` is zero."""

    figure: str
    was: float
    now: float
    because: str


@dataclass(frozen=True, slots=True)
class SuiteFloors:
    """``data`` are fingerprints by the data's name; ``figures`` are floors by the figure's name, each a share ``of`` so
    many where that is told."""

    data: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)
    lowered: tuple[Lowering, ...] = ()
    of: Mapping[str, int] = field(default_factory=dict)


Floors = Mapping[str, SuiteFloors]


def read_floors(path: Path = PATH) -> Floors:
    """Floors by suite; none where there is no file yet. Raises ``FloorError``."""
    if not path.exists():
        return {}
    try:
        rows: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return {suite: _suite_floors(row) for suite, row in rows.items()}
    except (json.JSONDecodeError, TypeError, KeyError, AttributeError) as error:
        raise FloorError(f"{path} is no file of floors ({error}); restore it from version control") from error


def write_floors(floors: Floors, path: Path = PATH) -> None:
    rows = {suite: asdict(row) for suite, row in floors.items()}
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def lowered(floors: Floors, name: str, value: float, because: str) -> Floors:
    """``floors`` with that of ``name``, «suite.figure», at ``value``, or without it where that is 0, and the reason.

    Raises ``FloorError`` where no reason is given, there is no such floor, or ``value`` is not below it.
    """
    suite, _, figure = name.partition(".")
    if not because.strip():
        raise FloorError(f"{name}: a floor is lowered for a reason only; tell it with --because")
    if suite not in floors or figure not in floors[suite].figures:
        raise FloorError(f"{name}: there is no such floor")
    old = floors[suite]
    if not 0 <= value < old.figures[figure]:
        raise FloorError(f"{name}: {value} is not below the floor, {old.figures[figure]}; use --raise to raise it")
    figures = (
        {**old.figures, figure: value} if value else {key: old.figures[key] for key in old.figures if key != figure}
    )
    record = Lowering(figure, old.figures[figure], value, because.strip())
    return {**floors, suite: replace(old, figures=figures, lowered=(*old.lowered, record))}


def _suite_floors(row: Mapping[str, Any]) -> SuiteFloors:
    lowered = tuple(Lowering(**record) for record in row["lowered"])
    return SuiteFloors(row["data"], row["figures"], lowered, row.get("of", {}))
