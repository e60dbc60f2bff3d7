"""Folder: the files of a corpus folder that may be articles, each with what tells whether it has changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class CorpusError(Exception):
    """A corpus folder that is missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that did not become an article: its path below the corpus folder, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class File:
    """``name`` is the path below the corpus folder as the system has it, ``id`` as it is shown; ``path`` leads to it
    from here. ``modified`` is in nanoseconds, ``size`` in bytes."""

    id: str
    name: bytes
    path: str
    modified: int
    size: int


def check_folder(corpus: Path) -> None:
    """Raises CorpusError where ``corpus`` is no readable folder."""
    if not corpus.is_dir():
        what = "is no folder" if corpus.exists() else "does not exist"
        raise CorpusError(f"{corpus} {what}; set CORPUS_PATH to a folder of .txt and .md articles")
    if not os.access(corpus, os.R_OK | os.X_OK):
        raise CorpusError(f"{corpus} cannot be read; give it read permission or set CORPUS_PATH to another folder")


def files_of(corpus: Path) -> tuple[list[File], list[Refusal]]:
    """The files that may be articles, in the order of their ids, and what cannot even be looked at.

    Raises CorpusError where ``corpus`` is no readable folder.
    """
    check_folder(corpus)
    found: list[File] = []
    refused: list[Refusal] = []
    root = os.path.realpath(corpus)
    for name, entry in _walked(os.fspath(corpus), refused):
        looked_at = _looked_at(name, entry, root)
        if isinstance(looked_at, File):
            found.append(looked_at)
        else:
            refused.append(looked_at)
    return sorted(found, key=lambda file: (file.id, file.name)), refused


def _walked(corpus: str, refused: list[Refusal]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below ``corpus`` with its name below it, but for folders, links to folders, hidden files and the
    corpus' own description. Folders may lie as deep as the system lets them."""
    folders = [(corpus, "")]
    while folders:
        path, name = folders.pop()
        try:
            entries = _entries(path)
        except OSError as error:
            refused.append(_unreadable(name.rstrip("/"), error))
            continue
        for entry in entries:
            try:
                is_folder, leads_to_folder = entry.is_dir(follow_symlinks=False), entry.is_dir()
            except OSError as error:  # a link to itself
                refused.append(_unreadable(name + entry.name, error))
                continue
            if is_folder:
                folders.append((entry.path, f"{name}{entry.name}/"))
            elif not leads_to_folder and not _is_readme(entry.name):
                yield name + entry.name, entry


def _entries(path: str) -> list[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        return [entry for entry in entries if not entry.name.startswith(".")]


def _looked_at(name: str, entry: os.DirEntry[str], root: str) -> File | Refusal:
    try:
        seen = entry.stat()
    except OSError as error:
        return _unreadable(name, error)
    if entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(root):
        return Refusal(_shown(name), "is a link out of the corpus folder")
    if not stat.S_ISREG(seen.st_mode):
        return Refusal(_shown(name), "is no file with a text, but a device or a pipe")
    return File(_shown(name), os.fsencode(name), entry.path, seen.st_mtime_ns, seen.st_size)


def _unreadable(name: str, error: OSError) -> Refusal:
    return Refusal(_shown(name) or ".", f"cannot be read ({error.strerror})")


def _is_readme(name: str) -> bool:
    return name[:6].lower() == "readme" and Path(name).stem.lower() == "readme"


def _shown(name: str) -> str:
    """Bytes of a name that are no UTF-8 are shown as replaced."""
    return os.fsencode(name).decode("utf-8", "replace")
