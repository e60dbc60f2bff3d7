"""Searcher: a corpus made ready to be asked; the one thing that the rooms after this one hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.quotation import AttributedArticle, Kind
from retrieval.answer import Answer, answer
from retrieval.collection import Collection
from retrieval.explain import explain
from retrieval.extract import Extract
from retrieval.index import Document, Index
from retrieval.lookup import Context, Lookup
from retrieval.meanings import meanings
from retrieval.naming import Catalogue
from retrieval.passages import Passage, passages
from retrieval.question import Question
from retrieval.spelling import Vocabulary
from retrieval.terms import terms, topical_forms
from retrieval.verify import Verification, verify
from retrieval.word_forms import WordForms

_SPEECH = 1.15  # people ask for what was said: of two passages that match alike, the one in somebody's own words

Progress = Callable[[int, int], None]  # articles done, articles in all


class Searcher:
    """Answers questions from one state of the corpus. Nothing in it changes, so threads may share it."""

    def __init__(self, corpus: Collection) -> None:
        self._corpus = corpus
        self._lookup = Lookup(corpus.passages)

    @property
    def articles(self) -> int:
        """The number of articles."""
        return self._corpus.articles

    @property
    def passages(self) -> int:
        """The number of passages."""
        return len(self._corpus.passages)

    def answer(
        self, question: str, limit: int = 3, before: Question | str | None = None, filtered: bool = True
    ) -> Answer:
        """At most ``limit`` extracts, or an answer without any that tells why.

        ``before`` is the question asked before, which «а о газе?» goes on from. ``filtered=False`` asks everybody,
        whomever the question names.
        """
        return answer(question, self._corpus, limit, before, filtered)

    def explain(self, question: str) -> Iterator[str]:
        """How ``question`` is read and why each hit is shown or not, in lines for a person."""
        return explain(question, self._corpus)

    def verify(self, quotation: str) -> Verification:
        """Whether the corpus has an alleged quotation word for word, altered, or not at all."""
        return verify(quotation, self._corpus)

    def extract_by_id(self, id: str) -> Extract | None:
        """The very words that were shown with this id, or null where the corpus no longer has them."""
        return self._lookup.extract(id)

    def context_of(self, id: str) -> Context | None:
        """The words with this id among the sentences around them."""
        return self._lookup.context(id)


def build_searcher(
    articles: Iterable[AttributedArticle],
    state: Path | None = None,
    progress: Progress | None = None,
    dictionary: Path | None = None,
) -> Searcher:
    """A searcher over ``articles``; word forms are kept in ``state``, where it is given, for the next time.

    ``dictionary`` is the operator's, one «русское<TAB>қазақша» a line. Raises OSError where it cannot be read.
    """
    given = list(articles)
    lemmas = WordForms.read(state) if state else WordForms()
    known = len(lemmas)
    cut: list[Passage] = []
    counts: Counter[str] = Counter()
    for done, article in enumerate(given, 1):
        cut.extend(passages(article))
        found = topical_forms(article.article.text)
        lemmas.learn(found)
        counts.update(found)
        if progress:
            progress(done, len(given))
    if state and len(lemmas) > known:
        lemmas.write(state)
    index = Index(_document(passage, lemmas) for passage in cut)
    catalogue, vocabulary = Catalogue(cut, lemmas), Vocabulary.of(counts)
    return Searcher(Collection(len(given), tuple(cut), index, lemmas, catalogue, vocabulary, meanings(dictionary)))


def _document(passage: Passage, lemmas: WordForms) -> Document:
    return Document(
        own=terms(_spoken(passage), lemmas),
        about=terms(_about(passage), lemmas),
        group=passage.of.article.id,
        prior=_SPEECH if passage.kind not in (Kind.INDIRECT, Kind.NARRATIVE) else 1.0,
    )


def _spoken(passage: Passage) -> str:
    """What a passage says and who says it: «что Марков думает о санкциях» asks for both, the words have only one."""
    return "\n".join(part for part in (passage.speaker.name, passage.text) if part)


def _about(passage: Passage) -> str:
    """What helps to find a passage and is never shown as its words."""
    article, headline = passage.of.article, passage.of.headline
    title = headline.of(article.text) if headline else article.title
    asked = passage.asked.of(article.text) if passage.asked else None
    return "\n".join(part for part in (title, asked, passage.speaker.role, article.outlet) if part)
