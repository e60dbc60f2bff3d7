"""Unknown: a name whose words a question asks for and that stands nowhere in the corpus."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.languages.speech import kk as kk_speech
from corpus.morphology import NAME_PARTS, parses
from retrieval.folding import folded
from retrieval.naming.catalogue import Catalogue
from retrieval.naming.filters import Filters
from retrieval.naming.people import Named, is_post
from retrieval.naming.speaking import Asked, asks_for_words, is_all, is_said_of
from retrieval.terms import Lemmas, is_stop_word
from retrieval.words import Word, composed, words

Has = Callable[[str], bool]

_SURNAME = re.compile(folded(kk_speech.STRONG_SURNAME) + "$|" + "ин$|ина$|ко$|швили$|дзе$|ян$")
_BETWEEN = re.compile(r"[ \u00a0]|[-‐]|\. ?")
_SPEECH_NEAR = 3  # words between «сказал» and whoever does: his post


def unknown_among(filters: Filters, catalogue: Catalogue, has: Has) -> str | None:
    """The first of the speakers written out as a condition whom the corpus does not so much as mention."""
    unmet = (name for name in filters.speakers if not catalogue.people.called(name))
    return next((name for name in unmet if not all(has(word.form) for word in words(name))), None)


def unknown_name(text: str, has: Has, lemmas: Lemmas, bare: bool = False) -> str | None:
    """As it is typed in the question ``text``: «Что Пупкин говорит о газе?»; ``bare`` as in ``read``."""
    text = composed(text)
    asked = Asked(text, words(text), lemmas, bare)
    if not asked.asks and not bare:
        return None
    for run in _runs(asked):
        if not all(has(word.form) or len(word.form) == 1 for word in run) and _is_to_speak(run, asked):
            return text[run[0].start : run[-1].stop]
    return None


def _runs(asked: Asked) -> Iterator[tuple[Word, ...]]:
    """Words with capitals in a row that look like one name."""
    run: list[Word] = []
    for word in asked.words:
        between = asked.text[run[-1].stop : word.start] if run else ""
        if run and not _BETWEEN.fullmatch(between):
            yield tuple(run)
            run = []
        if _is_part(word, asked) or between == "-":
            run.append(word)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _is_part(word: Word, asked: Asked) -> bool:
    """Whether a word may be of a name: by its capital, and by what a dictionary or its ending says."""
    typed = asked.text[word.start : word.stop]
    is_abbreviation = len(typed) > 1 and typed.isupper()
    lemma = asked.lemmas.lemma(word.form)
    if not word.capital or is_abbreviation or is_stop_word(word.form) or is_post(word, lemma):
        return False
    known = [parse for parse in parses(word.form) if parse.is_known]
    if any(part in parse.tag for parse in known for part in NAME_PARTS):
        return True
    if known and any("Geox" in parse.tag or "Orgn" in parse.tag for parse in known):
        return False
    return bool(_SURNAME.search(word.plain)) or (not known and _is_meant_by_its_capital(word, asked))


def _is_meant_by_its_capital(word: Word, asked: Asked) -> bool:
    """Not of a question's first word, unless a name goes on behind it: «Димаш Құсайын … не деді?»."""
    place = asked.words.index(word)
    behind = asked.words[1:2]
    return place > 0 or any(each.capital and not is_post(each, asked.lemmas.lemma(each.form)) for each in behind)


def _is_to_speak(run: Sequence[Word], asked: Asked) -> bool:
    """Whether who is named so is to be heard: near a word of speech, or first of all, as Kazakh has it."""
    named = Named((), tuple(run))
    if asked.bare:
        return is_all(named, asked) and is_said_of(named, asked)
    first, last = asked.words.index(run[0]), asked.words.index(run[-1])
    near = asked.words[max(0, first - _SPEECH_NEAR) : first] + asked.words[last + 1 : last + 2]
    opens = all(is_post(word, asked.lemmas.lemma(word.form)) for word in asked.words[:first])
    return is_said_of(named, asked) and (opens or any(asks_for_words(word, asked.lemmas) for word in near))
