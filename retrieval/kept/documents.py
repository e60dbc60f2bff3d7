"""Documents: what the index is made of: the numbers of the forms of every passage, and the forms by their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.store.snapshot import Snapshot
from retrieval.kept.arrays import Numbers, Places, starts_of, unpacked

_AT_ONCE = 500  # rows asked for in one statement


@dataclass(frozen=True, slots=True)
class PassageForms:
    """Of one article, by its content's number: the form numbers of its passages, and how many each has."""

    content: int
    own_lengths: Numbers
    about_lengths: Numbers
    own: Numbers
    about: Numbers

    def __len__(self) -> int:
        return len(self.own_lengths)

    def rows(self) -> Iterator[tuple[Numbers, Numbers]]:
        """Passage by passage: its own, and what it is about."""
        own, about = starts_of(self.own_lengths), starts_of(self.about_lengths)
        for row in range(len(self)):
            yield self.own[own[row] : own[row + 1]], self.about[about[row] : about[row + 1]]


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """From one list of document numbers to another: the places of those that stay, in the old order and in the new
    one, of those that are gone, in the old, and of those that are new, in the new."""

    kept_before: Places
    kept_now: Places
    removed: Places
    added: Places


def passage_forms(snapshot: Snapshot, places: Sequence[int] | Places | None = None) -> Iterator[PassageForms]:
    """Of the articles at ``places`` of the snapshot, unless told of all, in this order."""
    wanted = snapshot.contents if places is None else snapshot.contents[np.asarray(places, np.int64)]
    for some in _in_lots(wanted.tolist()):
        marks = ", ".join("?" * len(some))
        rows = snapshot.base.rows(f"SELECT content, lengths, own, about FROM found_by WHERE content IN ({marks})", some)
        found = {row[0]: _passage_forms(*row) for row in rows}
        yield from (found[content] for content in some)


def forms(snapshot: Snapshot, after: int = 0) -> list[tuple[int, str]]:
    """Every form with its number, above ``after``, in the order of the numbers: they run from 1 without a gap, and none
    is ever given to another form."""
    rows: list[tuple[int, str]] = snapshot.base.rows(
        "SELECT number, form FROM form WHERE number > ? ORDER BY number", (after,)
    )
    return rows


def forms_by_number(snapshot: Snapshot, numbers: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for some in _in_lots(numbers):
        marks = ", ".join("?" * len(some))
        found.update(snapshot.base.rows(f"SELECT number, form FROM form WHERE number IN ({marks})", some))
    return found


def difference(before: Places, now: Places) -> Difference:
    """Both must be of one store: there a number is the same document for ever, and two keep their order."""
    _, kept_before, kept_now = np.intersect1d(before, now, assume_unique=True, return_indices=True)
    return Difference(
        np.sort(kept_before),
        np.sort(kept_now),
        np.setdiff1d(np.arange(len(before)), kept_before, assume_unique=True),
        np.setdiff1d(np.arange(len(now)), kept_now, assume_unique=True),
    )


def _passage_forms(content: int, lengths: bytes, own: bytes, about: bytes) -> PassageForms:
    of_own, of_about = unpacked(lengths).reshape(2, -1)
    return PassageForms(content, of_own, of_about, unpacked(own), unpacked(about))


def _in_lots(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[at : at + _AT_ONCE] for at in range(0, len(numbers), _AT_ONCE))
