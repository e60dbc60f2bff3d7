"""JSON lines: reading records that carry an id and a text, writing records; a bad line is told and the rest goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.complaint import BadInputError

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class TextRecord:
    id: str | int
    text: str


@dataclass(frozen=True, slots=True)
class BadLine:
    place: str  # "file:line"
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}; the line is left out"


def read_text_records(file: Path) -> tuple[list[TextRecord], list[BadLine]]:
    """The records and the lines that hold none, each in order; empty lines are passed over.

    Raises BadInputError where the file cannot be read.
    """
    records: list[TextRecord] = []
    bad: list[BadLine] = []
    for number, line in enumerate(_lines(file), 1):
        try:
            records += [text_record(line)] if line.strip() else []
        except ValueError as error:
            bad.append(BadLine(f"{file}:{number}", str(error)))
    return records, bad


def _lines(file: Path) -> list[bytes]:
    try:
        return file.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise BadInputError(f"{file} cannot be read ({error.strerror})") from error


def text_record(line: bytes) -> TextRecord:
    """Raises ValueError saying what is wrong with the line."""
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError("not UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not JSON ({error})") from error
    if not isinstance(record, dict):
        raise ValueError('an object with "id" and "text" is expected')
    id, text = record.get("id"), record.get("text")
    if not isinstance(id, str | int) or isinstance(id, bool):
        raise ValueError('"id" must be a string or a whole number')
    if not isinstance(text, str):
        raise ValueError('"text" must be a string')
    return TextRecord(id, text)


def json_line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False)


def write_records(file: Path, records: Iterable[Record]) -> None:
    """The whole file or, where anything fails, none of it. Raises BadInputError where it cannot be written."""
    unfinished = file.with_name(f"{file.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            out.writelines(json_line(record) + "\n" for record in records)
        unfinished.replace(file)
    except OSError as error:
        raise BadInputError(f"{file} cannot be written ({error.strerror})") from error
    finally:
        unfinished.unlink(missing_ok=True)
