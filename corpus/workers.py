"""Workers: processes that do one kind of work on many tasks, beside the one that asks.

A worker is this module run as a program. It takes tasks on its standard input and ends with it, so that none is left
behind where the asking process is killed; it runs at low priority and on one core.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, Generic, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")
R = TypeVar("R")

FEW = 30  # tasks that are done before the workers' models would be loaded
_AHEAD = 2  # tasks on their way to each worker
_NICENESS = 10  # questions come first
_PATIENCE = 5.0  # seconds for a process to end
_ONE_CORE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class WorkerDiedError(Exception):
    """A process that ended while it worked: killed, or out of memory."""


@dataclass(frozen=True, slots=True)
class Done(Generic[T, R]):
    """A task with its result, or with what was raised."""

    task: T
    result: R | None = None
    error: Exception | None = None


def worked(
    work: Callable[[T], R], tasks: Iterable[T], processes: int | None = None
) -> Generator[Done[T, R], None, None]:
    """``work`` done on each of ``tasks``, in the order in which it gets done.

    Few tasks are done here; more are done by ``processes`` (unless told, one a core), and ``work``, the tasks and the
    results must then be picklable. Tasks are taken as they are needed. Closing the iterator ends the workers.
    """
    rest = iter(tasks)
    first = list(islice(rest, FEW))
    count = cores() if processes is None else processes
    if len(first) < FEW or count < 1:
        return (_here(work, task) for task in chain(first, rest))
    return _beside(work, chain(first, rest), count)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _here(work: Callable[[T], R], task: T) -> Done[T, R]:
    try:
        return Done(task, work(task))
    except Exception as error:
        return Done(task, error=error)


def _beside(work: Callable[[T], R], tasks: Iterator[T], count: int) -> Generator[Done[T, R], None, None]:
    todo: SimpleQueue[T | None] = SimpleQueue()
    done: SimpleQueue[Done[T, R]] = SimpleQueue()
    workers = [_Worker(work, todo, done) for _ in range(count)]
    for worker in workers:
        worker.start()
    try:
        under_way = 0
        for task in islice(tasks, _AHEAD * count):
            todo.put(task)
            under_way += 1
        while under_way:
            yield done.get()
            under_way -= 1
            for task in islice(tasks, 1):
                todo.put(task)
                under_way += 1
    finally:
        for worker in workers:
            todo.put(None)
            worker.end()
        for worker in workers:
            worker.join(_PATIENCE)


class _Worker(Thread, Generic[T, R]):
    """The asking end of one process, which is begun anew where it died. It keeps this process from ending never."""

    def __init__(self, work: Callable[[T], R], todo: SimpleQueue[T | None], done: SimpleQueue[Done[T, R]]) -> None:
        super().__init__(name="asking a worker", daemon=True)
        self._work, self._todo, self._done = work, todo, done
        self._ended = False
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        while (task := self._todo.get()) is not None:
            self._done.put(self._tried(task))
        self._drop()

    def end(self) -> None:
        """What is under way is given up."""
        self._ended = True
        if process := self._process:
            process.kill()

    def _tried(self, task: T) -> Done[T, R]:
        """Twice: what kills a process may have been none of the task's doing."""
        for _ in range(2):
            if self._ended:
                break
            try:
                return Done(task, *self._asked(task))
            except Exception as error:  # whatever it is, whoever waits for the task is told
                self._drop()
                if not self._ended:
                    log.warning("a worker died and is replaced (%s)", error or "no answer")
        return Done(task, error=WorkerDiedError("the process that worked on it died"))

    def _asked(self, task: T) -> tuple[R | None, Exception | None]:
        self._process = process = self._process or _begun(self._work)
        assert process.stdin and process.stdout
        pickle.dump(task, process.stdin)
        process.stdin.flush()
        result, error = pickle.load(process.stdout)
        return result, error

    def _drop(self) -> None:
        process, self._process = self._process, None
        if process and process.stdin and process.stdout:
            process.kill()
            process.wait()
            process.stdout.close()
            with suppress(OSError):  # what was not taken any more
                process.stdin.close()


def _begun(work: Callable[[Any], Any]) -> subprocess.Popen[bytes]:
    home = Path(__file__).resolve().parents[1]  # where the rooms of the house are found
    process = subprocess.Popen(
        [sys.executable, "-m", "corpus.workers"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=home,
        env={**os.environ, **_ONE_CORE},
    )
    assert process.stdin
    pickle.dump(work, process.stdin)
    process.stdin.flush()
    return process


def _serve(tasks: BinaryIO, results: BinaryIO) -> None:
    work = pickle.load(tasks)
    while True:
        found = _here(work, pickle.load(tasks))
        results.write(_pickled(found))
        results.flush()


def _pickled(found: Done[Any, Any]) -> bytes:
    try:
        pickled = pickle.dumps((found.result, found.error))
        if found.error is not None:
            pickle.loads(pickled)  # not every exception is made again from what it holds
        return pickled
    except Exception:  # an exception may hold anything
        return pickle.dumps((None, RuntimeError(f"{type(found.error).__name__}: {found.error}")))


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the asking process ends us
    os.nice(_NICENESS)
    results = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what anybody prints is no result
    with suppress(EOFError, BrokenPipeError):
        _serve(sys.stdin.buffer, results)


if __name__ == "__main__":
    main()
