"""Loading: defaults, config.yaml, the environment and the command line, the later outranking, -> Settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.settings.config_file import read_config, unknown
from bot.settings.keys import KEYS, PREFIX, Key
from bot.settings.settings import (
    AnswerSettings,
    CorpusSettings,
    GroupSettings,
    HealthSettings,
    InlineSettings,
    LogSettings,
    Secret,
    Settings,
    SettingsError,
    StateSettings,
    TelegramSettings,
    WebhookSettings,
)
from bot.settings.token import read_token

PATHS = ("corpus.path", "corpus.dictionary", "corpus.people", "corpus.outlets", "state.path")
HOME = Path(__file__).resolve().parents[2]
TEXT_DEFAULTS = (str, list)


def load_settings(
    config: Path | None, environ: Mapping[str, str], overrides: Mapping[str, str] | None = None
) -> Settings:
    """``config``: the file named by ``--config``; null: ./config.yaml where there is one, else the defaults.
    ``overrides``: "section.key" to text, given by the command line.

    Raises SettingsError with all problems at once.
    """
    file = config or _config_here()
    written, problems = read_config(file) if file else ({}, [])
    written = _anchored(written, file.parent if file else HOME)
    given, wrong_names = _environment(environ)
    values, wrong_values = _read({**written, **given, **(overrides or {})}, _origins(file, environ, overrides))
    token, wrong_token = _token(environ)
    problems += wrong_names + wrong_values + wrong_token + _state_in_corpus(values)
    if problems:
        raise SettingsError(*problems)
    return _settings(file, token, values)


def _config_here() -> Path | None:
    file = Path("config.yaml")
    return file if file.is_file() else None


def _anchored(written: dict[str, object], folder: Path) -> dict[str, object]:
    """What the file and the defaults say, relative paths counted from ``folder``."""
    values = {key.name: key.default for key in KEYS} | written
    return values | {name: _below(folder, values[name]) for name in PATHS}


def _below(folder: Path, path: object) -> object:
    return str(folder / Path(path).expanduser()) if isinstance(path, str) and path.strip() else path


def _environment(environ: Mapping[str, str]) -> tuple[dict[str, object], list[str]]:
    """The values that the environment sets; an empty variable sets nothing. Unknown DOSLOVNO__ names are refused."""
    given = {
        key.name: _parsed(key, environ[variable])
        for key in KEYS
        for variable in reversed(key.variables)
        if environ.get(variable)
    }
    known = tuple(variable for key in KEYS for variable in key.variables if variable.startswith(PREFIX))
    return given, [unknown(name, known) for name in environ if name.startswith(PREFIX) and name not in known]


def _parsed(key: Key, text: str) -> object:
    """A variable's text as config.yaml would have it: numbers are read, texts and lists stay text."""
    if isinstance(key.default, TEXT_DEFAULTS):
        return text
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return text


def _origins(
    file: Path | None, environ: Mapping[str, str], overrides: Mapping[str, str] | None
) -> dict[str, str]:
    """How to name each key in a complaint: by the variable that sets it, else by the file's key."""
    by_file = {key.name: f"{file}: {key.name}" if file else key.name for key in KEYS}
    by_variable = {key.name: variable for key in KEYS for variable in reversed(key.variables) if environ.get(variable)}
    return by_file | by_variable | {name: f"--{name.partition('.')[0]}" for name in overrides or {}}


def _read(values: Mapping[str, object], origins: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    read: dict[str, Any] = {}
    problems = []
    for key in KEYS:
        try:
            read[key.name] = key.kind(values[key.name])
        except ValueError as error:
            problems.append(f"{origins[key.name]} must be {error}, not {_shown(key, values[key.name])}")
    return read, problems


def _shown(key: Key, value: object) -> str:
    return "what it is" if key.field == "secret" else repr(value)


def _token(environ: Mapping[str, str]) -> tuple[Secret | None, list[str]]:
    try:
        return read_token(environ), []
    except ValueError as error:
        return None, [str(error)]


def _state_in_corpus(values: Mapping[str, Any]) -> list[str]:
    if "corpus.path" not in values or "state.path" not in values:
        return []
    corpus, state = values["corpus.path"].resolve(), values["state.path"].resolve()
    inside = state == corpus or corpus in state.parents
    return [f"state.path (STATE_PATH): {state} lies inside the corpus {corpus}; put it elsewhere"] if inside else []


def _settings(file: Path | None, token: Secret | None, values: Mapping[str, Any]) -> Settings:
    def section(name: str) -> dict[str, Any]:
        return {key.field: values[key.name] for key in KEYS if key.section == name}

    return Settings(
        source=file,
        token=token,
        corpus=CorpusSettings(**section("corpus")),
        state=StateSettings(**section("state")),
        telegram=TelegramSettings(**section("telegram")),
        groups=GroupSettings(**section("groups")),
        answer=AnswerSettings(**section("answer")),
        inline=InlineSettings(**section("inline")),
        webhook=WebhookSettings(**section("webhook")),
        health=HealthSettings(**section("health")),
        log=LogSettings(**section("log")),
    )
