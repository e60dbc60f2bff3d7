"""Array folder: arrays and a few facts in a directory, the arrays mapped when it is opened.

    manifest.json     format, facts, and of every array its type, length and CRC-32; a CRC-32 of all this
    NAME.npy          one array each, in NumPy's format without pickle

A directory is written under another name, brought to the disk and renamed: it is there whole or not at all.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FORMAT = 1
MANIFEST = "manifest.json"
AT_ONCE = 1 << 22  # bytes checked at a time

Arrays = Mapping[str, NDArray[Any]]
Facts = Mapping[str, Any]  # whatever JSON holds


class FolderError(Exception):
    """A directory does not hold what this version can read; the message says which, and why."""


def save_arrays(folder: Path, arrays: Arrays, facts: Facts) -> None:
    """Write ``folder``, which must not be there yet (FileExistsError); raises OSError where the disk does not take it,
    and then leaves nothing behind."""
    if folder.exists():
        raise FileExistsError(f"{folder} is there already: arrays are written to a new directory")
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.draft")
    shutil.rmtree(draft, ignore_errors=True)  # a killed process of this number may have left one
    draft.mkdir(parents=True)
    try:
        _write(arrays, facts, draft)
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    _sync(folder.parent)


def open_arrays(folder: Path, check: bool = True) -> tuple[Arrays, Facts]:
    """The arrays in ``folder``, mapped, and the facts.

    Raises FolderError where the directory is foreign, damaged or of another format. ``check=False`` looks at the
    manifest and the arrays' types and lengths alone, and does not read the arrays through.
    """
    manifest = _manifest(folder)
    arrays = {name: _opened(folder, name, told, check) for name, told in manifest["arrays"].items()}
    return arrays, manifest["facts"]


def _write(arrays: Arrays, facts: Facts, draft: Path) -> None:
    for name, array in arrays.items():
        with (draft / f"{name}.npy").open("wb") as file:
            np.save(file, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
    told = {name: {**_shape(array), "crc32": _checksum(array)} for name, array in arrays.items()}
    body = {"format": FORMAT, "facts": dict(facts), "arrays": told}
    with (draft / MANIFEST).open("w", encoding="utf-8") as file:
        json.dump({**body, "crc32": _signed(body)}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    _sync(draft)


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        body: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        sign = body.pop("crc32")
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise FolderError(f"{path} is no manifest of arrays: {error!r}") from error
    if sign != _signed(body):
        raise FolderError(f"{path} is damaged")
    if body["format"] != FORMAT:
        raise FolderError(f"{path} is of format {body['format']}, this version reads {FORMAT}")
    return body


def _opened(folder: Path, name: str, told: dict[str, Any], check: bool) -> NDArray[Any]:
    path = folder / f"{name}.npy"
    try:
        array = _mapped(path, told["length"])
    except (OSError, ValueError, EOFError) as error:
        raise FolderError(f"{path} is missing or damaged: {error}") from error
    if _shape(array) != {"type": told["type"], "length": told["length"]}:
        raise FolderError(f"{path} is not the array that the manifest tells of")
    if check and _checksum(array) != told["crc32"]:
        raise FolderError(f"{path} is damaged: its checksum is not the manifest's")
    return array


def _mapped(path: Path, length: int) -> NDArray[Any]:
    """A plain array over the mapped file: slices of a ``memmap`` cost ten times as much. An empty one is not mapped."""
    return np.asarray(np.load(path, mmap_mode="r" if length else None, allow_pickle=False))


def _shape(array: NDArray[Any]) -> dict[str, str | int]:
    return {"type": array.dtype.str, "length": array.size}


def _checksum(array: NDArray[Any]) -> int:
    whole, checksum = np.ascontiguousarray(array).view(np.uint8), 0
    for start in range(0, len(whole), AT_ONCE):
        checksum = crc32(whole[start : start + AT_ONCE].data, checksum)
    return checksum


def _signed(body: Mapping[str, Any]) -> int:
    return crc32(json.dumps(body, sort_keys=True).encode())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
