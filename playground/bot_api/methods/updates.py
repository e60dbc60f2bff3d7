"""Updates: fetched by polling, or brought to a webhook, never both."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from playground.bot_api.api import BotApi
from playground.bot_api.errors import bad_request, conflict
from playground.bot_api.webhook import Webhook
from playground.world.files import StoredFile
from playground.world.users import Json

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(frozen=True)
class GetUpdates:
    offset: int = 0
    limit: int = 100
    timeout: int = 0
    allowed_updates: list[str] | None = None


@dataclass(frozen=True)
class SetWebhook:
    url: str = ""
    certificate: StoredFile | None = None
    ip_address: str | None = None
    max_connections: int = 40
    allowed_updates: list[str] | None = None
    drop_pending_updates: bool = False
    secret_token: str | None = None


@dataclass(frozen=True)
class DeleteWebhook:
    drop_pending_updates: bool = False


@dataclass(frozen=True)
class GetWebhookInfo:
    pass


async def get_updates(api: BotApi, asked: GetUpdates) -> list[Json]:
    if api.courier.webhook is not None:
        raise conflict(WEBHOOK_ACTIVE)
    api.updates.allow(asked.allowed_updates)
    api.updates.confirm(asked.offset)
    return await api.updates.poll(min(max(asked.limit, 1), 100), asked.timeout)


def set_webhook(api: BotApi, asked: SetWebhook) -> bool:
    if asked.secret_token is not None and not SECRET.fullmatch(asked.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if asked.url:
        _check_address(asked.url)
    if asked.drop_pending_updates:
        api.updates.pending.clear()
    api.updates.allow(asked.allowed_updates)
    if asked.url:
        api.courier.set(Webhook(asked.url, asked.secret_token, asked.max_connections))
    else:
        api.courier.stop()
    return True


def delete_webhook(api: BotApi, asked: DeleteWebhook) -> bool:
    if asked.drop_pending_updates:
        api.updates.pending.clear()
    api.courier.stop()
    return True


def get_webhook_info(api: BotApi, asked: GetWebhookInfo) -> Json:
    webhook, error = api.courier.webhook, api.courier.last_error
    told: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(api.updates.pending),
        "allowed_updates": sorted(api.updates.allowed),
    }
    if webhook is not None:
        told["max_connections"] = webhook.max_connections
    if error is not None:
        told |= {"last_error_date": error[0], "last_error_message": error[1]}
    return told


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    # Nothing leaves this machine: the local Bot API takes plain HTTP, and calls at home only.
    if parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: the local Bot API brings updates to loopback addresses only")
