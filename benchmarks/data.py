"""Data: the files and folders that is measured on, each with a fingerprint.

Some of it is no part of the project: the folder ``shared`` beside it, or the one that DOSLOVNO_SHARED names. Where it
is absent, what is measured on it is left out.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("DOSLOVNO_SHARED") or ROOT.parent / "shared")


@dataclass(frozen=True, slots=True)
class Data:
    """A file or folder; ``name`` tells it to a reader, whatever the machine."""

    name: str
    path: Path


def ours(name: str) -> Data:
    """A file or folder of the project, by its path there."""
    return Data(name, ROOT / name)


def shared(name: str) -> Data:
    """A file or folder below ``shared/data``, by its path there."""
    return Data(f"shared/data/{name}", SHARED / "data" / name)


def fingerprint(data: Data) -> str:
    """SHA-256 of a file, or of the names and contents of a folder's files, its README aside."""
    digest = hashlib.sha256()
    for path in _files(data.path):
        digest.update(f"{path.relative_to(data.path).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for file in sorted(path.rglob("*")):
        if file.is_file() and file.name != "README.md":
            yield file
