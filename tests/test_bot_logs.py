"""Logs: the token is masked wherever it turns up, and what Telegram says takes a line."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from telegram.error import InvalidToken, NetworkError

from bot.logs import setup_logs

TOKEN = "123456:AAE-secret_half"
log = logging.getLogger("tests.bot.logs")


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    stream = io.StringIO()
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    root.handlers[:] = []  # kept open: they belong to whoever set them up
    monkeypatch.setattr(sys, "stderr", stream)
    setup_logs("DEBUG", [TOKEN])
    yield stream
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    logging.captureWarnings(False)


def address() -> str:
    return f"https://api.telegram.org/bot{TOKEN}/getMe"


def test_message_and_arguments_are_masked(logged: io.StringIO) -> None:
    log.info("asked %s and %r", address(), {"url": address()})
    assert TOKEN not in logged.getvalue() and logged.getvalue().count("***") == 2


def test_the_secret_half_and_an_encoded_token_are_masked(logged: io.StringIO) -> None:
    log.info("half %s, encoded %s", "AAE-secret_half", quote(TOKEN, safe=""))
    assert "secret" not in logged.getvalue()


def test_exception_text_is_masked_with_its_causes(logged: io.StringIO) -> None:
    try:
        try:
            raise OSError(address())
        except OSError as cause:
            raise ValueError(f"no answer from {address()}") from cause
    except ValueError:
        log.exception("failed")
    assert "ValueError: no answer" in logged.getvalue() and "OSError" in logged.getvalue()
    assert "secret" not in logged.getvalue()


@pytest.mark.parametrize(
    ("logger", "words"),
    [
        ("telegram.ext.ExtBot", "Error while parsing updates! Received data was %r"),
        ("telegram.ext.Updater", "Received data was *not* processed! Received data was: %r"),
        ("telegram.request.BaseRequest", 'Can not load invalid JSON data: "%s"'),
    ],
)
def test_what_users_wrote_is_not_quoted(logged: io.StringIO, logger: str, words: str) -> None:
    try:
        raise ValueError("тайное слово")
    except ValueError:
        logging.getLogger(logger).critical(words, "тайное слово", exc_info=True)
    assert "what Telegram sent cannot be read" in logged.getvalue() and "тайное" not in logged.getvalue()


def test_uncaught_exception_is_masked(logged: io.StringIO) -> None:
    error = RuntimeError(address())
    sys.excepthook(RuntimeError, error, None)
    assert "RuntimeError" in logged.getvalue() and "secret" not in logged.getvalue()


def test_stack_is_masked(logged: io.StringIO) -> None:
    log.warning("here %s", address(), stack_info=True)
    assert "Stack (most recent call last)" in logged.getvalue() and "secret" not in logged.getvalue()


@pytest.mark.parametrize("error", [NetworkError(f"httpx: {address()}"), InvalidToken(f"`{TOKEN}` was rejected")])
def test_what_telegram_says_takes_a_line(logged: io.StringIO, error: Exception) -> None:
    try:
        raise error
    except type(error):
        log.exception("while polling")
    assert "Traceback" not in logged.getvalue() and type(error).__name__ in logged.getvalue()
    assert "secret" not in logged.getvalue()


def test_addresses_of_requests_are_not_logged(logged: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST /getUpdates")
    assert logged.getvalue() == ""
