"""`python -m playground`: the web chat on a local Bot API, with the real bot behind it."""

import argparse
import asyncio
import errno
import logging
import signal
import sys
import time

from playground.bot_api.api import BotApi
from playground.bot_process import BotProcess
from playground.people.people import People
from playground.server import PlaygroundServer
from playground.world.cast import BOT, furnish
from playground.world.world import World

USUAL_PORT = 8765
KEPT_CALLS = 1000


def main(arguments: list[str] | None = None) -> int:
    """Serve until Ctrl-C or SIGTERM; 0 after a clean end, 1 where the bot ended by itself, 2 for a taken port."""
    asked = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    return asyncio.run(_serve(asked))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m playground", description="Веб-чат с ботом на локальном Bot API.")
    parser.add_argument("--port", type=int, help=f"порт на 127.0.0.1 (иначе {USUAL_PORT} или любой свободный)")
    parser.add_argument("--config", help="config.yaml, с которым запустить бота")
    parser.add_argument("--control", action="store_true", help="для тестов: принимать заказы на сбои по HTTP")
    return parser


async def _serve(asked: argparse.Namespace) -> int:
    server = _started(asked)
    if server is None:
        return 2
    bot = BotProcess(server, ("--config", asked.config) if asked.config else ())
    stopped = _stop_signal()
    await bot.start()
    try:
        return await _run(server, bot, stopped)
    finally:
        await bot.stop()
        await server.stop()


async def _run(server: PlaygroundServer, bot: BotProcess, stopped: "asyncio.Task[object]") -> int:
    ended = asyncio.create_task(bot.ended())
    answers = asyncio.create_task(bot.answers())
    await asyncio.wait({stopped, answers}, return_when=asyncio.FIRST_COMPLETED)
    if answers.done() and answers.result():
        print(server.address, flush=True)
        await asyncio.wait({stopped, ended}, return_when=asyncio.FIRST_COMPLETED)
    answers.cancel()
    if stopped.done():
        return 0
    print(f"playground: бот завершился сам, код {await ended}; причина — в его сообщениях выше", file=sys.stderr)
    return 1


def _stop_signal() -> "asyncio.Task[object]":
    """A task that is done once Ctrl-C or SIGTERM came."""
    came = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, came.set)
    return asyncio.create_task(came.wait())


def _started(asked: argparse.Namespace) -> PlaygroundServer | None:
    """The server, listening; None, with a message, where the port asked for is taken."""
    wanted = (asked.port,) if asked.port is not None else (USUAL_PORT, 0)
    for port in wanted:
        server = PlaygroundServer(_people(), port, asked.control)
        try:
            server.start()
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
        else:
            return server
    print(f"playground: порт {asked.port} занят или закрыт; назовите другой: --port N", file=sys.stderr)
    return None


def _people() -> People:
    # Ids begin at the time of the start: the bot's memory of earlier runs must not meet them again.
    first_id = int(time.time()) - 1_700_000_000
    world = furnish(World(BOT, first_id))
    return People(BotApi(world, first_update_id=first_id, keep_calls=KEPT_CALLS))


if __name__ == "__main__":
    sys.exit(main())
