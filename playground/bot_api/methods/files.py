"""Files: where to fetch a document that somebody sent."""

from dataclasses import dataclass

from playground.bot_api import limits
from playground.bot_api.api import BotApi
from playground.bot_api.errors import bad_request
from playground.world.users import Json


@dataclass(frozen=True)
class GetFile:
    file_id: str | None = None


def get_file(api: BotApi, asked: GetFile) -> Json:
    file = api.world.files.get(asked.file_id or "")
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > limits.DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    told = file.as_document()
    return {key: told[key] for key in ("file_id", "file_unique_id", "file_size")} | {"file_path": file.path}
