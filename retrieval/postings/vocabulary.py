"""Vocabulary: the terms of a collection in a fixed order, found without a dict, so that opening one costs nothing.

Terms are ordered by the CRC-32 of their UTF-8 spelling, equal ones by the spelling itself. A look-up goes by a
checksum's highest bits to a few of them and compares what is spelled there; all arrays may be mapped from disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import ends_of, fixed, ranges

UNKNOWN = -1
CHECKSUM = 32  # bits
TERMS = 4

Numbers = NDArray[np.int64]


def spelled(term: str) -> bytes:
    """Half a surrogate pair is a term too, where a text has one."""
    return term.encode("utf-8", "surrogatepass")


class Views(NamedTuple):
    """A vocabulary's arrays, as items and slices of views are sooner read than those of arrays.

    ``heads[n]`` tells where checksums begin whose bits above ``shift`` are n. Few terms have the same, so that a
    look-up waits for memory twice, where a binary search does at each step.
    """

    heads: memoryview
    shift: int
    checksums: memoryview
    ends: memoryview
    spellings: memoryview

    def find(self, wanted: bytes) -> int:
        """The term's number, or UNKNOWN."""
        checksum = crc32(wanted)
        place, stop = self.heads[checksum >> self.shift], self.heads[(checksum >> self.shift) + 1]
        while place < stop and not (self.checksums[place] == checksum and self.spelling(place) == wanted):
            place += 1
        return place if place < stop else UNKNOWN

    def spelling(self, number: int) -> memoryview:
        return self.spellings[self.ends[number] : self.ends[number + 1]]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """``checksums`` ascending; term n is spelled ``spellings[ends[n]:ends[n + 1]]``."""

    checksums: NDArray[np.uint32]
    ends: NDArray[np.uint32]
    spellings: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.checksums)

    def __getitem__(self, number: int) -> str:
        return self.spelling(number).decode("utf-8", "surrogatepass")

    def spelling(self, number: int) -> bytes:
        return self.spellings[self.ends[number] : self.ends[number + 1]].tobytes()

    def find(self, terms: Iterable[str]) -> list[int]:
        """Each term's number, or UNKNOWN."""
        return self.find_spelled([spelled(term) for term in terms])

    def find_spelled(self, spellings: Iterable[bytes]) -> list[int]:
        return [*map(self._views.find, spellings)]

    def place(self, wanted: bytes) -> int:
        """Where a term spelled like that stands or would stand."""
        checksum = crc32(wanted)
        place = int(self.checksums.searchsorted(np.uint32(checksum)))
        while place < len(self) and self.checksums[place] == checksum and self.spelling(place) < wanted:
            place += 1
        return place

    def __post_init__(self) -> None:
        fixed(self.checksums, self.ends, self.spellings)

    @cached_property
    def _views(self) -> Views:
        bits = max(0, len(self).bit_length() - TERMS.bit_length())
        firsts = np.arange(1 << bits, dtype=np.uint64) << np.uint64(CHECKSUM - bits)
        heads = np.append(self.checksums.searchsorted(firsts.astype(np.uint32)), len(self)).astype(np.int32)
        arrays = (self.checksums.data, self.ends.data, self.spellings.data)
        return Views(heads.data, CHECKSUM - bits, *arrays)

    def all_spellings(self) -> list[bytes]:
        ends, whole = self.ends.tolist(), self.spellings.tobytes()
        return [whole[start:stop] for start, stop in pairwise(ends)]


def make_vocabulary(spellings: Sequence[bytes]) -> tuple[Vocabulary, Numbers]:
    """A vocabulary of different terms, and for each of its numbers where the term stood in ``spellings``."""
    checksums = np.array([crc32(each) for each in spellings], dtype=np.uint32)
    order = _in_order(checksums, spellings)
    ordered = [spellings[place] for place in order.tolist()]
    ends = _ends(np.fromiter(map(len, ordered), np.int64, len(ordered)))
    return Vocabulary(checksums[order], ends, np.frombuffer(b"".join(ordered), dtype=np.uint8)), order


def merged_vocabulary(
    old: Vocabulary, stays: NDArray[np.bool_], new: Vocabulary
) -> tuple[Vocabulary, Numbers, Numbers]:
    """The terms of ``old`` that stay with those of ``new``, and the number there of each old and each new term."""
    at = np.array(old.find_spelled(new.all_spellings()), dtype=np.int64)
    stays = stays.copy()
    stays[at[at != UNKNOWN]] = True
    fresh = np.flatnonzero(at == UNKNOWN)
    if stays.all() and not len(fresh):
        return old, np.arange(len(old)), at
    before = np.array([old.place(new.spelling(number)) for number in fresh.tolist()], dtype=np.int64)
    rank: Numbers = np.cumsum(stays) - stays
    ends: Numbers = np.append(rank, stays.sum())
    of_fresh = ends[before] + np.arange(len(fresh))
    of_old = np.where(stays, rank + np.searchsorted(before, np.arange(len(old)), "right"), UNKNOWN)
    of_new = at.copy()
    of_new[at != UNKNOWN] = of_old[at[at != UNKNOWN]]
    of_new[fresh] = of_fresh
    return _laid_out(old, new, of_old, of_new), of_old, of_new


def _laid_out(old: Vocabulary, new: Vocabulary, of_old: Numbers, of_new: Numbers) -> Vocabulary:
    """Each term's spelling is taken from either blob; those that both have are the same."""
    size = 1 + max(of_old.max(initial=UNKNOWN), of_new.max(initial=UNKNOWN))
    checksums, starts, sizes = np.empty(size, np.uint32), np.empty(size, np.int64), np.empty(size, np.int64)
    for numbers, each, offset in ((of_old, old, 0), (of_new, new, len(old.spellings))):
        known = numbers != UNKNOWN
        places = numbers[known]
        checksums[places] = each.checksums[known]
        starts[places] = each.ends[:-1][known].astype(np.int64) + offset
        sizes[places] = np.diff(each.ends)[known]
    blob = np.concatenate((old.spellings, new.spellings))
    return Vocabulary(checksums, _ends(sizes), blob[ranges(starts, sizes)])


def _ends(sizes: Numbers) -> NDArray[np.uint32]:
    ends = ends_of(sizes)
    if ends[-1] > np.iinfo(np.uint32).max:
        raise ValueError(f"the terms are {ends[-1]} bytes together; a vocabulary holds 4 GiB")
    return ends.astype(np.uint32)


def _in_order(checksums: NDArray[np.uint32], spellings: Sequence[bytes]) -> Numbers:
    order = np.argsort(checksums, kind="stable")
    ordered = checksums[order]
    for checksum in np.unique(ordered[1:][ordered[1:] == ordered[:-1]]):
        start, stop = (int(np.searchsorted(ordered, checksum, side)) for side in ("left", "right"))
        order[start:stop] = sorted(order[start:stop].tolist(), key=spellings.__getitem__)
    return order
