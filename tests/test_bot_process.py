"""The bot as a process, against a small Bot API on loopback: it answers, keeps the token to itself and ends cleanly."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs
from urllib.request import Request, urlopen

import pytest

from tests.bot_chat import PRIVATE, USER
from tests.recording_request import RESULTS

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "77:AAE-the_process_token"
PATIENCE = 60  # seconds, for a machine that has other things to do


@dataclass
class TelegramStandIn:
    """Hands its updates out once; ``answered`` is set by the first message sent."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    sent: list[dict[str, str]] = field(default_factory=list)
    known_token: bool = True
    echoing: int = 0  # calls of each method to answer as a proxy's error page does, with the address that was asked for
    webhook: dict[str, str] = field(default_factory=dict)
    nothing_new: threading.Event = field(default_factory=threading.Event)  # is never set
    answered: threading.Event = field(default_factory=threading.Event)
    echoed: dict[str, int] = field(default_factory=dict)

    def fails(self, method: str) -> bool:
        self.echoed[method] = self.echoed.get(method, 0) + 1
        return self.echoed[method] <= self.echoing

    def reply(self, method: str, given: dict[str, str]) -> tuple[int, dict[str, Any]]:
        if not self.known_token:
            return 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}
        if method == "getUpdates":
            return 200, {"ok": True, "result": self._handed_out()}
        if method == "sendMessage":
            self.sent.append(given)
            self.answered.set()
        if method == "setWebhook":
            self.webhook = given
        return 200, {"ok": True, "result": RESULTS.get(method, True)}

    def _handed_out(self) -> list[dict[str, Any]]:
        """What there is; where there is nothing, a poll that lasts a little, as Telegram's does."""
        updates, self.updates = self.updates, []
        if not updates:
            self.nothing_new.wait(0.2)
        return updates


@contextmanager
def served(telegram: TelegramStandIn) -> Iterator[str]:
    """The address of the stand-in, as TELEGRAM_BASE_URL has it."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            given = {name: values[0] for name, values in parse_qs(body).items()}
            method = self.path.rpartition("/")[2]
            if telegram.fails(method):
                self.send_response(502)
                self.end_headers()
                self.wfile.write(f"<html>cannot reach {self.path} and {self.path!r}</html>".encode())
                return
            status, answer = telegram.reply(method, given)
            with suppress(BrokenPipeError):  # a bot that was told to stop does not wait for its updates
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())

        def log_message(self, format: str, *args: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/bot"
    finally:
        server.shutdown()
        server.server_close()


def environment(corpus: Path, base_url: str, more: dict[str, str]) -> dict[str, str]:
    return os.environ | {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_BASE_URL": base_url,
        "CORPUS_PATH": str(corpus),
        "STATE_PATH": str(corpus.parent / "state"),
        "NO_PROXY": "127.0.0.1",
        "DOSLOVNO__LOG__LEVEL": "DEBUG",
        **more,
    }


@contextmanager
def started(command: str, corpus: Path, base_url: str, **more: str) -> Iterator[subprocess.Popen[str]]:
    """The process; it is killed where the test did not see it end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", command],
        cwd=ROOT,
        env=environment(corpus, base_url, more),
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def log_until(process: subprocess.Popen[str], said: str) -> str:
    """What the process logs up to the line that has ``said``, or to its end."""
    assert process.stderr is not None
    lines: list[str] = []
    while not lines or (lines[-1] and said not in lines[-1]):
        lines.append(process.stderr.readline())
    return "".join(lines)


def question(text: str) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 3, "date": 0, "chat": PRIVATE, "from": USER, "text": text}}


@pytest.mark.parametrize("command", ["run", "start"])
def test_it_answers_and_ends_cleanly_when_told(articles: Path, command: str) -> None:
    telegram = TelegramStandIn([question("Сколько тонн держит мост через Илек?")])
    with served(telegram) as base_url, started(command, articles, base_url) as process:
        answered = telegram.answered.wait(PATIENCE)
        process.send_signal(signal.SIGTERM)
        out, log = process.communicate(timeout=PATIENCE)
    assert answered, log
    assert process.returncode == 0 and out == ""
    assert "Асан Кали" in telegram.sent[0]["text"]
    assert TOKEN not in log and "Илек" not in log and "Traceback" not in log


def test_start_without_a_token_opens_the_web_chat(articles: Path, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "start"],
        cwd=ROOT,
        env=kept | {"CORPUS_PATH": str(articles), "STATE_PATH": str(tmp_path / "state")},
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    page = status_of(address)
    process.send_signal(signal.SIGTERM)
    rest, log = process.communicate(timeout=PATIENCE)
    assert address.startswith("http://127.0.0.1:") and page == 200
    assert (process.returncode, rest) == (0, "") and "Traceback" not in log


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def status_of(address: str, body: bytes | None = None, **headers: str) -> int:
    """The HTTP status of a GET, or of a POST where there is a body."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urlopen(Request(address, body, names | {"Content-Type": "application/json"}), timeout=PATIENCE) as reply:
            return int(reply.status)
    except HTTPError as error:
        return error.code


def test_webhooks_are_taken_with_their_secret_alone_and_health_is_told(articles: Path) -> None:
    port, health = free_port(), free_port()
    more = {
        "DOSLOVNO__WEBHOOK__URL": "https://bot.example.org/updates",
        "DOSLOVNO__WEBHOOK__PORT": str(port),
        "DOSLOVNO__WEBHOOK__SECRET": "the_webhook_secret",
        "DOSLOVNO__HEALTH__PORT": str(health),
    }
    telegram, hook = TelegramStandIn(), f"http://127.0.0.1:{port}/updates"
    body = json.dumps(question("Сколько тонн держит мост через Илек?")).encode()
    unreadable = json.dumps({"update_id": 1, "message": {"text": "через Илек"}}).encode()
    with served(telegram) as base_url, started("run", articles, base_url, **more) as process:
        log = log_until(process, "Application started")
        without = status_of(hook, body)
        with_secret = [
            status_of(hook, each, X_Telegram_Bot_Api_Secret_Token="the_webhook_secret")
            for each in (unreadable, b"5", b"{}", body)
        ]
        answered = telegram.answered.wait(PATIENCE)
        healthy = [status_of(f"http://127.0.0.1:{health}/{name}") for name in ("live", "ready")]
        process.send_signal(signal.SIGTERM)
        log += process.communicate(timeout=PATIENCE)[1]
    assert (without, with_secret, answered, healthy) == (403, [200] * 4, True, [200, 200])
    assert (telegram.webhook["url"], process.returncode) == (more["DOSLOVNO__WEBHOOK__URL"], 0)
    assert "the_webhook_secret" not in log and TOKEN not in log
    assert "skipped, 1 by now" in log and "Илек" not in log and "Traceback" not in log


@pytest.mark.parametrize(
    ("variable", "setting"),
    [("DOSLOVNO__WEBHOOK__PORT", "webhook.port"), ("DOSLOVNO__HEALTH__PORT", "health.port")],
)
def test_a_port_that_is_taken_is_named(articles: Path, variable: str, setting: str) -> None:
    with served(TelegramStandIn()) as base_url:
        taken = base_url.rpartition(":")[2].removesuffix("/bot")
        more = {"DOSLOVNO__WEBHOOK__URL": "https://bot.example.org/updates", variable: taken}
        with started("run", articles, base_url, **more) as process:
            log = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 2 and "Traceback" not in log
    assert setting in log.splitlines()[-1] and taken in log.splitlines()[-1]


def test_an_error_page_with_the_address_in_it_gives_the_token_to_no_log(articles: Path) -> None:
    telegram = TelegramStandIn([question("Сколько тонн держит мост через Илек?")], echoing=1)
    with served(telegram) as base_url, started("run", articles, base_url) as process:
        answered = telegram.answered.wait(PATIENCE)
        process.send_signal(signal.SIGTERM)
        log = process.communicate(timeout=PATIENCE)[1]
    assert answered and process.returncode == 0
    assert "cannot reach /bot***/sendMessage" in log, "the page is in the exception's text"
    assert TOKEN not in log and TOKEN.partition(":")[2] not in log and "Traceback" not in log


def test_a_token_that_telegram_refuses_ends_it_with_2(articles: Path) -> None:
    with served(TelegramStandIn(known_token=False)) as base_url, started("run", articles, base_url) as process:
        out, log = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2 and out == ""
    assert "TELEGRAM_TOKEN" in log.splitlines()[-1] and TOKEN not in log and "Traceback" not in log


def test_help_imports_nothing_slow() -> None:
    program = (
        "import sys, contextlib\nfrom bot.__main__ import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        "print(*sorted({'telegram', 'numpy', 'pymorphy3', 'slovnet'} & set(sys.modules)), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stderr.strip() == "" and "attribute" in ended.stdout
