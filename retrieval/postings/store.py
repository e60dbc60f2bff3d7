"""Store: postings in a directory of plain arrays, mapped when they are opened.

    manifest.json     format, constants, and of every array its type, length and CRC-32; a CRC-32 of all this
    NAME.npy          one array each, in NumPy's format without pickle

A directory is written under another name, brought to the disk and renamed: it is there whole or not at all.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.postings import Postings
from retrieval.postings.statistics import Constants
from retrieval.postings.vocabulary import Vocabulary

FORMAT = 1
MANIFEST = "manifest.json"
AT_ONCE = 1 << 22  # bytes checked at a time

Array = NDArray[Any]
Told = dict[str, Any]  # what the manifest tells


class PostingsError(Exception):
    """A directory does not hold postings that this version can read; the message says which, and why."""


def save_postings(postings: Postings, folder: Path) -> None:
    """Write ``folder``, which must not be there yet (FileExistsError); OSError where the disk does not take it."""
    if folder.exists():
        raise FileExistsError(f"{folder} is there already: postings are written to a new directory")
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.draft")
    if draft.exists():
        _remove(draft)
    draft.mkdir(parents=True)
    try:
        _write(postings, draft)
        draft.rename(folder)
    except BaseException:
        _remove(draft)
        raise
    _sync(folder.parent)


def open_postings(folder: Path, check: bool = True) -> Postings:
    """The postings in ``folder``, mapped.

    Raises PostingsError where the directory is foreign, damaged or of another format. ``check=False`` looks at the
    manifest and the arrays' types and lengths alone, and does not read the arrays through.
    """
    manifest = _manifest(folder)
    arrays = {name: _opened(folder, name, told, check) for name, told in manifest["arrays"].items()}
    try:
        vocabulary = Vocabulary(*(arrays.pop(name) for name in ("checksums", "ends", "spellings")))
        return Postings(vocabulary, **arrays, constants=Constants(**manifest["constants"]))
    except (KeyError, TypeError) as error:
        raise PostingsError(f"{folder / MANIFEST} does not name the arrays of postings: {error}") from error


def _arrays(postings: Postings) -> dict[str, Array]:
    vocabulary = postings.vocabulary
    return {
        "checksums": vocabulary.checksums,
        "ends": vocabulary.ends,
        "spellings": vocabulary.spellings,
        "starts": postings.starts,
        "documents": postings.documents,
        "counts": postings.counts,
        "lengths": postings.lengths,
        "bounds": postings.bounds,
    }


def _write(postings: Postings, draft: Path) -> None:
    arrays = _arrays(postings)
    for name, array in arrays.items():
        with (draft / f"{name}.npy").open("wb") as file:
            np.save(file, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
    told = {name: {**_shape(array), "crc32": _checksum(array)} for name, array in arrays.items()}
    body = {"format": FORMAT, "constants": asdict(postings.constants), "arrays": told}
    with (draft / MANIFEST).open("w", encoding="utf-8") as file:
        json.dump({**body, "crc32": _signed(body)}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    _sync(draft)


def _manifest(folder: Path) -> Told:
    path = folder / MANIFEST
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
        sign = body.pop("crc32")
    except (OSError, ValueError, AttributeError, KeyError) as error:
        raise PostingsError(f"{path} is no manifest of postings: {error!r}") from error
    if sign != _signed(body):
        raise PostingsError(f"{path} is damaged")
    if body["format"] != FORMAT:
        raise PostingsError(f"{path} is of format {body['format']}, this version reads {FORMAT}")
    return dict(body)


def _opened(folder: Path, name: str, told: Told, check: bool) -> Array:
    path = folder / f"{name}.npy"
    try:
        array = _mapped(path, told["length"])
    except (OSError, ValueError) as error:
        raise PostingsError(f"{path} is missing or damaged: {error}") from error
    if _shape(array) != {"type": told["type"], "length": told["length"]}:
        raise PostingsError(f"{path} is not the array that the manifest tells of")
    if check and _checksum(array) != told["crc32"]:
        raise PostingsError(f"{path} is damaged: its checksum is not the manifest's")
    return array


def _mapped(path: Path, length: int) -> Array:
    """A plain array over the mapped file: slices of a ``memmap`` cost ten times as much. None is empty and mapped."""
    return np.asarray(np.load(path, mmap_mode="r" if length else None, allow_pickle=False))


def _shape(array: Array) -> Told:
    return {"type": array.dtype.str, "length": array.size}


def _checksum(array: Array) -> int:
    whole, checksum = array.view(np.uint8).data, 0
    for start in range(0, len(whole), AT_ONCE):
        checksum = crc32(whole[start : start + AT_ONCE], checksum)
    return checksum


def _signed(body: Told) -> int:
    return crc32(json.dumps(body, sort_keys=True).encode())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(draft: Path) -> None:
    for path in draft.iterdir():
        path.unlink()
    draft.rmdir()
