"""Question: what is asked, as the text, its language and the terms to find it by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from retrieval import spelling
from retrieval.language import language
from retrieval.languages import en, kk, ru
from retrieval.terms import Lemmas, Terms, forms, terms_of, topical_forms

_ASKING_WORDS = ru.ASKING_WORDS | kk.ASKING_WORDS | en.ASKING_WORDS


@dataclass(frozen=True, slots=True)
class Question:
    """``forms`` are the words with a topic as they were typed, ``terms`` what they are looked up as, in one order.

    ``has_words`` tells a question of common words alone from one of no words at all.
    """

    text: str
    language: str
    forms: tuple[str, ...]
    terms: Terms
    has_words: bool


def question(text: str, lemmas: Lemmas) -> Question:
    topic = tuple(_of_topic(topical_forms(text), lemmas))
    return Question(text, language(text), topic, terms_of(topic, lemmas), has_words=bool(forms(text)))


def _of_topic(forms: Sequence[str], lemmas: Lemmas) -> Sequence[str]:
    """``forms`` without «сказал», «мнение» and the like, unless nothing else is asked."""
    return [form for form in forms if lemmas.lemma(form) not in _ASKING_WORDS] or forms


def respelled(asked: Question, lemmas: Lemmas, frequency: Callable[[str], int]) -> Question:
    """``asked`` with the words that no document has replaced by the nearest that some has.

    ``frequency`` counts the documents with a lemma. Prefixes and grams stay those of the letters typed.
    """

    def count(form: str) -> int:
        return frequency(lemmas.lemma(form)) if form in lemmas else 0

    words = tuple(
        lemmas.lemma(form if frequency(word) else spelling.closest(form, count) or form)
        for form, word in zip(asked.forms, asked.terms.words, strict=True)
    )
    return replace(asked, terms=replace(asked.terms, words=words))
