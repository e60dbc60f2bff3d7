"""Uploading: an article sent by an administrator -> a file of the corpus, once it reads and attributes."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.library import read_library
from retrieval.kept.keeper import PASSAGES

# No folder, nothing hidden: a name that stays where it is put.
NAME = re.compile(r"\w[\w .-]{0,120}\.(?:txt|md)", re.IGNORECASE)
PASSED_OVER = "readme"


class RefusedUploadError(Exception):
    """Why the file is no article; the message may name a line of it."""


def is_name_of_article(name: str) -> bool:
    return NAME.fullmatch(name) is not None and Path(name).stem.lower() != PASSED_OVER


def save_article(name: str, data: bytes, corpus: Path, state: Path) -> None:
    """Puts the file into the corpus, in the place of one of its name; checked before, outside of it.

    Raises RefusedUploadError where it is no article, OSError where it cannot be written; then nothing has changed.
    """
    with TemporaryDirectory(dir=state, prefix="upload-") as folder:
        _check(Path(folder), name, data)
    unfinished = corpus / f".{name}.unfinished"  # hidden, so that no reload meets half a file
    try:
        unfinished.write_bytes(data)
        unfinished.replace(corpus / name)
    finally:
        unfinished.unlink(missing_ok=True)


def _check(folder: Path, name: str, data: bytes) -> None:
    """By the same door as the corpus: what is taken here is taken there."""
    (folder / name).write_bytes(data)
    for refusal in read_library(folder, supplement=PASSAGES).refused:
        raise RefusedUploadError(refusal.reason)
