"""Kept forms: the lemmas of every word form met so far, and how often the corpus has it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from corpus.store.base import Base
from retrieval.kept.cutting import cutting_version
from retrieval.terms import lemmas

_MOST = 1 << 17  # forms whose lemmas are in memory
_AT_ONCE = 500  # forms asked for in one statement


class KeptLemmas:
    """Looking a word up in the dictionary costs ten times what finding it here does. Threads may share it; asking about
    new forms leaves no trace."""

    def __init__(self, base: Base, before: KeptLemmas | None = None) -> None:
        self._base = base
        # The rules of one process are the same throughout.
        self._seen: dict[str, tuple[str, ...]] = before._seen if before else {}

    def __contains__(self, form: str) -> bool:
        return self._kept(form) is not None

    def lemma(self, form: str) -> str:
        return self._of(form)[0]

    def other_lemma(self, form: str) -> str | None:
        return next(iter(self._of(form)[1:]), None)

    def _of(self, form: str) -> tuple[str, ...]:
        found = self._seen.get(form)
        if found is None:
            found = self._kept(form) or lemmas(form)
            if len(self._seen) >= _MOST:
                self._seen.clear()
            self._seen[form] = found
        return found

    def _kept(self, form: str) -> tuple[str, ...] | None:
        row = self._base.one("SELECT lemma FROM form WHERE form = ? AND version = ?", (form, cutting_version()))
        return tuple(str(row[0]).split()) if row else None


class KeptCounts:
    """How often the articles of the corpus have each form. Threads may share it."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def count(self, form: str) -> int:
        return int(self._base.value("SELECT count FROM form WHERE form = ?", (form,)) or 0)

    def counts(self, forms: Iterable[str]) -> dict[str, int]:
        rest = iter(forms)
        found: dict[str, int] = {}
        while some := list(islice(rest, _AT_ONCE)):
            marks = ", ".join("?" * len(some))
            found.update(self._base.rows(f"SELECT form, count FROM form WHERE count > 0 AND form IN ({marks})", some))
        return found

    def of_key(self, key: str) -> str | None:
        row = self._base.one(
            "SELECT form FROM form WHERE key = ? AND count > 0 ORDER BY count DESC, form DESC LIMIT 1", (key,)
        )
        return str(row[0]) if row else None

    def of_edges(self, head: str, tail: str) -> list[str]:
        rows = self._base.rows("SELECT form FROM form WHERE count > 0 AND head = ?", (head,))
        rows += self._base.rows("SELECT form FROM form WHERE count > 0 AND tail = ?", (tail,))
        return [form for (form,) in rows]
