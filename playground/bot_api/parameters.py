"""Parameters: what a call gave, read into the dataclass that declares what its method takes."""

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from playground.bot_api.errors import bad_request
from playground.world.files import StoredFile
from playground.world.users import Json

Declared = TypeVar("Declared")


class Objects(list[Json]):
    """An array whose items are objects."""


def read_parameters(declared: type[Declared], given: Mapping[str, Any]) -> Declared:
    """Build `declared` from the given values; an unknown name, a missing or a wrong one raises BotApiError."""
    hints = typing.get_type_hints(declared)
    unknown = sorted(given.keys() - hints.keys())
    if unknown:
        # Telegram passes over these in silence; here they are mistakes of the bot's that a test should see.
        raise bad_request(f'unknown parameter "{unknown[0]}"')
    values = {name: _converted(name, value, hints[name]) for name, value in given.items() if value is not None}
    for field in dataclasses.fields(typing.cast(Any, declared)):
        if field.name not in values and field.default is dataclasses.MISSING:
            raise bad_request(f'parameter "{field.name}" is required')
    return declared(**values)


def _converted(name: str, value: Any, hint: Any) -> Any:
    kind = _kind(hint)
    try:
        return READERS[kind](value)
    except (ValueError, TypeError) as error:
        raise bad_request(f"can't parse {name}: {WANTED[kind]} expected") from error


def _kind(hint: Any) -> type:
    """The type to read: without `| None`, and `list` for `list[Json]`."""
    if isinstance(hint, types.UnionType):
        hint = next(option for option in typing.get_args(hint) if option is not type(None))
    if hint == list[Json]:
        return Objects
    origin = typing.get_origin(hint)
    return typing.cast(type, origin or hint)


def _integer(value: Any) -> int:
    if isinstance(value, bool | float):
        raise ValueError(value)
    return int(value)


def _boolean(value: Any) -> bool:
    written = str(value).lower()
    return WRITTEN_BOOLEANS[written] if written in WRITTEN_BOOLEANS else bool(_fail(value))


def _fail(value: Any) -> Any:
    raise ValueError(value)


def _text(value: Any) -> str:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else str(_fail(value))
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise bad_request("strings must be encoded in UTF-8")
    return text


def _object(value: Any) -> Json:
    read = json.loads(value) if isinstance(value, str) else value
    return read if isinstance(read, dict) else _fail(value)


def _array(value: Any) -> list[Any]:
    read = json.loads(value) if isinstance(value, str) else value
    return read if isinstance(read, list) else _fail(value)


def _objects(value: Any) -> list[Json]:
    read = _array(value)
    return read if all(isinstance(item, dict) for item in read) else _fail(value)


def _file(value: Any) -> StoredFile:
    return value if isinstance(value, StoredFile) else _fail(value)


READERS: dict[type, Callable[[Any], Any]] = {
    int: _integer, bool: _boolean, str: _text, dict: _object, list: _array,
    Objects: _objects, StoredFile: _file,
}  # fmt: skip
WRITTEN_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
WANTED = {
    int: "Integer", bool: "Boolean", str: "String", dict: "Object", list: "Array",
    Objects: "Array of Objects", StoredFile: "File",
}  # fmt: skip
