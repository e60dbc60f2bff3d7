"""WordForms: the lemma of every word form met so far, kept in one file between runs.

Looking words up in the dictionary is nearly all the work of a first build; the file saves it. It is derived data:
it may be deleted at any time, a damaged one is set aside and made anew.
"""

from __future__ import annotations

import hashlib
import inspect
import logging
import os
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from retrieval import folding, kazakh, russian, terms
from retrieval.languages import kk, ru

FILE_NAME = "word_forms.tsv"
_FORMAT = "word-forms 1"
_log = logging.getLogger(__name__)


class DamagedFileError(Exception):
    """A word-form file whose content does not match its own first line."""


class WordForms:
    """Lemmas by form. Forms are added by ``learn`` alone: asking about new ones leaves no trace."""

    def __init__(self, lemmas: dict[str, str] | None = None) -> None:
        self._lemmas = dict(lemmas or {})

    def __len__(self) -> int:
        return len(self._lemmas)

    def __contains__(self, form: str) -> bool:
        return form in self._lemmas

    def lemma(self, form: str) -> str:
        return self._lemmas.get(form) or terms.lemma(form)

    def learn(self, forms: Iterable[str]) -> None:
        """Keep the lemmas of ``forms``."""
        for form in forms:
            if form not in self._lemmas:
                self._lemmas[form] = terms.lemma(form)

    @classmethod
    def read(cls, folder: Path) -> WordForms:
        """What ``folder`` has kept; empty where there is no file, another version's, or a damaged one."""
        path = folder / FILE_NAME
        try:
            return cls(_parsed(path.read_bytes()))
        except FileNotFoundError:
            return cls()
        except OSError as error:
            _log.warning("%s cannot be read (%s): word forms are looked up anew", path, error)
        except (DamagedFileError, UnicodeDecodeError, ValueError) as error:
            _set_aside(path, error)
        return cls()

    def write(self, folder: Path) -> None:
        """Keep all in ``folder`` for the next run; a folder that cannot be written to costs time, not answers."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write_at_once(folder / FILE_NAME, _printed(self._lemmas))
        except OSError as error:
            _log.warning("word forms are not kept in %s: %s", folder, error)


def version() -> str:
    """What the lemmas depend on: the dictionary's revision and the text of our own rules and tables."""
    digest = hashlib.blake2b(digest_size=8)
    for module in (terms, russian, kazakh, folding, ru, kk):
        digest.update(inspect.getsource(module).encode())
    return f"{russian.dictionary_version()} {digest.hexdigest()}"


def _printed(lemmas: dict[str, str]) -> bytes:
    body = "".join(f"{form}\t{lemma}\n" for form, lemma in sorted(lemmas.items())).encode()
    return f"{_FORMAT}\t{version()}\t{zlib.crc32(body)}\n".encode() + body


def _parsed(data: bytes) -> dict[str, str]:
    """The lemmas of a file; none where it was made by other rules. Raises DamagedFileError."""
    head, _, body = data.partition(b"\n")
    match head.decode().split("\t"):
        case [file_format, written_by, checksum] if file_format == _FORMAT:
            if int(checksum) != zlib.crc32(body):
                raise DamagedFileError("its checksum does not fit")
            same = written_by == version()
            return dict(_pair(line) for line in body.decode().splitlines()) if same else {}
    raise DamagedFileError("its first line is not a word-form file's")


def _pair(line: str) -> tuple[str, str]:
    form, lemma = line.split("\t")
    return form, lemma


def _set_aside(path: Path, error: Exception) -> None:
    aside = path.with_name(path.name + ".damaged")
    _log.warning("%s is damaged (%s): set aside as %s and made anew", path, error, aside.name)
    try:
        path.replace(aside)
    except OSError as problem:
        _log.warning("%s cannot be set aside: %s", path, problem)


def _write_at_once(path: Path, data: bytes) -> None:
    """Write beside ``path`` and rename, so that a reader finds the old file or the new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
