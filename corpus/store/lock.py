"""Lock: the right to write a store, held by one process at a time and given up with its end, however it ends."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import IO, Self

try:
    import fcntl
except ImportError:  # Windows: the base's own locks remain, which let two processes write by turns
    fcntl = None  # type: ignore[assignment]

NAME = "lock"


class BusyError(Exception):
    """Another process is writing; ``process`` is its number, or what else it left as its name."""

    def __init__(self, process: str) -> None:
        super().__init__(f"process {process or '?'} is reading this corpus")
        self.process = process


class Lock:
    """Raises BusyError where another has it, unless it is to ``wait``, OSError where its file cannot be made."""

    def __init__(self, folder: Path, wait: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file: IO[str] = (folder / NAME).open("a+", encoding="utf-8")
        try:
            self._take(wait)
        except BaseException:
            self._file.close()
            raise

    def _take(self, wait: bool) -> None:
        if fcntl:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError as error:
                self._file.seek(0)
                raise BusyError(self._file.read().strip()) from error
        self._file.seek(0)
        self._file.truncate()
        self._file.write(f"{os.getpid()}\n")
        self._file.flush()

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
