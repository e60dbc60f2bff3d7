"""Extract id: a short name for words of an article, for a link that leads to these words and to no others.

It is a hash of the article's text, a hash of that text with the spans, and the spans, in URL-safe base64. It holds
for as long as the text stands in the corpus unchanged, wherever its file lies, and needs nothing to be kept.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from corpus.span import Span

_TEXT_BYTES = 8
_CHECK_BYTES = 4
_MORE = 0x80  # marks a byte that another of the same number follows


def extract_id(text: str, spans: Sequence[Span]) -> str:
    """The id of the words at ``spans`` of an article's ``text``: letters, digits, "-" and "_"; 19 for one span."""
    places = bytes(byte for number in _distances(spans) for byte in _written(number))
    check = _hash(places + text_digest(text), _CHECK_BYTES)
    return urlsafe_b64encode(text_digest(text) + check + places).decode().rstrip("=")


def read_id(id: str) -> tuple[bytes, tuple[Span, ...]] | None:
    """The digest of the article's text and the spans; null for an id that was never given out."""
    try:
        held = urlsafe_b64decode(id + "=" * (-len(id) % 4))
    except (NotBase64, ValueError):
        return None
    digest, check, places = held[:_TEXT_BYTES], held[_TEXT_BYTES:][:_CHECK_BYTES], held[_TEXT_BYTES + _CHECK_BYTES :]
    if not places or check != _hash(places + digest, _CHECK_BYTES):
        return None
    return digest, tuple(_spans(_numbers(places)))


def text_digest(text: str) -> bytes:
    return _hash(text.encode("utf-8", "surrogatepass"), _TEXT_BYTES)


def _hash(data: bytes, size: int) -> bytes:
    return blake2b(data, digest_size=size).digest()


def _distances(spans: Sequence[Span]) -> Iterator[int]:
    """From the end of each span to the next one's start, and its length, by turns."""
    end = 0
    for span in spans:
        yield from (span.start - end, len(span))
        end = span.stop


def _spans(distances: Sequence[int]) -> Iterator[Span]:
    end = 0
    for gap, length in zip(distances[::2], distances[1::2], strict=False):
        yield Span(end + gap, end + gap + length)
        end += gap + length


def _written(number: int) -> Iterator[int]:
    """Seven bits a byte, the lowest first (the varint of Protocol Buffers)."""
    while number >= _MORE:
        yield number % _MORE | _MORE
        number //= _MORE
    yield number


def _numbers(data: bytes) -> list[int]:
    numbers, number, shift = [], 0, 0
    for byte in data:
        number |= (byte % _MORE) << shift
        shift += 7
        if byte < _MORE:
            numbers.append(number)
            number = shift = 0
    return numbers
