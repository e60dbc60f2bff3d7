"""Application: the one place where the parts are put together."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, NoReturn
from urllib.parse import urlsplit

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Application, ApplicationBuilder, Defaults
from telegram.request import BaseRequest

from bot import health
from bot.archive import Archive
from bot.desk import Desk
from bot.handlers import add_handlers
from bot.handlers.menus import set_menus
from bot.polling import PollingRequest
from bot.reloading import Reloading
from bot.sending import Deliveries
from bot.settings import Settings, SettingsError
from bot.settings.settings import WebhookSettings
from bot.state import open_state
from bot.updates import KINDS, read_webhooks
from bot.warming import warm_soon
from bot.watching import check_watching, watch
from retrieval.decision import Strictness

App = Application[Any, Any, Any, Any, Any, Any]

# An update that waits for its flooded chat keeps its place among these: so many that the others never wait for one.
CONCURRENT_UPDATES = 1024
FOREVER = -1
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)

NO_TOKEN = "TELEGRAM_TOKEN is not set: get a token from @BotFather, or name a file that holds it in TELEGRAM_TOKEN_FILE"

DEFAULTS = Defaults(
    parse_mode=ParseMode.HTML,
    link_preview_options=LinkPreviewOptions(is_disabled=True),
    allow_sending_without_reply=True,
)


def build_application(settings: Settings, archive: Archive, request: BaseRequest | None = None) -> App:
    """The bot, ready to run. ``request``: how it reaches the Bot API, where that is not the network.

    Raises SettingsError where no token is given, the state cannot be opened or what watches the corpus is missing.
    """
    if settings.token is None:
        raise SettingsError(NO_TOKEN)
    if settings.corpus.watch:
        check_watching()
    deliveries = Deliveries()
    builder = (
        ApplicationBuilder()
        .token(settings.token.value)
        .base_url(settings.telegram.base_url)
        .base_file_url(settings.telegram.base_file_url)
        .rate_limiter(deliveries)
        .concurrent_updates(CONCURRENT_UPDATES)
        .defaults(DEFAULTS)
        .get_updates_request(request or PollingRequest())
    )
    application: App = (builder.request(request) if request else builder).build()
    desk = Desk(archive, settings.answer.at_once, Strictness(settings.answer.strictness))
    state = open_state(settings.state.path)
    reloading = Reloading(desk, settings)
    add_handlers(application, desk, state, deliveries, reloading, settings)
    closing = ExitStack()
    closing.callback(state.close)
    closing.callback(desk.close)
    _watch_over(application, closing, deliveries, reloading, settings)
    return application


def _watch_over(
    application: App, closing: ExitStack, deliveries: Deliveries, reloading: Reloading, settings: Settings
) -> None:
    """What opens before the first update and closes after the last."""
    stopping = ExitStack()

    async def opened(application: App) -> None:
        if settings.health.port:
            closing.callback(health.listen(settings.health.port, lambda: application.running).stop)
        _stop_on_signals(deliveries)
        menus = asyncio.create_task(set_menus(application.bot, settings.telegram.admin_ids))
        stopping.callback(menus.cancel)
        reloads = settings.corpus.watch or bool(settings.telegram.admin_ids)
        stopping.callback(warm_soon(settings.state.path / "numba", reloads).cancel)
        if settings.corpus.watch:
            watching = asyncio.create_task(watch(settings.corpus.path, reloading))
            stopping.callback(watching.cancel)

    async def stopped(application: App) -> None:
        stopping.close()

    async def closed(application: App) -> None:
        closing.close()

    application.post_init, application.post_stop, application.post_shutdown = opened, stopped, closed


def _stop_on_signals(deliveries: Deliveries) -> None:
    """As the library stops, but what waits for a network or a flood is told not to wait longer than the bot lives."""

    def stop() -> NoReturn:
        deliveries.patience.stop()
        raise SystemExit

    for number in STOP_SIGNALS:
        with suppress(NotImplementedError):  # Windows: the library's own way remains
            asyncio.get_running_loop().add_signal_handler(number, stop)


def serve(application: App, settings: Settings) -> None:
    """Runs until SIGTERM or SIGINT: running handlers finish first. Polls, or takes webhooks where they are set.

    Raises SettingsError where a port to listen on is taken.
    """
    with _loop():
        if settings.webhook.url:
            _take_webhooks(application, settings.webhook)
        else:
            application.run_polling(bootstrap_retries=FOREVER, allowed_updates=KINDS, close_loop=False)


@contextmanager
def _loop() -> Iterator[None]:
    """The event loop that the library runs on; what a signal left half done on it is ended, as the library does not."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        yield
    finally:
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        loop.close()


def _take_webhooks(application: App, webhook: WebhookSettings) -> None:
    read_webhooks()
    try:
        application.run_webhook(
            listen=webhook.listen,
            port=webhook.port,
            url_path=(webhook.path or urlsplit(webhook.url).path).lstrip("/"),
            webhook_url=webhook.url,
            secret_token=webhook.secret.value if webhook.secret else None,
            bootstrap_retries=FOREVER,
            allowed_updates=KINDS,
            close_loop=False,
        )
    except OSError as error:
        where = f"{webhook.listen}:{webhook.port}"
        raise SettingsError(f"webhook.port: {where} cannot be listened on ({error.strerror})") from error
