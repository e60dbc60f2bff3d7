"""Formatted content: the text of a message as a bot gives it, in HTML or with entities, checked and completed."""

import json

from playground.bot_api import limits
from playground.bot_api.errors import bad_request
from playground.bot_api.found_entities import found_entities
from playground.bot_api.html_entities import FormattedText, parse_html, trimmed
from playground.world.users import Json


def formatted_text(text: str | None, parse_mode: str | None, entities: list[Json] | None) -> FormattedText:
    """The text with all its entities; raises BotApiError where Telegram would refuse it."""
    if not text:
        raise bad_request("message text is empty")
    parsed = _parsed(text, parse_mode, entities)
    limits.check_text(parsed.text)
    return _completed(parsed)


def formatted_caption(text: str | None, parse_mode: str | None, entities: list[Json] | None) -> FormattedText:
    """The caption of a document, which may be empty."""
    parsed = _parsed(text or "", parse_mode, entities)
    if limits.utf16_length(parsed.text) > limits.CAPTION_UNITS:
        raise bad_request("message caption is too long")
    return _completed(parsed)


def _parsed(text: str, parse_mode: str | None, entities: list[Json] | None) -> FormattedText:
    if len(text.encode()) > limits.RAW_TEXT_BYTES:
        raise bad_request("message is too long")
    if not parse_mode:
        return trimmed(FormattedText(text, tuple(entities or ())))
    if parse_mode.lower() != "html":
        # The bot writes HTML only; the other modes are not carried here rather than half carried.
        raise bad_request("unsupported parse_mode")
    return parse_html(text)


def _completed(parsed: FormattedText) -> FormattedText:
    found = found_entities(parsed.text, parsed.entities)
    ordered = sorted([*parsed.entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))
    return FormattedText(parsed.text, tuple(ordered[: limits.ENTITIES]))


def text_content(formatted: FormattedText) -> Json:
    entities = {"entities": list(formatted.entities)} if formatted.entities else {}
    return {"text": formatted.text, **entities}


def caption_content(formatted: FormattedText) -> Json:
    if not formatted.text:
        return {}
    entities = {"caption_entities": list(formatted.entities)} if formatted.entities else {}
    return {"caption": formatted.text, **entities}


def same_content(one: Json, other: Json) -> bool:
    """Whether two contents or keyboards are told by the same JSON."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
