"""Index of a snapshot's passages: built, or made of the one before with what changed taken out and put in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from corpus.quotation import Kind
from corpus.store.snapshot import Snapshot
from retrieval.index import Document, Index, build_index
from retrieval.index.splicing import spliced
from retrieval.kept.arrays import Numbers, Places
from retrieval.kept.documents import Difference, difference, forms, forms_by_number, passage_forms
from retrieval.kept.outline import KINDS, Outline
from retrieval.terms import Lemmas

_SPEECH = 1.15  # people ask for what was said: of two passages that match alike, the one in somebody's own words
_MOST_SPLICED = 0.5  # of the articles: where more are new, an index built anew costs less
_PRIORS = np.array([1.0 if kind in (Kind.INDIRECT, Kind.NARRATIVE) else _SPEECH for kind in KINDS])

Told = Callable[[int, int], None]  # articles done, articles in all


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """An index with what it was made of: the document numbers, in the ``store``, of the articles with a passage."""

    store: str
    articles: Places
    index: Index


@dataclass(frozen=True, slots=True)
class Indexing:
    """One snapshot on its way to an index."""

    snapshot: Snapshot
    outline: Outline
    lemmas: Lemmas
    told: Told | None = None

    def of(self, before: Indexed | None) -> Indexed:
        """``before`` is of an earlier state: where little has changed since, only that is done."""
        places = np.flatnonzero(np.diff(self.outline.starts))  # of the articles with a passage
        numbers = self.snapshot.numbers[places]
        if before is None or before.store != self.snapshot.store:
            return Indexed(self.snapshot.store, numbers, self._built(places))
        changed = difference(before.articles, numbers)
        if not len(changed.added) and not len(changed.removed):
            return before
        few = len(changed.added) <= _MOST_SPLICED * len(numbers)
        index = self._spliced(before.index, changed, places) if few else self._built(places)
        return Indexed(self.snapshot.store, numbers, index)

    def _built(self, places: Places) -> Index:
        return build_index(self._documents(places, dict(forms(self.snapshot))), self.lemmas)

    def _spliced(self, index: Index, changed: Difference, places: Places) -> Index:
        added = places[changed.added]
        spelled = forms_by_number(self.snapshot, _form_numbers(self.snapshot, added))
        documents = list(self._documents(added, spelled))
        return spliced(index, changed.kept_before.tolist(), documents, changed.added.tolist(), self.lemmas)

    def _documents(self, places: Places, spelled: Mapping[int, str]) -> Iterator[Document]:
        starts = self.outline.starts
        articles = zip(places.tolist(), passage_forms(self.snapshot, places), strict=True)
        for done, (place, article) in enumerate(articles, 1):
            own_rows = slice(starts[place], starts[place + 1])
            priors, reaches = _PRIORS[self.outline.kinds[own_rows]], self.outline.reaches[own_rows]
            for (own, about), prior, reach in zip(article.rows(), priors.tolist(), reaches.tolist(), strict=True):
                yield Document(_spelled(own, spelled), _spelled(about, spelled), str(place), prior, reach)
            if self.told:
                self.told(done, len(places))


def _form_numbers(snapshot: Snapshot, places: Places) -> list[int]:
    found: set[int] = set()
    for article in passage_forms(snapshot, places):
        found.update(article.own.tolist(), article.about.tolist())
    return sorted(found)


def _spelled(numbers: Numbers, spelled: Mapping[int, str]) -> list[str]:
    return [spelled[number] for number in numbers.tolist()]
