"""Text: the decoded bytes of a file, with ``\\n`` at its line ends and no byte-order mark, nothing else changed."""

from __future__ import annotations

import codecs
import re

MOST_BYTES = 5 * 1024 * 1024  # a book of 800 pages; a larger file is an archive or a mistake
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_LOWER_SHARE = 0.6  # of what is not ASCII: Russian in another encoding than cp1251 comes out as capitals and signs


class DecodingError(ValueError):
    """Bytes that are no text that the house can read; the message says why."""


def decoded(data: bytes) -> str:
    """UTF-8 with or without a byte-order mark, UTF-16 with one, else cp1251 where that gives Russian.

    Raises ``DecodingError`` for empty, oversized and binary files and unknown encodings.
    """
    if len(data) > MOST_BYTES:
        raise DecodingError(too_big(len(data)))
    text = with_newlines(_text(data))
    if not text.strip():
        raise DecodingError("is empty")
    if "\0" in text:
        raise DecodingError("is no text (it has null bytes); save it as plain text in UTF-8")
    return text


def with_newlines(text: str) -> str:
    """``text`` with every line end as ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def too_big(size: int) -> str:
    return f"has {size / 1024 / 1024:.1f} MB, more than the {MOST_BYTES // 1024 // 1024} MB that one article may have"


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _russian(data, error)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodingError(f"begins as {encoding.upper()} but is not, from byte {error.start} on") from error


def _russian(data: bytes, error: UnicodeDecodeError) -> str:
    text = data.decode("cp1251", errors="replace")
    foreign = re.sub(r"[\x01-\x7f]+", "", text)
    lower = sum("а" <= char <= "я" for char in foreign)
    if "\0" not in text and "\ufffd" not in text and lower >= _LOWER_SHARE * len(foreign):
        return text
    raise DecodingError(f"is neither UTF-8 (byte {error.start} does not fit) nor cp1251; save it in UTF-8") from error
