"""`python -m playground` as a process: its address alone on standard output, the real bot behind it, a clean end."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).resolve().parent.parent


@asynccontextmanager
async def playground(tmp_path: Path, *arguments: str, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process, started; killed at the end where the test did not end it."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "playground", *arguments,
        cwd=ROOT, env=inherited | {"STATE_PATH": str(tmp_path / "state")} | environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def address(process: asyncio.subprocess.Process) -> str:
    """The first line of standard output, once the bot answers."""
    assert process.stdout
    line = await asyncio.wait_for(process.stdout.readline(), 90)
    assert line, "the playground ended without an address"
    return line.decode().strip()


async def test_address_comes_once_the_bot_answers_and_a_signal_ends_both(tmp_path: Path, articles: Path) -> None:
    async with playground(tmp_path, "--port", "0", CORPUS_PATH=str(articles)) as process:
        where = await address(process)
        assert where.startswith("http://127.0.0.1:")
        async with httpx.AsyncClient(base_url=where, trust_env=False) as http:
            assert (await http.get("/")).status_code == 200
        process.send_signal(signal.SIGTERM)
        rest, messages = await asyncio.wait_for(process.communicate(), 30)
        assert (process.returncode, rest) == (0, b"")
        assert b"Traceback" not in messages


async def test_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with playground(tmp_path, "--port", str(port)) as process:
            _, messages = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 2
    assert f"порт {port} занят" in messages.decode()


async def test_bot_that_cannot_start_ends_the_playground_with_its_reason(tmp_path: Path) -> None:
    async with playground(tmp_path, "--port", "0", CORPUS_PATH=str(tmp_path / "nowhere")) as process:
        printed, messages = await asyncio.wait_for(process.communicate(), 60)
    assert (process.returncode, printed) == (1, b"")
    assert "nowhere" in messages.decode()


@pytest.mark.parametrize("signals", [signal.SIGINT, signal.SIGTERM])
async def test_signal_before_the_bot_answers_is_clean_too(tmp_path: Path, articles: Path, signals: int) -> None:
    async with playground(tmp_path, "--port", "0", CORPUS_PATH=str(articles)) as process:
        assert process.stderr
        await asyncio.wait_for(process.stderr.readline(), 60)
        process.send_signal(signals)
        await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 0
