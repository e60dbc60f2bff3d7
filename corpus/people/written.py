"""Written: a person's name as an article spells it, read for comparison with others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from corpus.morphology import is_patronymic
from corpus.names.mention import is_initial
from corpus.people.skeleton import skeleton


class Written(NamedTuple):
    """Skeletons: ``given`` of the first name or its initial, null where there is none; ``family`` of a surname, of each
    half of a double one, and of a maiden name in brackets; ``father`` of a patronymic."""

    given: str | None
    family: frozenset[str]
    father: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether a whole first name stands with the surname."""
        return self.given is not None and len(self.given) > 1

    @property
    def pairs(self) -> Iterator[tuple[str, ...]]:
        """A full name's first name and each surname, by the alphabet: names that may be one person's share a pair,
        whichever word of them comes first."""
        return (tuple(sorted((self.given or "", family))) for family in self.family)

    @property
    def shorts(self) -> Iterator[tuple[str, str]]:
        """Each surname with the initial, which is empty where there is none."""
        return ((self.given[:1] if self.given else "", family) for family in self.family)


WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-’'\u00ad])*\.?")


@lru_cache(maxsize=100_000)
def written(name: str) -> Written:
    """``name`` read: «Анна Рощина-Ким», «А. Рощина», «Рощина», «Анна Петровна Рощина», «Анна Рощина (Ким)»."""
    before, _, bracket = name.partition("(")
    words = WORD.findall(before)
    initials = [word for word in words if is_initial(word)]
    whole = [word for word in words if not is_initial(word)]
    fathers = whole[1:] if len(whole) > 2 else []
    father = next((word for word in fathers if is_patronymic(word)), None)
    rest = [word for word in whole if word is not father]
    given = rest[0] if len(rest) > 1 else (initials[0] if initials else None)
    family = "-".join([*rest[-1:], *WORD.findall(bracket)])
    return Written(
        skeleton(given) if given else None,
        frozenset(skeleton(part) for part in family.split("-") if part),
        skeleton(father) if father else None,
    )
