"""StoredFile: a document that somebody sent, kept in memory while the playground runs."""

import secrets
from dataclasses import dataclass

from playground.world.users import Json


@dataclass(frozen=True)
class StoredFile:
    id: str
    name: str
    media_type: str
    content: bytes

    @property
    def path(self) -> str:
        """What getFile answers as `file_path`, below /file/bot<token>/."""
        return f"documents/{self.id}"

    def as_document(self) -> Json:
        """The file as the Bot API's `Document`; size in bytes."""
        unique = self.id[-12:]
        named = {"file_name": self.name, "mime_type": self.media_type}
        return {"file_id": self.id, "file_unique_id": unique, "file_size": len(self.content), **named}


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def store(self, name: str, media_type: str, content: bytes) -> StoredFile:
        file = StoredFile(secrets.token_urlsafe(24), name, media_type, content)
        self._by_id[file.id] = file
        return file

    def get(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)
