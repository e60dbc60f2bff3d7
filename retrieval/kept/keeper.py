"""Keeper: what was cut from articles, written into the store together with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from corpus.quotation import AttributedArticle
from corpus.store.base import Base, checksum
from retrieval.kept.arrays import packed, unpacked
from retrieval.kept.cutting import Cut, cut, cutting_version
from retrieval.kept.tables import TABLES
from retrieval.keys import key
from retrieval.spelling.counts import edges, has_edges
from retrieval.terms import topical_forms

_TABLES = ("outline", "passages", "found_by")
_NO_NUMBER = 0


class Passages:
    """The supplement of this room."""

    tables = TABLES

    @property
    def version(self) -> str:
        return cutting_version()

    def found_in(self, article: AttributedArticle) -> Cut:
        return cut(article)

    def keeper(self, base: Base) -> PassageKeeper:
        return PassageKeeper(base, cutting_version())


class PassageKeeper:
    """Forms, credits and outlets are numbered from 1 as they are met, and keep their numbers for good."""

    def __init__(self, base: Base, version: str) -> None:
        self._base = base
        self._version = version
        self._forms: dict[str, int] = {}
        self._credits: dict[tuple[str, str], int] = {}
        self._outlets: dict[str, int] = {}

    def keep(self, content: int, found: Cut) -> None:
        number = self._numbers_of(found.lemmas)
        credits = [self._credit(credit, found.lemmas) for credit in found.credits]
        digest = int.from_bytes(found.digest, "big", signed=True)
        outlet = self._outlet(found.outlet)
        arrays = (packed(credits), found.kinds, found.reaches)
        self._base.run(
            "REPLACE INTO outline VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*(content, len(credits), digest, outlet), *(found.day, found.language), *arrays),
        )
        self._base.run("REPLACE INTO passages VALUES (?, ?, ?)", (content, checksum(found.passages), found.passages))
        self._base.run("REPLACE INTO found_by VALUES (?, ?, ?, ?, ?)", (content, *_found_by(found, number)))

    def publish(self, removed: Sequence[int], added: Sequence[int]) -> None:
        """The vocabulary's counts are those of the articles that stand in the corpus."""
        counts: dict[int, int] = {}
        for contents, sign in ((removed, -1), (added, 1)):
            for content in contents:
                for form, count in self._words(content):
                    counts[form] = counts.get(form, 0) + sign * count
        changed = ((count, form) for form, count in counts.items() if count)
        self._base.run_many("UPDATE form SET count = count + ? WHERE number = ?", changed)

    def forget(self, contents: Iterable[int]) -> None:
        gone = [(content,) for content in contents]
        for table in _TABLES:
            self._base.run_many(f"DELETE FROM {table} WHERE content = ?", gone)

    def _words(self, content: int) -> list[list[int]]:
        row = self._base.one("SELECT words FROM found_by WHERE content = ?", (content,))
        pairs: list[list[int]] = unpacked(row[0] if row else b"").reshape(-1, 2).tolist()
        return pairs

    def _numbers_of(self, lemmas: Mapping[str, Sequence[str]]) -> dict[str, int]:
        for form, of_form in lemmas.items():
            if form not in self._forms:
                self._forms[form] = self._number_of(form, " ".join(of_form))
        return self._forms

    def _number_of(self, form: str, lemmas: str) -> int:
        row = self._base.one("SELECT number, version FROM form WHERE form = ?", (form,))
        if row and row[1] == self._version:
            return int(row[0])
        views = (lemmas, self._version, key(form), *(edges(form) if has_edges(form) else (None, None)))
        if row:
            self._base.run(_RENEWED, (*views, row[0]))
            return int(row[0])
        return self._base.run(_MET, (form, *views))

    def _outlet(self, name: str) -> int:
        if name and name not in self._outlets:
            number = self._base.value("SELECT number FROM outlet WHERE name = ?", (name,))
            self._outlets[name] = number or self._base.run("INSERT INTO outlet (name) VALUES (?)", (name,))
        return self._outlets.get(name, _NO_NUMBER)

    def _credit(self, credit: tuple[str, str], lemmas: Mapping[str, Sequence[str]]) -> int:
        if any(credit) and credit not in self._credits:
            self._credits[credit] = self._number_of_credit(credit, lemmas)
        return self._credits.get(credit, _NO_NUMBER)

    def _number_of_credit(self, credit: tuple[str, str], lemmas: Mapping[str, Sequence[str]]) -> int:
        row = self._base.one("SELECT number, version FROM credit WHERE name = ? AND role = ?", credit)
        if row and row[1] == self._version:
            return int(row[0])
        posts = " ".join(dict.fromkeys(lemmas[form][0] for form in topical_forms(credit[1])))
        if row:
            self._base.run("UPDATE credit SET version = ?, posts = ? WHERE number = ?", (self._version, posts, row[0]))
            return int(row[0])
        return self._base.run(_CREDITED, (*credit, self._version, posts))


_MET = "INSERT INTO form (form, lemma, version, key, head, tail) VALUES (?, ?, ?, ?, ?, ?)"
_CREDITED = "INSERT INTO credit (name, role, version, posts) VALUES (?, ?, ?, ?)"
_RENEWED = "UPDATE form SET lemma = ?, version = ?, key = ?, head = ?, tail = ? WHERE number = ?"


def _found_by(found: Cut, number: dict[str, int]) -> tuple[bytes, bytes, bytes, bytes]:
    lengths = [len(forms) for passages in (found.own, found.about) for forms in passages]
    own = [number[form] for passage in found.own for form in passage]
    about = [number[form] for passage in found.about for form in passage]
    words = [each for form, count in found.counts.items() for each in (number[form], count)]
    return packed(lengths), packed(own), packed(about), packed(words)


PASSAGES = Passages()
