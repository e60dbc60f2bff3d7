"""Application: the one place where the parts are put together."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import AIORateLimiter, Application, ApplicationBuilder, Defaults
from telegram.request import BaseRequest

from bot import health
from bot.desk import Answering, Desk
from bot.handlers import add_handlers
from bot.settings import Settings, SettingsError
from bot.settings.settings import WebhookSettings

App = Application[Any, Any, Any, Any, Any, Any]

# The rate limiter waits inside the handler, so that many may be waiting: one flooded group holds nobody else up.
CONCURRENT_UPDATES = 256
RETRIES_ON_FLOOD = 3
FOREVER = -1

NO_TOKEN = "TELEGRAM_TOKEN is not set: get a token from @BotFather, or name a file that holds it in TELEGRAM_TOKEN_FILE"

DEFAULTS = Defaults(
    parse_mode=ParseMode.HTML,
    link_preview_options=LinkPreviewOptions(is_disabled=True),
    allow_sending_without_reply=True,
)


def build_application(settings: Settings, searcher: Answering, request: BaseRequest | None = None) -> App:
    """The bot, ready to run. ``request``: how it reaches the Bot API, where that is not the network.

    Raises SettingsError where no token is given.
    """
    if settings.token is None:
        raise SettingsError(NO_TOKEN)
    desk = Desk(searcher, settings.answer.at_once)
    builder = (
        ApplicationBuilder()
        .token(settings.token.value)
        .base_url(settings.telegram.base_url)
        .base_file_url(settings.telegram.base_file_url)
        .rate_limiter(AIORateLimiter(max_retries=RETRIES_ON_FLOOD))
        .concurrent_updates(CONCURRENT_UPDATES)
        .defaults(DEFAULTS)
    )
    if request is not None:
        builder = builder.request(request).get_updates_request(request)
    application: App = builder.build()
    add_handlers(application, desk, settings)
    _watch_over(application, desk, settings)
    return application


def _watch_over(application: App, desk: Desk, settings: Settings) -> None:
    """The health port opens before the first update, the desk closes after the last."""

    closing = ExitStack()
    closing.callback(desk.close)

    async def opened(application: App) -> None:
        if settings.health.port:
            server = health.listen(settings.health.port, lambda: application.running)
            closing.callback(server.stop)

    async def closed(application: App) -> None:
        closing.close()

    application.post_init, application.post_shutdown = opened, closed


def serve(application: App, settings: Settings) -> None:
    """Runs until SIGTERM or SIGINT: running handlers finish first. Polls, or takes webhooks where they are set.

    Raises SettingsError where a port to listen on is taken.
    """
    if settings.webhook.url:
        _take_webhooks(application, settings.webhook)
    else:
        application.run_polling(bootstrap_retries=FOREVER, allowed_updates=Update.ALL_TYPES)


def _take_webhooks(application: App, webhook: WebhookSettings) -> None:
    try:
        application.run_webhook(
            listen=webhook.listen,
            port=webhook.port,
            url_path=(webhook.path or urlsplit(webhook.url).path).lstrip("/"),
            webhook_url=webhook.url,
            secret_token=webhook.secret.value if webhook.secret else None,
            bootstrap_retries=FOREVER,
            allowed_updates=Update.ALL_TYPES,
        )
    except OSError as error:
        where = f"{webhook.listen}:{webhook.port}"
        raise SettingsError(f"webhook.port: {where} cannot be listened on ({error.strerror})") from error
