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


async def test_it_comes_by_itself_and_can_be_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    warmed = threading.Event()
    monkeypatch.setattr(warming, "warm", warmed.set)
    monkeypatch.setattr(warming, "AFTER", 0.0)
    warming.warm_soon().cancel()
    await asyncio.sleep(0.05)
    assert not warmed.is_set()
    warming.warm_soon()
    assert await asyncio.to_thread(warmed.wait, 10)


def test_missing_models_are_a_warning(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def missing() -> None:
        raise ModelsMissingError("run «make install»")

    monkeypatch.setattr(warming, "warm", missing)
    with caplog.at_level(logging.WARNING):
        warming._warm()
    assert "make install" in caplog.text
