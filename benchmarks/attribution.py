"""Predictions: who says what in the documents of a gold file, in the gold format.

    python -m benchmarks.attribution GOLD.jsonl [--out PRED.jsonl]

Of each line only "id" and "text" are read. Without ``--out`` the predictions go to standard output.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.scoring.labels import Row
from bot.commands.attribute import attribute_records, attributed_record
from bot.complaint import BadInputError, complain
from bot.jsonl import Record, TextRecord


def predictions(rows: Iterable[Row]) -> Iterator[Record]:
    """One record a row, in the order of ``rows``."""
    for row in rows:
        yield attributed_record(TextRecord(row["id"], row["text"]))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution", description="Predict who says what.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=Path("/dev/stdout"))
    given = parser.parse_args(arguments)
    try:
        return attribute_records(given.gold, given.out)
    except BadInputError as error:
        complain(str(error))
        return 2


if __name__ == "__main__":
    sys.exit(main())
