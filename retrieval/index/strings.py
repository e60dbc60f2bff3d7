"""Strings: a numbered list of different strings that is looked up from a disk without being read first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retrieval.index.ragged import Numbers, Places
from retrieval.postings.arrays import ends_of

UNKNOWN = -1


@dataclass(frozen=True, eq=False)
class Strings:
    """Number ``n`` is written in UTF-8 at ``letters[starts[n]:starts[n + 1]]``; ``digests`` are sorted, and
    ``numbers`` tells whose each is."""

    letters: NDArray[np.uint8]
    starts: Places
    digests: NDArray[np.uint64]
    numbers: Numbers

    @classmethod
    def of(cls, texts: Iterable[str]) -> Strings:
        """``texts``, all different, are numbered from 0."""
        written = [text.encode() for text in texts]
        digests = np.fromiter(map(_digest, written), np.uint64, len(written))
        order = np.argsort(digests, kind="stable").astype(np.int32)
        letters = np.frombuffer(b"".join(written), dtype=np.uint8)
        return cls(letters, ends_of(np.array([len(each) for each in written], dtype=np.int64)), digests[order], order)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> str:
        return bytes(self._written(int(number))).decode()

    def texts(self) -> list[str]:
        """All, in the order of their numbers."""
        written, starts = self.letters.tobytes(), self.starts.tolist()
        return [written[start:stop].decode() for start, stop in pairwise(starts)]

    def number(self, text: str) -> int:
        """UNKNOWN where ``text`` is not among them."""
        return self.numbers_of((text,))[0]

    def numbers_of(self, texts: Sequence[str]) -> list[int]:
        """The number of each of ``texts``, or UNKNOWN."""
        written = [text.encode() for text in texts]
        digests = np.fromiter(map(_digest, written), np.uint64, len(written))
        places = self.digests.searchsorted(digests).tolist()
        return [self._number(*each) for each in zip(written, digests.tolist(), places, strict=True)]

    def extended(self, texts: Sequence[str]) -> Strings:
        """These, and after them ``texts``, none of which is among these."""
        more = Strings.of(texts)
        digests = np.concatenate([self.digests, more.digests])
        order = np.argsort(digests, kind="stable")
        return Strings(
            np.concatenate([self.letters, more.letters]),
            np.concatenate([self.starts, self.starts[-1] + more.starts[1:]]),
            digests[order],
            np.concatenate([self.numbers, more.numbers + np.int32(len(self))])[order],
        )

    def _number(self, written: bytes, digest: int, place: int) -> int:
        """That of the string ``written``, from the first place on whose digest is ``digest``."""
        letters, starts, numbers = self._views
        while place < len(numbers) and self.digests[place] == digest:
            number = numbers[place]
            if letters[starts[number] : starts[number + 1]] == written:
                return number
            place += 1
        return UNKNOWN

    @cached_property
    def _views(self) -> tuple[memoryview, memoryview, memoryview]:
        """Of letters, starts and numbers: an item of a view is sooner read than one of an array."""
        return self.letters.data, self.starts.data, self.numbers.data

    def _written(self, number: int) -> NDArray[np.uint8]:
        return self.letters[self.starts[number] : self.starts[number + 1]]


def _digest(written: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(written, digest_size=8).digest(), "little")
