"""The Dockerfile's own steps, taken in an empty environment: there may be no Docker engine where the tests run."""

import asyncio
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from playground.bot_process import bot_environment
from tests.local_bot_api import local_bot_api
from tests.test_playground_process import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
BUILD, FINAL = re.split(r"^FROM .*$", DOCKERFILE, flags=re.MULTILINE)[1:]
INSTALLED = "/opt/venv"


def steps(stage: str, instruction: str) -> list[str]:
    joined = re.sub(r"\\\n\s*", " ", stage)
    return re.findall(rf"^{instruction} (.+)$", joined, flags=re.MULTILINE)


def copied(stage: str, folder: Path) -> None:
    """What the COPY instructions of a stage bring in, below ``folder``."""
    for step in steps(stage, "COPY"):
        *sources, target = [part for part in step.split() if not part.startswith("--")]
        for source in sources if "--from" not in step else []:
            origin = ROOT / source
            if origin.is_dir():
                shutil.copytree(origin, folder / target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(origin, folder / target)


def test_it_ends_as_a_user_without_rights_in_exec_form() -> None:
    assert steps(FINAL, "USER") == ["doslovno"]
    assert json.loads(steps(FINAL, "ENTRYPOINT")[0])[1:] == ["-m", "bot"]
    assert json.loads(steps(FINAL, "CMD")[0]) == ["run"]
    assert steps(FINAL, "STOPSIGNAL") == ["SIGTERM"]


def test_the_health_check_goes_through_the_program() -> None:
    (check,) = steps(FINAL, "HEALTHCHECK")
    assert json.loads(check[check.index("[") :]) == ["/opt/venv/bin/python", "-m", "bot", "health"]


@pytest.mark.slow
async def test_its_steps_install_and_start_the_bot(tmp_path: Path) -> None:
    app, venv, state, articles = (tmp_path / name for name in ("app", "venv", "state", "articles"))
    app.mkdir()
    copied(BUILD, app)
    copied(FINAL, app)
    shutil.copytree(ROOT / "corpus" / "articles", articles)
    clean = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "VENV": str(venv)}
    for step in steps(BUILD, "RUN"):
        subprocess.run(["sh", "-c", step], cwd=app, env=clean, check=True)
    command = [part.replace(INSTALLED, str(venv)) for part in json.loads(steps(FINAL, "ENTRYPOINT")[0])]
    await starts_and_stops(command, app, clean, articles, state)


async def starts_and_stops(command: list[str], app: Path, clean: dict[str, str], articles: Path, state: Path) -> None:
    async with local_bot_api() as local:
        own = {"CORPUS_PATH": str(articles), "STATE_PATH": str(state), "DOSLOVNO__HEALTH__PORT": "18081"}
        told = {name: value for name, value in bot_environment(local.server).items() if name.startswith("TELEGRAM")}
        environment = clean | told | own
        bot = await asyncio.create_subprocess_exec(*command, "run", cwd=app, env=environment)
        try:
            await asyncio.wait_for(local.api.updates.polled.wait(), 120)
            healthy = await asyncio.create_subprocess_exec(*command, "health", cwd=app, env=environment)
            assert await asyncio.wait_for(healthy.wait(), 30) == 0
            bot.terminate()
            assert await asyncio.wait_for(bot.wait(), 20) == 0
        finally:
            if bot.returncode is None:
                bot.kill()
                await bot.wait()
