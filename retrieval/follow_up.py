"""Follow-up: «а о газе?», «а Сарсекова?» take from the question before them what they leave out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from retrieval.asked_kind import has_question_word
from retrieval.collection import Collection
from retrieval.languages import kk, ru
from retrieval.naming import Reading, read
from retrieval.question import Question, asks_nothing_else, question
from retrieval.words import words

_OPENINGS = ru.FOLLOWING | kk.FOLLOWING
_ABOUT = ru.ABOUT | kk.ABOUT


def follow_up(text: str, before: Question | str | None, corpus: Collection, today: date) -> Reading | None:
    """What a question that goes on from ``before`` asks; None where it stands by itself."""
    if before is None or not goes_on(text):
        return None
    earlier = read(before if isinstance(before, str) else before.text, corpus.catalogue, corpus.lemmas, today)
    bare = _without_opening(text)
    now = read(bare, corpus.catalogue, corpus.lemmas, today)
    if now.topic_names and not now.filters.speakers:
        return None
    if now.filters and asks_nothing_else(question(now.rest, corpus.lemmas), corpus.lemmas):
        return replace(now, rest=earlier.rest, dated=earlier.dated, topic_names=earlier.topic_names)
    return replace(now, filters=now.filters.joined(earlier.filters))


def goes_on(text: str) -> bool:
    """«А о …», «ал … туралы ше?»: it opens as a reply does, or with what it is about; «о чём говорил …?» asks anew."""
    found = words(text)
    if not found:
        return False
    names_topic = found[0].form in _ABOUT and not has_question_word(text)
    return found[0].form in _OPENINGS or names_topic or text.rstrip("? ").endswith(" ше")


def _without_opening(text: str) -> str:
    found = words(text)
    if found and found[0].form in _OPENINGS:
        text = text[found[0].stop :].lstrip()
    return text.rstrip("? ").removesuffix(" ше")
