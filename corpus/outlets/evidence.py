"""What makes a credited name an outlet's: a noun beside it, a common name, or that the story is not about it."""

from __future__ import annotations

import re
from itertools import islice

from corpus.languages.press import ALL_PRESS_WORDS, any_of
from corpus.outlets.names import (
    CORRESPONDENT,
    NOUN,
    Name,
    is_adjective,
    is_body,
    is_listed,
    is_person,
    name_of,
    nominative,
)
from corpus.outlets.outlet import Outlet

PRESS_NEAR = re.compile(
    any_of(
        CORRESPONDENT,
        NOUN,
        "©",
        *(verb for words in ALL_PRESS_WORDS for verb in words.CREDIT_VERBS + words.REPORTS + words.TALKS + words.TOLD),
    )
)
_SENTENCE_START = re.compile(r"(?:\A|\n|[.!?…]\s|[–—-]\s)\Z")
_BEFORE, _BEHIND = 40, 12  # characters around a mention
_MENTIONS = 20  # of a name that are looked at


def credited(match: re.Match[str], rule: str, text: str, trusted: bool = False) -> Outlet | None:
    """The outlet of a match with ``NAME`` and perhaps ``noun`` in it; ``trusted`` where the pattern leaves no doubt."""
    name = name_of(match)
    if name is None:
        return None
    said = nominative(name, text)
    noun = match.groupdict().get("noun")
    if is_body(said) and not noun:
        return None
    if trusted or noun or is_listed(said) or (can_be_outlet(name, said, text) and not is_topic(name, text)):
        return Outlet(said, rule, name.span)
    return None


def can_be_outlet(name: Name, said: str, text: str) -> bool:
    """Marks or foreign letters; a Cyrillic word without marks only where its capital says that it is a name, and no
    person can be called so."""
    if name.marked or re.match("[A-Za-z]", said):
        return True
    if _SENTENCE_START.search(text[max(0, name.span.start - 3) : name.span.start]):
        return False
    if " " in said or said.isupper() or is_adjective(said):
        return False
    return not is_person(said) and not is_person(name.words)  # «Токаев» may be read as some «Токаи»


def is_topic(name: Name, text: str) -> bool:
    """Whether the text speaks of the name beside its credits: whom a story is about did not publish it."""
    stem = re.compile(re.escape(name.words[: max(3, len(name.words) - 2)]) + r"\w{0,3}\b")
    mentions = (match for match in stem.finditer(text) if not name.span.start <= match.start() < name.span.stop)
    first = islice(mentions, _MENTIONS)
    return any(not PRESS_NEAR.search(text, max(0, m.start() - _BEFORE), m.end() + _BEHIND) for m in first)
