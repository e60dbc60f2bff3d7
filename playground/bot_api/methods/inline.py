"""Answered inline queries: the cards above the text box."""

from dataclasses import dataclass

from playground.bot_api import limits
from playground.bot_api.api import BotApi
from playground.bot_api.inline_results import InlineAnswer, checked_button, checked_next_offset, checked_results
from playground.world.users import Json


@dataclass(frozen=True)
class AnswerInlineQuery:
    results: list[Json]
    inline_query_id: str | None = None
    cache_time: int = limits.INLINE_CACHE_SECONDS
    is_personal: bool = False
    next_offset: str | None = None
    button: Json | None = None


def answer_inline_query(api: BotApi, asked: AnswerInlineQuery) -> bool:
    query_id = asked.inline_query_id or ""
    api.inline_queries.check(query_id)
    answer = InlineAnswer(
        checked_results(asked.results),
        checked_button(asked.button),
        checked_next_offset(asked.next_offset),
        asked.cache_time,
        asked.is_personal,
    )
    query = api.inline_queries.take(query_id)
    api.inline_cache.keep(query, answer)
    api.answer_inline(query_id, query, answer)
    return True
