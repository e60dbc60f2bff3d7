"""Store: postings as a folder of arrays, mapped when they are opened."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from retrieval.postings.folder import Arrays, FolderError, open_arrays, save_arrays
from retrieval.postings.postings import Postings
from retrieval.postings.statistics import Constants
from retrieval.postings.vocabulary import Vocabulary

OF_VOCABULARY = "checksums", "ends", "spellings"
OF_POSTINGS = "starts", "documents", "counts", "parts", "lengths", "bounds"


def save_postings(postings: Postings, folder: Path) -> None:
    """Write ``folder``, which must not be there yet (FileExistsError); OSError where the disk does not take it."""
    save_arrays(folder, _arrays(postings), asdict(postings.constants))


def open_postings(folder: Path, check: bool = True) -> Postings:
    """The postings in ``folder``, mapped.

    Raises FolderError where the directory is foreign, damaged or of another format. ``check=False`` looks at the
    manifest and the arrays' types and lengths alone, and does not read the arrays through.
    """
    arrays, facts = open_arrays(folder, check)
    try:
        vocabulary = Vocabulary(**{name: arrays[name] for name in OF_VOCABULARY})
        return Postings(vocabulary, **{name: arrays[name] for name in OF_POSTINGS}, constants=Constants(**facts))
    except (KeyError, TypeError) as error:
        raise FolderError(f"{folder} holds something else than postings: {error}") from error


def _arrays(postings: Postings) -> Arrays:
    return {
        **{name: getattr(postings.vocabulary, name) for name in OF_VOCABULARY},
        **{name: getattr(postings, name) for name in OF_POSTINGS},
    }
