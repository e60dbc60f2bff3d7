"""Logs: one configuration for the process, on standard error, with the secrets masked wherever they turn up."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from types import TracebackType
from urllib.parse import quote

from bot.settings.settings import MASK

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# What these may say at most, whatever the level set: they log the address of every request, and with it the token;
# every step of their own; and Telegram's library, below INFO, the messages of users.
QUIETED = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "apscheduler": logging.WARNING,
    "tornado.access": logging.WARNING,
    "pymorphy3": logging.WARNING,
    "telegram": logging.INFO,
}
# What Telegram's library says with all that came behind it, users' words included.
QUOTING = ("Received data was", "Can not load invalid JSON data")
UNREAD = "what Telegram sent cannot be read"
SHORTEST_PART = 8


def setup_logs(level: str, secrets: Iterable[str] = ()) -> None:
    """Sets the level and masks ``secrets`` in every record that a handler of the root is given."""
    logging.basicConfig(level=level, format=FORMAT, stream=sys.stderr, force=True)
    logging.captureWarnings(True)
    masking = Masking(secrets)
    root = logging.getLogger()
    for handler in root.handlers:
        handler.addFilter(masking)
    for name, loudest in QUIETED.items():
        logging.getLogger(name).setLevel(max(loudest, root.level))
    sys.excepthook = log_uncaught


def log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An exception that ends the process goes through the log too, and so through its mask."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger(__name__).critical("stopped by an error", exc_info=(kind, error, trace))


class Masking(logging.Filter):
    """Masks secrets in a record's message, its arguments, its exception's text and its stack."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._masked = sorted({form for secret in secrets for form in forms_of(secret)}, key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        if quotes_updates(record):
            record.msg, record.args, record.exc_info = UNREAD, None, None
        record.msg, record.args = self.mask(record.getMessage()), None
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = self.mask(record.exc_text or text_of(record.exc_info[1], record.name))
        if record.stack_info:
            record.stack_info = self.mask(record.stack_info)
        return True

    def mask(self, text: str) -> str:
        for form in self._masked:
            text = text.replace(form, MASK)
        return text


def quotes_updates(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == "telegram" and any(words in str(record.msg) for words in QUOTING)


def forms_of(secret: str) -> set[str]:
    """A secret as it may be written: whole, in an address, and its secret half where it is long enough to be told."""
    half = secret.partition(":")[2]
    return {secret, quote(secret, safe="")} | ({half} if len(half) >= SHORTEST_PART else set())


def text_of(error: BaseException, logger: str) -> str:
    """What Telegram or the network says takes one line, as does what its library logs; anything else its traceback."""
    if type(error).__module__ == "telegram.error" or logger.partition(".")[0] == "telegram":
        return f"{type(error).__name__}: {error}"
    return logging.Formatter().formatException((type(error), error, error.__traceback__))
