"""Health: GET /live and /ready on loopback, for a supervisor."""

from __future__ import annotations

from collections.abc import Callable

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.settings import SettingsError

LOOPBACK = "127.0.0.1"


class Live(RequestHandler):
    def get(self) -> None:
        self.write("live\n")


class Ready(RequestHandler):
    def initialize(self, is_ready: Callable[[], bool]) -> None:
        self.is_ready = is_ready

    def get(self) -> None:
        ready = self.is_ready()
        self.set_status(200 if ready else 503)
        self.write("ready\n" if ready else "not ready\n")


def listen(port: int, is_ready: Callable[[], bool]) -> HTTPServer:
    """Serves on the running event loop until stopped. Raises SettingsError where the port is taken."""
    try:
        return Application([("/live", Live), ("/ready", Ready, {"is_ready": is_ready})]).listen(port, LOOPBACK)
    except OSError as error:
        raise SettingsError(f"health.port: {port} cannot be listened on ({error.strerror})") from error
