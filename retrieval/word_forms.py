"""WordForms: the lemmas of every word form met so far, in memory; ``kept.forms`` keeps them on disk."""

from __future__ import annotations

from collections.abc import Iterable

from retrieval import terms


class WordForms:
    """Lemmas by form. Forms are added by ``learn`` alone: asking about new ones leaves no trace."""

    def __init__(self) -> None:
        self._lemmas: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._lemmas)

    def __contains__(self, form: str) -> bool:
        return form in self._lemmas

    def lemma(self, form: str) -> str:
        return self._of(form)[0]

    def other_lemma(self, form: str) -> str | None:
        return next(iter(self._of(form)[1:]), None)

    def learn(self, forms: Iterable[str]) -> None:
        """Keep the lemmas of ``forms``."""
        for form in forms:
            if form not in self._lemmas:
                self._lemmas[form] = terms.lemmas(form)

    def _of(self, form: str) -> tuple[str, ...]:
        return self._lemmas.get(form) or terms.lemmas(form)
