"""FormattedText: a message's text and entities, parsed from Telegram's HTML.

Takes what Telegram's own parser takes and refuses the rest in its words, with byte offsets into the text as sent.
Entity offsets are UTF-16 units.
"""

import re
from dataclasses import dataclass

from playground.bot_api import limits
from playground.bot_api.errors import bad_request
from playground.world.users import Json

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler", "span": "spoiler",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
NAMED_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_CHARACTER = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));?")
_OPENING = re.compile(r"<([^\s>]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_CLOSING = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]+)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.-]*)))?")


@dataclass(frozen=True)
class FormattedText:
    """The text as shown, and the entities in it as the Bot API's `MessageEntity`."""

    text: str
    entities: tuple[Json, ...] = ()


@dataclass(frozen=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    offset: int


def parse_html(source: str) -> FormattedText:
    """Raises BotApiError «can't parse entities: …» with the byte offset at fault."""
    return _HtmlParser(source).parse()


class _HtmlParser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.shown: list[str] = []
        self.length = 0
        self.open: list[_OpenTag] = []
        self.entities: list[Json] = []

    def parse(self) -> FormattedText:
        while self.at < len(self.source):
            self._step()
        if self.open:
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        ordered = sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))
        return trimmed(FormattedText("".join(self.shown), tuple(ordered)))

    def _step(self) -> None:
        if self.source.startswith("</", self.at):
            self._close_tag()
        elif self.source[self.at] == "<":
            self._open_tag()
        elif self.source[self.at] == "&":
            self._named_character()
        else:
            self._show(self.source[self.at], 1)

    def _show(self, text: str, taken: int) -> None:
        self.shown.append(text)
        self.length += limits.utf16_length(text)
        self.at += taken

    def _named_character(self) -> None:
        match = _CHARACTER.match(self.source, self.at)
        character = match and _decoded(match)
        if match and character:
            self._show(character, len(match.group()))
        else:
            self._show("&", 1)

    def _open_tag(self) -> None:
        match = _OPENING.match(self.source, self.at)
        if match is None:
            raise _refusal(f"Unclosed start tag at byte offset {self._byte_offset()}")
        name = (match.group(1) or "").lower()
        if name not in TAGS:
            raise _refusal(f'Unsupported start tag "{name}" at byte offset {self._byte_offset()}')
        attributes = _attributes(match.group(2))
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _refusal(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte_offset()}')
        self.open.append(_OpenTag(name, attributes, self.length))
        self.at = match.end()

    def _close_tag(self) -> None:
        if not self.open:
            raise _refusal(f"Unexpected end tag at byte offset {self._byte_offset()}")
        match = _CLOSING.match(self.source, self.at)
        if match is None:
            raise _refusal(f"Unclosed end tag at byte offset {self._byte_offset()}")
        opened, name = self.open[-1], match.group(1).lower()
        if name and name != opened.name:
            place = f"at byte offset {self._byte_offset()}"
            raise _refusal(f'Unmatched end tag {place}, expected "</{opened.name}>", found "</{name}>"')
        self.open.pop()
        self.at = match.end()
        self._add_entity(opened)

    def _add_entity(self, tag: _OpenTag) -> None:
        length = self.length - tag.offset
        extra = _entity_fields(tag, "".join(self.shown)) if length else None
        nested_quote = tag.name == "blockquote" and any(outer.name == "blockquote" for outer in self.open)
        if extra is not None and not nested_quote:
            self.entities.append({"offset": tag.offset, "length": length} | extra)

    def _byte_offset(self) -> int:
        return len(self.source[: self.at].encode())


def _refusal(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def _decoded(match: re.Match[str]) -> str | None:
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED_CHARACTERS.get(name)
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else None


def _attributes(source: str) -> dict[str, str]:
    return {
        name.lower(): _CHARACTER.sub(lambda match: _decoded(match) or match.group(), double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(source)
    }


def _entity_fields(tag: _OpenTag, shown: str) -> Json | None:
    """What the tag adds beside offset and length; None for a link that leads nowhere."""
    kind = TAGS[tag.name]
    if kind == "text_link":
        return _link_fields(tag.attributes.get("href", shown))
    if kind == "blockquote" and "expandable" in tag.attributes:
        return {"type": "expandable_blockquote"}
    if kind == "custom_emoji":
        return {"type": kind, "custom_emoji_id": tag.attributes.get("emoji-id", "")}
    return {"type": kind}


def _link_fields(url: str) -> Json | None:
    user = re.fullmatch(r"tg://user\?id=(\d+)", url)
    if user:
        return {"type": "text_mention", "user": {"id": int(user.group(1)), "is_bot": False, "first_name": "…"}}
    address = url if "://" in url else f"http://{url}"
    is_address = re.fullmatch(r"(?:https?|tg|ftp)://[^\s/]+\S*", address)
    return {"type": "text_link", "url": address} if is_address else None


def trimmed(formatted: FormattedText) -> FormattedText:
    """Without white space at either end, the entities moved and cut to fit; at most 100 of them, the rest dropped."""
    text = formatted.text.lstrip()
    before = limits.utf16_length(formatted.text) - limits.utf16_length(text)
    text = text.rstrip()
    fitted = (_fitted(entity, before, limits.utf16_length(text)) for entity in formatted.entities)
    return FormattedText(text, tuple(entity for entity in fitted if entity["length"] > 0)[: limits.ENTITIES])


def _fitted(entity: Json, before: int, length: int) -> Json:
    start = max(0, entity["offset"] - before)
    stop = min(length, entity["offset"] + entity["length"] - before)
    return entity | {"offset": start, "length": stop - start}
