"""Answer to a call: its method found, its parameters read, the work done or refused."""

import inspect
from typing import Any

from playground.bot_api.api import BotApi
from playground.bot_api.errors import BotApiError
from playground.bot_api.methods import METHODS
from playground.bot_api.parameters import read_parameters
from playground.world.files import StoredFile
from playground.world.users import Json


async def answer_to(api: BotApi, method_name: str, given: dict[str, Any]) -> Json:
    """The JSON that the bot gets, a refusal included; every call is recorded."""
    try:
        answer: Json = {"ok": True, "result": await _result(api, method_name, given)}
    except BotApiError as error:
        answer = error.as_json()
    api.recorder.record(_shown_name(method_name), _shown(given), answer)
    return answer


async def _result(api: BotApi, method_name: str, given: dict[str, Any]) -> Any:
    method = METHODS.get(method_name.lower())
    if method is None:
        raise BotApiError(404, "Not Found")
    result = method.run(api, read_parameters(method.takes, given))
    return await result if inspect.isawaitable(result) else result


def _shown_name(method_name: str) -> str:
    method = METHODS.get(method_name.lower())
    return method.name if method else method_name


def _shown(given: dict[str, Any]) -> Json:
    return {name: value.name if isinstance(value, StoredFile) else value for name, value in given.items()}
