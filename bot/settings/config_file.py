"""Config file: config.yaml -> what it sets, by "section.key", and what is wrong with it."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import yaml

from bot.settings.keys import KEYS

NAMES = tuple(key.name for key in KEYS)
SECTIONS = tuple(dict.fromkeys(key.section for key in KEYS))
TOKEN_NAMES = ("token", "telegram_token", "telegram.token")


def read_config(file: Path) -> tuple[dict[str, object], list[str]]:
    """The values that ``file`` sets, and its problems, one line each, naming file and key."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        return {}, [f"{file} cannot be read ({error.strerror})"]
    except UnicodeDecodeError:
        return {}, [f"{file} is not a UTF-8 text"]
    except yaml.YAMLError as error:
        return {}, [f"{file} is not valid YAML{_line_of(error)}"]
    return flattened({} if content is None else content, str(file))


def _line_of(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f": line {mark.line + 1}: {getattr(error, 'problem', '')}" if mark else f": {error}"


def flattened(content: object, file: str) -> tuple[dict[str, object], list[str]]:
    """Sections and their keys as one level; an empty section or key keeps its default."""
    if not isinstance(content, dict):
        return {}, [f"{file}: sections are expected, such as {SECTIONS[0]}:"]
    values: dict[str, object] = {}
    problems: list[str] = []
    for section, keys in content.items():
        if section not in SECTIONS:
            problems.append(f"{file}: {unknown(str(section), SECTIONS)}")
        elif isinstance(keys, dict):
            values |= {f"{section}.{key}": value for key, value in keys.items() if value is not None}
        elif keys is not None:
            problems.append(f"{file}: {section}: keys are expected below it")
    problems += [f"{file}: {unknown(name, NAMES)}" for name in values if name not in NAMES]
    return {name: value for name, value in values.items() if name in NAMES}, problems


def unknown(name: str, known: tuple[str, ...]) -> str:
    """A line that refuses ``name`` and tells the nearest known one."""
    if name.lower() in TOKEN_NAMES:
        return f"{name}: the token is never kept in a file of settings; set TELEGRAM_TOKEN or TELEGRAM_TOKEN_FILE"
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    return f"unknown key {name}" + (f"; did you mean {near[0]}?" if near else f"; known are {', '.join(known)}")
