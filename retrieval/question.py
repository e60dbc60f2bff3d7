"""Question: what is asked, as the text, its language and the terms to find it by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retrieval.akin import akin
from retrieval.index import Query
from retrieval.language import language
from retrieval.languages import en, kk, ru
from retrieval.meanings import NO_MEANINGS, Meanings
from retrieval.proper import proper_forms
from retrieval.terms import Lemmas, Terms, forms, terms_of, topical_forms

_ASKING_WORDS = ru.ASKING_WORDS | kk.ASKING_WORDS | en.ASKING_WORDS
_LIGHT_WORDS = frozenset().union(*(data.LIGHT_WORDS | data.SPEECH_WORDS for data in (ru, kk, en)))


@dataclass(frozen=True, slots=True)
class Question:
    """``forms`` are the words with a topic as they were typed, ``terms`` what they are looked up as, in one order;
    ``names`` are those of people whom it asks about, ``proper`` all that are proper names.

    ``has_words`` tells a question of common words alone from one of no words at all.
    """

    text: str
    language: str
    forms: tuple[str, ...]
    terms: Terms
    has_words: bool
    names: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()

    def query(self, meanings: Meanings = NO_MEANINGS) -> Query:
        """What the index is asked for."""
        others = akin(self.forms, self.terms.words, meanings)
        return Query(self.terms, others, _LIGHT_WORDS, self.names, self.proper)


def question(text: str, lemmas: Lemmas, names: Iterable[str] = ()) -> Question:
    """``names`` are forms of ``text`` that name people."""
    topic = tuple(_of_topic(topical_forms(text), lemmas))
    known = frozenset(lemmas.lemma(part) for form in names for part in forms(form))
    proper = frozenset(lemmas.lemma(form) for form in proper_forms(text))
    return Question(text, language(text), topic, terms_of(topic, lemmas), bool(forms(text)), known, proper)


def asks_nothing_else(asked: Question, lemmas: Lemmas) -> bool:
    """Whether, beside whom it names, a question has only «что сказал» and the like."""
    return all(lemmas.lemma(form) in _ASKING_WORDS | _LIGHT_WORDS for form in asked.forms)


def _of_topic(forms: Sequence[str], lemmas: Lemmas) -> Sequence[str]:
    """``forms`` without «сказал», «мнение» and the like, unless nothing else is asked."""
    return [form for form in forms if lemmas.lemma(form) not in _ASKING_WORDS] or forms
