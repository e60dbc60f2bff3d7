"""Written: a person's name as an article spells it, read for comparison with others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.morphology import is_patronymic
from corpus.names.mention import is_initial
from corpus.people.skeleton import skeleton


@dataclass(frozen=True)
class Written:
    """Skeletons: ``given`` of the first name or its initial, null where there is none; ``family`` of a surname, of each
    half of a double one, and of a maiden name in brackets; ``father`` of a patronymic."""

    given: str | None
    family: frozenset[str]
    father: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether a whole first name stands with the surname."""
        return self.given is not None and len(self.given) > 1

    @cached_property
    def pairs(self) -> frozenset[frozenset[str]]:
        """A full name's first name with each surname, in any order: names that may be one person's share one."""
        return frozenset(frozenset((self.given or "", family)) for family in self.family)


@lru_cache(maxsize=100_000)
def written(name: str) -> Written:
    """``name`` read: «Анна Рощина-Ким», «А. Рощина», «Рощина», «Анна Петровна Рощина», «Анна Рощина (Ким)»."""
    before, _, bracket = name.partition("(")
    words = re.findall(r"[^\W\d_](?:[^\W\d_]|[-’'\u00ad])*\.?", before)
    initials = [word for word in words if is_initial(word)]
    whole = [word for word in words if not is_initial(word)]
    fathers = whole[1:] if len(whole) > 2 else []
    father = next((word for word in fathers if is_patronymic(word)), None)
    rest = [word for word in whole if word is not father]
    given = rest[0] if len(rest) > 1 else (initials[0] if initials else None)
    family = "-".join([*rest[-1:], *re.findall(r"[^\W\d_]+", bracket)])
    return Written(
        skeleton(given) if given else None,
        frozenset(skeleton(part) for part in family.split("-") if part),
        skeleton(father) if father else None,
    )
