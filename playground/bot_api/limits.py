"""Limits: Telegram's numbers, and the two checks that several methods share."""

from playground.bot_api.errors import bad_request

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
RAW_TEXT_BYTES = 32768
ENTITIES = 100

CALLBACK_DATA_BYTES = 64
CALLBACK_ANSWER_CHARACTERS = 200
CALLBACK_LIFETIME = 15.0
BUTTONS = 100
BUTTONS_IN_A_ROW = 8

INLINE_QUERY_CHARACTERS = 256
INLINE_RESULTS = 50
INLINE_ID_BYTES = 64
INLINE_OFFSET_BYTES = 64
INLINE_CACHE_SECONDS = 300
INLINE_LIFETIME = 10.0

COMMANDS = 100
COMMAND_DESCRIPTION_CHARACTERS = 256
DOWNLOAD_BYTES = 20 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
TYPING_SECONDS = 5.0


def utf16_length(text: str) -> int:
    """The length as Telegram counts entity offsets: characters beyond U+FFFF count two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_text(text: str, most: int = TEXT_UNITS) -> None:
    """Refuse a text that is empty or too long once its markup is parsed."""
    if not text.strip():
        raise bad_request("message text is empty")
    if utf16_length(text) > most:
        raise bad_request("message is too long")
