"""Control route, for tests of a playground that runs as a process of its own: faults planned from outside."""

import json

from tornado.web import HTTPError, RequestHandler

from playground.bot_api.api import BotApi
from playground.bot_api.faults import Fault, Trouble


class ControlHandler(RequestHandler):
    """POST {"outage": true} or {"clear": true} or a fault: {"trouble": "flood", "method": …, "times": …}."""

    def initialize(self, api: BotApi) -> None:
        self.api = api

    def post(self) -> None:
        asked = json.loads(self.request.body)
        if "outage" in asked:
            self.api.set_outage(bool(asked["outage"]))
        elif asked.get("clear"):
            self.api.faults.clear()
        else:
            self.api.faults.plan(_fault(asked))
        self.write({"ok": True})


def _fault(asked: dict[str, object]) -> Fault:
    try:
        return Fault(Trouble(asked.pop("trouble")), **asked)  # type: ignore[arg-type]
    except (KeyError, ValueError, TypeError) as error:
        raise HTTPError(400, str(error)) from error
