"""Soon after its start a bot that may be reloaded has loaded what a reload needs."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot import warming
from corpus.models import ModelsMissingError


def test_warming_loads_the_models() -> None:
    program = (
        "import sys; from corpus.update import warm; before = 'slovnet' in sys.modules; warm();"
        "from corpus import models; print(before, models._tagger.cache_info().currsize)"
    )
    home = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=home)
    assert done.stdout.split() == ["False", "1"]


async def test_it_comes_by_itself_and_can_be_taken_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    warmed = threading.Event()
    monkeypatch.setattr(warming, "warm", warmed.set)
    monkeypatch.setattr(warming, "load_kernel", lambda cache: False)
    monkeypatch.setattr(warming, "AFTER", 0.0)
    warming.warm_soon(tmp_path, reloads=True).cancel()
    await asyncio.sleep(0.05)
    assert not warmed.is_set()
    warming.warm_soon(tmp_path, reloads=True)
    assert await asyncio.to_thread(warmed.wait, 10)


@pytest.mark.parametrize("reloads", [False, True])
def test_the_compiled_search_is_loaded_for_every_bot_the_models_where_a_reload_may_come(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, reloads: bool
) -> None:
    done: list[object] = []

    def loaded(cache: Path) -> bool:
        done.append(cache)
        return True

    monkeypatch.setattr(warming, "warm", lambda: done.append("models"))
    monkeypatch.setattr(warming, "load_kernel", loaded)
    with caplog.at_level(logging.INFO):
        warming._warm(tmp_path, reloads)
    assert done == [*(["models"] if reloads else []), tmp_path]
    assert "compiled search" in caplog.text


def test_missing_models_are_a_warning(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(warming, "load_kernel", lambda cache: False)
    def missing() -> None:
        raise ModelsMissingError("run «make install»")

    monkeypatch.setattr(warming, "warm", missing)
    with caplog.at_level(logging.WARNING):
        warming._warm(tmp_path, reloads=True)
    assert "make install" in caplog.text
