"""The web chat over HTTP: its page, its acts and its stream of events; only this page's own requests are taken."""

import asyncio
import hmac
import json
import mimetypes
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tornado.iostream import StreamClosedError
from tornado.web import HTTPError, RequestHandler

from playground.bot_api.errors import BotApiError
from playground.bot_api.parameters import read_parameters
from playground.people.people import NotPossibleError, People
from playground.web_chat.acts import ACTS, AtSeat, upload
from playground.web_chat.snapshot import snapshot
from playground.world.world import Event

WEB = Path(__file__).resolve().parent.parent / "web"
KEY_HEADER = "X-Playground-Key"
KEY_PLACE = "{{key}}"
SAFETY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
HEARTBEAT_SECONDS = 15.0


class _WebHandler(RequestHandler):
    """`key` is drawn anew for each run and written into the page: other sites' pages cannot read it."""

    def initialize(self, people: People, key: str) -> None:
        self.people = people
        self.key = key

    def set_default_headers(self) -> None:
        for name, value in SAFETY.items():
            self.set_header(name, value)

    def check_key(self) -> None:
        given = self.request.headers.get(KEY_HEADER) or self.get_query_argument("key", "")
        if not hmac.compare_digest(given.encode(), self.key.encode()):
            raise HTTPError(403)

    def write_json(self, told: dict[str, Any], status: int = 200) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.write(json.dumps(told, ensure_ascii=False))


class PageHandler(_WebHandler):
    def get(self) -> None:
        page = (WEB / "index.html").read_text("utf-8")
        self.write(page.replace(KEY_PLACE, self.key))


class AssetHandler(_WebHandler):
    def get(self, name: str) -> None:
        path = WEB / name
        if path.parent != WEB or path.suffix == ".html" or not path.is_file():
            raise HTTPError(404)
        self.set_header("Content-Type", f"{mimetypes.guess_type(name)[0]}; charset=utf-8")
        self.write(path.read_bytes())


class ActHandler(_WebHandler):
    def post(self, name: str) -> None:
        self.check_key()
        if name not in ACTS:
            raise HTTPError(404)
        takes, act = ACTS[name]
        try:
            self.write_json(act(self.people, read_parameters(takes, _asked(self.request.body))))
        except NotPossibleError as reason:
            self.write_json({"error": str(reason)}, 409)
        except BotApiError as refusal:
            self.write_json({"error": refusal.description}, 400)


class UploadHandler(_WebHandler):
    def post(self) -> None:
        self.check_key()
        fields = ("user_id", "chat_id", "thread")
        given = {name: self.get_body_argument(name) for name in fields if self.get_body_argument(name, "")}
        parts = self.request.files.get("document", [])
        try:
            for part in parts:
                asked = read_parameters(AtSeat, given)
                upload(self.people, asked, part.filename, part.content_type, part.body)
        except (NotPossibleError, BotApiError) as reason:
            return self.write_json({"error": str(reason)}, 400)
        return self.write_json({"sent": len(parts)})


class DocumentHandler(_WebHandler):
    def get(self, file_id: str) -> None:
        self.check_key()
        file = self.people.world.files.get(file_id)
        if file is None:
            raise HTTPError(404)
        # Always to be saved, never shown: what people send must not run as a page of this address.
        self.set_header("Content-Type", "application/octet-stream")
        self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(file.name)}")
        self.write(file.content)


class EventsHandler(_WebHandler):
    """Server-sent events: a snapshot, then each event of the world as it happens."""

    async def get(self) -> None:
        self.check_key()
        self.set_header("Content-Type", "text/event-stream; charset=utf-8")
        happened: asyncio.Queue[Event] = asyncio.Queue()
        stop = self.people.world.listen(happened.put_nowait)
        try:
            await self._send(Event("snapshot", snapshot(self.people.world)))
            while True:
                await self._send(await _next(happened))
        except StreamClosedError:
            return
        finally:
            stop()

    async def _send(self, event: Event | None) -> None:
        told = {"kind": event.kind} | event.data if event else None
        self.write(f"data: {json.dumps(told, ensure_ascii=False)}\n\n" if told else ": still here\n\n")
        await self.flush()


async def _next(happened: asyncio.Queue[Event]) -> Event | None:
    """The next event, or None where nothing happened for a while."""
    try:
        return await asyncio.wait_for(happened.get(), HEARTBEAT_SECONDS)
    except TimeoutError:
        return None


def _asked(body: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(body)
    except ValueError:
        asked = None
    if not isinstance(asked, dict):
        raise HTTPError(400)
    return asked
