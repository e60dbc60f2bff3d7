"""Found entities: the commands, mentions, links and tags that Telegram marks in a text by itself."""

import re

from playground.bot_api.limits import utf16_length
from playground.world.users import Json

PATTERNS = (
    ("url", re.compile(r"(?:https?://|\bt\.me/)[^\s<>«»\"]*[^\s<>«»\".,;:!?)]")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}\b")),
    ("bot_command", re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w/])")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)


def found_entities(text: str, taken: tuple[Json, ...] = ()) -> list[Json]:
    """The entities found, those that touch a `taken` link or code left out, in the order of the text."""
    closed = [entity for entity in taken if entity["type"] in {"text_link", "code", "pre"}]
    found: list[Json] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, length = utf16_length(text[: match.start()]), utf16_length(match.group())
            entity = {"type": kind, "offset": start, "length": length}
            if not any(_touch(entity, other) for other in [*closed, *found]):
                found.append(entity)
    return sorted(found, key=lambda entity: int(entity["offset"]))


def _touch(one: Json, other: Json) -> bool:
    starts_before_end: bool = one["offset"] < other["offset"] + other["length"]
    return starts_before_end and bool(other["offset"] < one["offset"] + one["length"])
