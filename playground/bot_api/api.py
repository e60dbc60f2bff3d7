"""BotApi: what the methods work on: the world, the bot's updates, and the queries that wait for it."""

import secrets
from dataclasses import dataclass

from playground.bot_api import limits
from playground.bot_api.command_lists import CommandLists
from playground.bot_api.faults import Faults
from playground.bot_api.inline_results import InlineAnswer, InlineCache, InlineQuery
from playground.bot_api.pending import PendingQueries
from playground.bot_api.recorder import Recorder
from playground.bot_api.updates import UpdateQueue
from playground.bot_api.webhook import Courier
from playground.world.messages import Message
from playground.world.users import Json, User
from playground.world.world import World


@dataclass(frozen=True)
class Tap:
    """A press of a message's button, which waits for answerCallbackQuery."""

    user: User
    message: Message


def new_token(bot: User) -> str:
    """A token of Telegram's form, drawn anew for each run."""
    return f"{bot.id}:{secrets.token_urlsafe(26)}"


class BotApi:
    """`keep_calls` is how many calls the recorder keeps, all where None; `first_update_id` begins the numbering."""

    def __init__(
        self, world: World, token: str | None = None, first_update_id: int = 1, keep_calls: int | None = None
    ) -> None:
        self.world = world
        self.token = token or new_token(world.bot)
        self.updates = UpdateQueue(first_update_id)
        self.courier = Courier(self.updates, world)
        self.taps: PendingQueries[Tap] = PendingQueries(limits.CALLBACK_LIFETIME, world.clock)
        self.inline_queries: PendingQueries[InlineQuery] = PendingQueries(limits.INLINE_LIFETIME, world.clock)
        self.inline_answers: dict[str, InlineAnswer] = {}
        self.inline_cache = InlineCache(world.clock)
        self.commands = CommandLists()
        self.faults = Faults()
        self.recorder = Recorder(keep_calls)

    def stop(self) -> None:
        self.courier.stop()

    def set_outage(self, begins: bool) -> None:
        """Begin or end an outage: while it lasts every connection is cut, that of a waiting poll at once."""
        self.faults.outage = begins
        self.updates.release()

    def answer_inline(self, query_id: str, query: InlineQuery, answer: InlineAnswer) -> None:
        """Show the answer to the one who asked, and remember it for when a result is chosen."""
        self.inline_answers[query_id] = answer
        while len(self.inline_answers) > 1000:
            del self.inline_answers[next(iter(self.inline_answers))]
        shown: Json = {
            "user_id": query.user.id,
            "query_id": query_id,
            "query": query.text,
            "offset": query.offset,
            "next_offset": answer.next_offset,
            "button": answer.button,
            "results": [{key: result.get(key) for key in ("id", "title", "description")} for result in answer.results],
        }
        self.world.publish("inline_answer", shown)
