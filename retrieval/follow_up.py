"""Follow-up: «а о газе?», «а что Сарсекова?», «а в 2024 году?» take from the question before them what they leave out:
who is asked, what about, and of which days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from retrieval.asked_kind import has_question_word
from retrieval.collection import Collection
from retrieval.languages import en, kk, ru
from retrieval.naming import Filters, Reading, read, unknown_among, unknown_name
from retrieval.question import Question, asks_nothing_else, question
from retrieval.words import words

_OPENINGS = ru.FOLLOWING | kk.FOLLOWING | en.FOLLOWING
_ABOUT = ru.ABOUT | kk.ABOUT | en.ABOUT
_ENDING = " ше"


def reading_of(text: str, before: Question | str | None, corpus: Collection, today: date) -> Reading:
    """What a question asks, which may go on from the one ``before``."""
    going_on = _follow_up(text, before, corpus, today) if before is not None and _goes_on(text) else None
    if going_on:
        return going_on
    reading = read(text, corpus.catalogue, corpus.lemmas, today)
    if reading.filters.speakers:
        return replace(reading, unknown=unknown_among(reading.written, corpus.catalogue, corpus.has))
    unknown = unknown_name(reading.named, corpus.has, corpus.lemmas)
    return reading.without(unknown) if unknown else reading


def _follow_up(text: str, before: Question | str | None, corpus: Collection, today: date) -> Reading | None:
    """None where it stands by itself."""
    earlier_text = before.text if isinstance(before, Question) else before or ""
    earlier = read(earlier_text, corpus.catalogue, corpus.lemmas, today)
    bare = _without_opening(text)
    now = read(bare, corpus.catalogue, corpus.lemmas, today, bare=True)
    unknown = None if now.filters.speakers else unknown_name(bare, corpus.has, corpus.lemmas, bare=True)
    if now.who or (now.topic_names and not now.filters.speakers and not _names_topic(bare)):
        return None
    filters = _joined(now.filters, earlier.filters.unspoken if unknown else earlier.filters)
    if unknown or (now.filters and asks_nothing_else(question(now.rest, corpus.lemmas), corpus.lemmas)):
        topic = earlier
    else:
        topic = now
    whom = unknown or _called(filters.speakers)
    return replace(
        now,
        filters=filters,
        rest=topic.rest,
        dated=topic.dated if topic is now else f"{topic.rest} {now.dated}",
        topic_names=topic.topic_names,
        named=f"{whom} {topic.rest}",
        by_name=words(whom),
        unknown=unknown,
    )


def _joined(now: Filters, earlier: Filters) -> Filters:
    """Days are taken over as a whole or not at all."""
    return now.joined(earlier.of_any_day if now.dated else earlier)


def _called(speakers: tuple[str, ...]) -> str:
    """What their names have in common, or the first's."""
    first = speakers[0].split() if speakers else []
    common = [word for word in first if all(word in name.split() for name in speakers)]
    return " ".join(common or first)


def _goes_on(text: str) -> bool:
    """«А о …», «ал … туралы ше?»: it opens as a reply does, or with what it is about; «о чём говорил …?» asks anew."""
    found = words(text)
    if not found:
        return False
    names_topic = found[0].form in _ABOUT and not has_question_word(text)
    return found[0].form in _OPENINGS or names_topic or text.rstrip("?! ").endswith(_ENDING)


def _names_topic(text: str) -> bool:
    """«О Маркове», «Марков туралы»: a person, and not of whom something is asked."""
    found = words(text)
    return bool(found) and (found[0].form in _ABOUT or found[-1].form in _ABOUT)


def _without_opening(text: str) -> str:
    found = words(text)
    while found and found[0].form in _OPENINGS:
        text = text[found[0].stop :].lstrip(" ,")
        found = words(text)
    return text.rstrip("?! ").removesuffix(_ENDING)
