"""Schema: calls and updates checked against an independent authority, the models that aiogram generates."""

import json
import types
import typing
from typing import Any

import aiogram.methods
import aiogram.types
from pydantic import BaseModel

from playground.bot_api.recorder import Call

Problems = list[str]


def call_problems(call: Call) -> Problems:
    """What in the call is not as the Bot API documents it: empty where all is well."""
    model = getattr(aiogram.methods, call.method[0].upper() + call.method[1:], None)
    if model is None:
        return [f"{call.method}: no such method"]
    return [f"{call.method}: {problem}" for problem in _problems(model, call.given)]


def update_problems(update: dict[str, Any]) -> Problems:
    return _problems(aiogram.types.Update, update)


def result_problems(kind: type[BaseModel], result: Any) -> Problems:
    return _problems(kind, result)


def _problems(model: type[BaseModel], given: dict[str, Any]) -> Problems:
    read = _decoded(model, given)
    try:
        model.model_validate(read)
    except ValueError as error:
        return [str(error)]
    return _unknown(model, read)


def _decoded(model: type[BaseModel], given: dict[str, Any]) -> dict[str, Any]:
    """Form fields as the values that they stand for; texts stay as they are."""
    read = dict(given)
    for name, value in given.items():
        if isinstance(value, str) and value[:1] in "[{" and _is_structure(model, name):
            read[name] = json.loads(value)
    return read


def _is_structure(model: type[BaseModel], name: str) -> bool:
    field = model.model_fields.get(name)
    return field is not None and not any(option is str for option in _options(field.annotation))


def _unknown(model: type[BaseModel], given: dict[str, Any], path: str = "") -> Problems:
    """Names that the models do not know, at any depth: pydantic lets them pass."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    problems = [f"unknown {path}{name}" for name in given if name not in fields]
    for name, value in given.items():
        for part in _objects(value) if name in fields else []:
            problems += _least([_unknown(kind, part, f"{path}{name}.") for kind in _models(fields[name].annotation)])
    return problems


def _objects(value: Any) -> list[dict[str, Any]]:
    """The objects in a value, lists of lists opened."""
    if isinstance(value, list):
        return [part for item in value for part in _objects(item)]
    return [value] if isinstance(value, dict) else []


def _least(problems: list[Problems]) -> Problems:
    return min(problems, key=len, default=[])


def _models(annotation: Any) -> list[type[BaseModel]]:
    return [kind for kind in _options(annotation) if isinstance(kind, type) and issubclass(kind, BaseModel)]


def _options(annotation: Any) -> list[Any]:
    """The types named anywhere in an annotation, unions and lists opened."""
    origin = typing.get_origin(annotation)
    if origin is None:
        return [annotation]
    if origin in (typing.Union, types.UnionType, list):
        return [option for part in typing.get_args(annotation) for option in _options(part)]
    return [annotation]
