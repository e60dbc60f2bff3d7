"""Collection: one state of the corpus made ready to be asked: its passages and all that is known of them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.directory import Directories
from corpus.store.snapshot import Snapshot
from retrieval.decision import Strictness
from retrieval.index import Index
from retrieval.indexing import Indexed, Indexing, Told
from retrieval.kept.facts import credits_of, outlets_of
from retrieval.kept.forms import KeptCounts, KeptLemmas
from retrieval.kept.outline import outline_of
from retrieval.kept.passages import KeptPassages
from retrieval.meanings import Meanings
from retrieval.naming import Catalogue, Filters
from retrieval.passages import Passage
from retrieval.question import Question
from retrieval.search import Finding, search
from retrieval.spelling import Vocabulary


@dataclass(frozen=True, slots=True)
class Collection:
    """Nothing in it changes, so threads may share it."""

    passages: KeptPassages
    indexed: Indexed
    lemmas: KeptLemmas
    catalogue: Catalogue
    vocabulary: Vocabulary
    meanings: Meanings

    @property
    def articles(self) -> int:
        return len(self.passages.snapshot)

    @property
    def index(self) -> Index:
        return self.indexed.index

    def has(self, form: str) -> bool:
        """Whether any passage has the word of this form, or a name that the operator gives."""
        return self.lemmas.lemma(form) in self.index or self.catalogue.names(form)

    def search(self, asked: Question, filters: Filters, strictness: Strictness = Strictness.USUAL) -> Finding:
        """The passages for a question among those that ``filters`` let through, with all that is known of them."""
        return search(
            asked,
            self.index,
            self.meanings,
            among=self.catalogue.worth(filters) if filters else None,
            asked_of=self.passages.asked_of,
            strictness=strictness,
            of_one=bool(filters.speakers),
        )

    def neighbours(self, position: int) -> list[Passage]:
        """The passages of the same article, that at ``position`` among them, in text order."""
        return self.passages.neighbours(position)


def collection(
    snapshot: Snapshot,
    before: Collection | None,
    known: Indexed | None,
    told: Told | None,
    meanings: Meanings,
    directories: Directories,
) -> Collection:
    """Of a store that was written with PASSAGES; ``before`` and the index ``known`` are of earlier states of it, or of
    another. ``meanings`` and ``directories`` are those of now."""
    base, outline = snapshot.base, outline_of(snapshot)
    lemmas = KeptLemmas(base, before.lemmas if before else None)
    return Collection(
        passages=KeptPassages(snapshot, outline, before.passages if before else None),
        indexed=Indexing(snapshot, outline, lemmas, told).of(known),
        lemmas=lemmas,
        catalogue=Catalogue(outline, credits_of(base), outlets_of(base), directories),
        vocabulary=Vocabulary(KeptCounts(base)),
        meanings=meanings,
    )
