"""Searcher: a corpus made ready to be asked; the one thing that the rooms after this one hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from corpus.directory import NO_DIRECTORIES, Directories
from corpus.library import Library, library_of
from corpus.quotation import AttributedArticle
from retrieval.answer import Answer, Asking, answer
from retrieval.collection import Collection, collection
from retrieval.coverage import Coverage, coverage
from retrieval.decision import Strictness
from retrieval.explain import explain
from retrieval.extract import Extract
from retrieval.index_folder import keep_index, kept_index
from retrieval.kept.keeper import PASSAGES
from retrieval.lookup import Context, Lookup
from retrieval.meanings import meanings
from retrieval.question import Question
from retrieval.verify import Verification, verify

Progress = Callable[[int, int], None]  # articles done, articles in all


class Searcher:
    """Answers questions from one state of the corpus. Nothing in it changes, so threads may share it."""

    def __init__(self, corpus: Collection) -> None:
        self.corpus = corpus
        self._lookup = Lookup(corpus.passages)

    @property
    def articles(self) -> int:
        """The number of articles."""
        return self.corpus.articles

    @property
    def passages(self) -> int:
        """The number of passages."""
        return len(self.corpus.passages)

    @cached_property
    def coverage(self) -> Coverage:
        """What the corpus has at all: its articles, the people who speak in them, their days."""
        return coverage(self.corpus)

    def keep(self, library: Library) -> None:
        """Write the index beside the store of ``library``, which this searches in, for the next start."""
        if library.folder and library.snapshot:
            keep_index(library.folder, self.corpus.indexed, library.snapshot.generation)

    def answer(
        self,
        question: str,
        limit: int = 3,
        before: Question | str | None = None,
        filtered: bool = True,
        strictness: Strictness = Strictness.USUAL,
        undated: bool = False,
    ) -> Answer:
        """At most ``limit`` extracts, or an answer without any that tells why.

        ``before`` is the question asked before, which «а о газе?» goes on from. ``filtered=False`` asks everybody,
        whomever the question names, and ``undated=True`` articles without a day in place of the days it names.
        """
        asking = Asking(limit, strictness, filtered, undated=undated)
        return answer(question, self.corpus, asking, before)

    def explain(self, question: str) -> Iterator[str]:
        """How ``question`` is read and why each hit is shown or not, in lines for a person."""
        return explain(question, self.corpus)

    def verify(self, quotation: str) -> Verification:
        """Whether the corpus has an alleged quotation word for word, altered, or not at all."""
        return verify(quotation, self.corpus)

    def extract_by_id(self, id: str) -> Extract | None:
        """The very words that were shown with this id, or null where the corpus no longer has them."""
        return self._lookup.extract(id)

    def context_of(self, id: str) -> Context | None:
        """The words with this id among the sentences around them."""
        return self._lookup.context(id)


def open_searcher(
    library: Library,
    before: Searcher | None = None,
    progress: Progress | None = None,
    dictionary: Path | None = None,
    directories: Directories = NO_DIRECTORIES,
) -> Searcher:
    """A searcher over a library that was read with PASSAGES. ``before`` is one of an earlier state, which stays good:
    what has not changed since is taken from it, and ``keep`` is left to be called, for it takes longer than the rest.
    Without it the index is taken from beside the library's store, and kept there.

    ``dictionary`` is the operator's, one «русское<TAB>қазақша» a line, and ``directories`` are what the operator knows
    of people and outlets. Raises OSError where the dictionary cannot be read.
    """
    snapshot, folder = library.snapshot, library.folder
    assert snapshot is not None
    akin = meanings(dictionary)
    if before is not None:
        return Searcher(collection(snapshot, before.corpus, before.corpus.indexed, progress, akin, directories))
    known = kept_index(folder, snapshot.store) if folder else None
    opened = Searcher(collection(snapshot, None, known, progress, akin, directories))
    if opened.corpus.indexed is not known:
        opened.keep(library)
    return opened


def build_searcher(
    articles: Iterable[AttributedArticle],
    progress: Progress | None = None,
    dictionary: Path | None = None,
    directories: Directories = NO_DIRECTORIES,
) -> Searcher:
    """A searcher over ``articles``, which are kept in memory."""
    return open_searcher(library_of(articles, PASSAGES), None, progress, dictionary, directories)
