"""Playground server: the Bot API and the web chat on one port of the loopback interface."""

import secrets
from types import TracebackType

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from playground.bot_api.handlers import FileHandler, MethodHandler
from playground.bot_api.limits import UPLOAD_BYTES
from playground.control import ControlHandler
from playground.people.people import People
from playground.web_chat.handlers import (
    ActHandler,
    AssetHandler,
    DocumentHandler,
    EventsHandler,
    PageHandler,
    UploadHandler,
)

LOOPBACK = "127.0.0.1"
OWN_HOSTS = r"(?:127\.0\.0\.1|localhost)"


class _Elsewhere(RequestHandler):
    """Whatever has no handler: an unknown path, or a Host that is not this one (a name that points here by trick)."""

    def prepare(self) -> None:
        own = self.request.host_name in {LOOPBACK, "localhost"}
        self.set_status(404 if own else 403)
        self.finish({"ok": False, "error_code": self.get_status(), "description": "Not Found" if own else "Forbidden"})


class PlaygroundServer:
    """Listens from `start` to `stop`; port 0 takes any free one. With `control`, tests may plan faults over HTTP.

    Raises OSError on `start` where the port is taken.
    """

    def __init__(self, people: People, port: int = 0, control: bool = False) -> None:
        self.people = people
        self._wanted_port = port
        self._application = _application(people, control)
        self._server: HTTPServer | None = None
        self.port = 0

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def base_url(self) -> str:
        """What the bot takes as TELEGRAM_BASE_URL; its files are below `base_file_url`."""
        return f"{self.address}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.address}/file/bot"

    def start(self) -> None:
        sockets = bind_sockets(self._wanted_port, LOOPBACK)
        self.port = sockets[0].getsockname()[1]
        self._server = HTTPServer(self._application, max_buffer_size=UPLOAD_BYTES + 2**20)
        self._server.add_sockets(sockets)

    async def stop(self) -> None:
        """Take no more connections and close those that are open."""
        self.people.api.stop()
        if self._server is not None:
            self._server.stop()
            await self._server.close_all_connections()
            self._server = None

    async def __aenter__(self) -> "PlaygroundServer":
        self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()


def _application(people: People, control: bool) -> Application:
    api: dict[str, object] = {"api": people.api}
    page: dict[str, object] = {"people": people, "key": secrets.token_urlsafe(24)}
    routes: list[tuple[str, type[RequestHandler], dict[str, object]]] = [
        (r"/bot([^/]+)/(\w+)", MethodHandler, api),
        (r"/file/bot([^/]+)/(.+)", FileHandler, api),
        (r"/", PageHandler, page),
        (r"/web/([\w.-]+)", AssetHandler, page),
        (r"/events", EventsHandler, page),
        (r"/act/upload", UploadHandler, page),
        (r"/act/([\w-]+)", ActHandler, page),
        (r"/documents/([\w-]+)", DocumentHandler, page),
        *([(r"/control", ControlHandler, api)] if control else []),
    ]
    # Tornado's own access log would print the bot's token with every request.
    application = Application(default_handler_class=_Elsewhere, log_function=lambda handler: None)
    application.add_handlers(OWN_HOSTS, list(routes))
    return application
