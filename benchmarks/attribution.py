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
from bot.jsonl import Record, TextRecord, json_line, read_text_records


def predictions(rows: Iterable[Row]) -> Iterator[Record]:
    """One record a row, in the order of ``rows``."""
    for row in rows:
        yield attributed_record(TextRecord(row["id"], row["text"]))


def print_predictions(gold: Path) -> int:
    """0, or 2 where a line had to be left out."""
    records, bad = read_text_records(gold)
    complain(*map(str, bad))
    for record in records:
        print(json_line(attributed_record(record)))
    return 2 if bad else 0


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution", description="Predict who says what.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args(arguments)
    try:
        return attribute_records(given.gold, given.out) if given.out else print_predictions(given.gold)
    except BadInputError as error:
        complain(str(error))
        return 2


if __name__ == "__main__":
    sys.exit(main())
