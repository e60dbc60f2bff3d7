"""Collection: one state of the corpus made ready to be asked: its passages and all that is known of them."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.index import Index
from retrieval.meanings import Meanings
from retrieval.naming import Catalogue
from retrieval.passages import Passage
from retrieval.spelling import Vocabulary
from retrieval.word_forms import WordForms


@dataclass(frozen=True, slots=True)
class Collection:
    """Nothing in it changes, so threads may share it."""

    articles: int
    passages: tuple[Passage, ...]
    index: Index
    lemmas: WordForms
    catalogue: Catalogue
    vocabulary: Vocabulary
    meanings: Meanings

    def has(self, form: str) -> bool:
        """Whether any passage has the word of this form."""
        return self.lemmas.lemma(form) in self.index

    def neighbours(self, position: int) -> list[Passage]:
        """The passages of the same article, that at ``position`` among them, in text order."""
        article = self.passages[position].of
        first = last = position
        while first and self.passages[first - 1].of is article:
            first -= 1
        while last + 1 < len(self.passages) and self.passages[last + 1].of is article:
            last += 1
        return list(self.passages[first : last + 1])
