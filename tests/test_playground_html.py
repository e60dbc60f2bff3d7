"""Telegram's HTML: what is parsed to what, and what is refused in which words."""

import pytest

from playground.bot_api.errors import BotApiError
from playground.bot_api.found_entities import found_entities
from playground.bot_api.html_entities import parse_html
from playground.bot_api.limits import ENTITIES, utf16_length

PARSED = [
    ("просто текст", "просто текст", []),
    ("<b>Ким</b>, посол", "Ким, посол", [("bold", 0, 3)]),
    ("<strong>a</strong> <em>b</em> <u>c</u> <s>d</s>", "a b c d",
     [("bold", 0, 1), ("italic", 2, 1), ("underline", 4, 1), ("strikethrough", 6, 1)]),
    ("<code>x</code><pre>y</pre>", "xy", [("code", 0, 1), ("pre", 1, 1)]),
    ("1 &lt; 2 &amp; 3 &gt; 2 &quot;да&quot; &#171;", '1 < 2 & 3 > 2 "да" «', []),
    ("тут &nbsp; нет и & тоже", "тут &nbsp; нет и & тоже", []),
    ("😀 <b>да</b>", "😀 да", [("bold", 3, 2)]),
    ("<blockquote>слова</blockquote>", "слова", [("blockquote", 0, 5)]),
    ("<blockquote expandable>слова</blockquote>", "слова", [("expandable_blockquote", 0, 5)]),
    ("<blockquote><b>a</b>b</blockquote>", "ab", [("blockquote", 0, 2), ("bold", 0, 1)]),
    ("<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>", "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
    ('<a href="https://example.org/?a=1&amp;b=2">ссылка</a>', "ссылка", [("text_link", 0, 6)]),
    ("  \n<b>a</b>  \n", "a", [("bold", 0, 1)]),
    ("<b>  a  </b>", "a", [("bold", 0, 1)]),
    ("<B>a</B>", "a", [("bold", 0, 1)]),
    ("<b></b>пусто", "пусто", []),
    ("<b>a</>", "a", [("bold", 0, 1)]),
]  # fmt: skip

REFUSED = [
    ("<foo>a</foo>", 'Unsupported start tag "foo" at byte offset 0'),
    ("да, <br>нет", 'Unsupported start tag "br" at byte offset 6'),
    ("2 < 3 > 1", 'Unsupported start tag "" at byte offset 2'),
    ("один < два", "Unclosed start tag at byte offset 9"),
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<b>a</b", "Unclosed end tag at byte offset 4"),
    ('<span class="red">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]


@pytest.mark.parametrize(("source", "text", "entities"), PARSED)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    parsed = parse_html(source)
    assert parsed.text == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in parsed.entities] == entities


@pytest.mark.parametrize(("source", "reason"), REFUSED)
def test_bad_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(BotApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"
    assert refusal.value.code == 400


def test_link_keeps_its_address_with_characters_decoded() -> None:
    (entity,) = parse_html('<a href="https://example.org/?a=1&amp;b=2">ссылка</a>').entities
    assert entity["url"] == "https://example.org/?a=1&b=2"


def test_entities_beyond_a_hundred_are_dropped_in_silence() -> None:
    assert len(parse_html("<b>a</b> " * (ENTITIES + 5)).entities) == ENTITIES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start q_1", [("bot_command", "/start")]),
        ("/ask@doslovno_bot да", [("bot_command", "/ask@doslovno_bot")]),
        ("@doslovno_bot транзит", [("mention", "@doslovno_bot")]),
        ("см. https://example.org/a?b=1.", [("url", "https://example.org/a?b=1")]),
        ("и/или, 24/7, #вода", [("hashtag", "#вода")]),
    ],
)
def test_commands_mentions_and_links_are_found(text: str, found: list[tuple[str, str]]) -> None:
    told = [(entity["type"], text[entity["offset"] :][: entity["length"]]) for entity in found_entities(text)]
    assert told == found


def test_offsets_count_utf16_units() -> None:
    (entity,) = found_entities("😀😀 @doslovno_bot")
    assert entity["offset"] == 5
    assert utf16_length("😀") == 2
