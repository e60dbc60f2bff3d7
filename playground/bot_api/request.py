"""Given parameters: what a call's body and address hold, in any of the encodings that Telegram takes."""

import json
from typing import Any

from tornado.httputil import HTTPServerRequest

from playground.bot_api.errors import bad_request
from playground.world.files import Files

ATTACHED = "attach://"


def given_parameters(request: HTTPServerRequest, files: Files) -> dict[str, Any]:
    """By name; JSON values as they are, form values as text; raises BotApiError for a body that cannot be read."""
    given: dict[str, Any] = {name: _decoded(values[-1]) for name, values in request.arguments.items()}
    if request.headers.get("Content-Type", "").startswith("application/json") and request.body:
        given |= _json_body(request.body)
    return given | _uploads(request, given, files)


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _json_body(body: bytes) -> dict[str, Any]:
    try:
        read = json.loads(body)
    except ValueError:
        read = None
    if not isinstance(read, dict):
        raise bad_request("can't parse request JSON object")
    return read


def _uploads(request: HTTPServerRequest, given: dict[str, Any], files: Files) -> dict[str, Any]:
    """The files sent along, under the parameter that they are for, by its name or by attach://."""
    stored = {
        name: files.store(parts[0].filename or name, parts[0].content_type, parts[0].body)
        for name, parts in request.files.items()
    }
    attached = {
        name: stored.pop(value.removeprefix(ATTACHED))
        for name, value in given.items()
        if isinstance(value, str) and value.startswith(ATTACHED) and value.removeprefix(ATTACHED) in stored
    }
    return stored | attached
