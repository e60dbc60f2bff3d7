"""Supplement: what a later room finds in an article and keeps beside it, in tables of its own in the same file.

This room knows nothing of passages and words; it sees to it that they are found where the article is attributed, and
written and withdrawn together with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from corpus.quotation import AttributedArticle
from corpus.store.base import Base


class Keeper(Protocol):
    """What a supplement does within the transactions of one update."""

    def keep(self, content: int, found: Any) -> None:
        """Write what was ``found`` in the article that became ``content``."""

    def publish(self, removed: Sequence[int], added: Sequence[int]) -> None:
        """From now on the contents ``removed`` no longer stand in the corpus, and those ``added`` do; either may name
        one several times."""

    def forget(self, contents: Iterable[int]) -> None:
        """Drop what is kept of contents that stand nowhere."""


class Supplement(Protocol):
    """Picklable: ``found_in`` is asked of it in other processes."""

    @property
    def tables(self) -> str:
        """The statements that make its tables."""

    @property
    def version(self) -> str:
        """Another where what it finds may differ."""

    def found_in(self, article: AttributedArticle) -> Any: ...

    def keeper(self, base: Base) -> Keeper: ...


class NoKeeper:
    def keep(self, content: int, found: Any) -> None: ...

    def publish(self, removed: Sequence[int], added: Sequence[int]) -> None: ...

    def forget(self, contents: Iterable[int]) -> None: ...


class NoSupplement:
    """Articles alone."""

    tables = ""
    version = "none"

    def found_in(self, article: AttributedArticle) -> None: ...

    def keeper(self, base: Base) -> Keeper:
        return NoKeeper()


NO_SUPPLEMENT = NoSupplement()
