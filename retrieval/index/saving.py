"""Index folder: an index as arrays on a disk, mapped when it is opened, so that its size costs no time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import numpy as np

from retrieval.index.documents import Documents
from retrieval.index.lexicon import Lexicon
from retrieval.index.ranking import Index
from retrieval.index.rarities import Collected
from retrieval.postings.folder import Arrays, Facts, FolderError, open_arrays, save_arrays

FORMAT = "index 5"
PARTS = {"lexicon": Lexicon, "documents": Documents, "known": Collected}

T = TypeVar("T")


def save_index(index: Index, folder: Path, made_of: str) -> None:
    """Write ``folder``, which must not be there yet; ``made_of`` tells what the index was built from, by what rules.

    Raises OSError where the disk does not take it; then there is no folder.
    """
    told = [pair for name in PARTS for pair in _told(getattr(index, name), name)]
    arrays = {name: value for name, value in told if isinstance(value, np.ndarray)}
    facts = {name: value for name, value in told if not isinstance(value, np.ndarray)}
    save_arrays(folder, arrays, {**facts, "format": FORMAT, "made of": made_of})


def open_index(folder: Path, made_of: str, check: bool = False) -> Index:
    """The index in ``folder``. Raises FolderError where it is damaged, of another format, or made of something else.

    ``check`` reads all arrays through, to see that they are as they were written.
    """
    arrays, facts = open_arrays(folder, check)
    if facts.get("format") != FORMAT or facts.get("made of") != made_of:
        raise FolderError(f"{folder} holds an index of another version or of other articles")
    return Index(**{name: _restored(part, name, arrays, facts) for name, part in PARTS.items()})


def _told(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """All that a value is made of, by the names of the fields that lead there."""
    if is_dataclass(value):
        for field in fields(value):
            yield from _told(getattr(value, field.name), f"{name}.{field.name}")
    else:
        yield name, value


def _restored(kind: type[T], name: str, arrays: Arrays, facts: Facts) -> T:
    hints = get_type_hints(kind)
    parts = {}
    for each in hints:
        path = f"{name}.{each}"
        if is_dataclass(hints[each]):
            parts[each] = _restored(hints[each], path, arrays, facts)
        elif path in arrays:
            parts[each] = arrays[path]
        elif path in facts:
            parts[each] = facts[path]
        else:
            raise FolderError(f"the index lacks {path}")
    return kind(**parts)
