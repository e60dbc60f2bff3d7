"""Table: rows of names and figures, aligned for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

Cell = str | int | float | None
NOTHING = "–"


def table(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """The first column to the left, the others to the right; shares with three decimals."""
    written = [list(head), *([shown(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*written, strict=True)]
    return "\n".join(_line(row, widths) for row in written)


def shown(cell: Cell) -> str:
    if cell is None:
        return NOTHING
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def _line(row: list[str], widths: list[int]) -> str:
    first, *rest = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join([first.strip().ljust(widths[0]), *rest])
