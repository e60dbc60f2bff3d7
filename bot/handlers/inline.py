"""Inline queries -> result cards, one extract each; nothing found -> a button into the private chat."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import InlineQueryLimit, ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.desk import Desk
from bot.handlers.replies import keyboard, phrases_of
from bot.message import InlineCard, inline_cards
from bot.phrases import Phrases
from bot.settings.settings import InlineSettings
from bot.statistics import Statistics

log = logging.getLogger(__name__)

START_PARAMETER = "ask"
TOO_LATE = "query is too old"
EMPTY_CACHE_SECONDS = 3600  # nothing that a reload changes is shown for it
MOST = 50


@dataclass(frozen=True, slots=True)
class InlineQueries:
    """``newest``: the last query of each user who is being answered; those before it nobody waits for."""

    desk: Desk
    settings: InlineSettings
    statistics: Statistics
    newest: dict[int, str] = field(default_factory=dict)

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.inline_query
        if query is None:
            return
        phrases = phrases_of(update, query.query)
        self.statistics.count("inline")
        user = query.from_user.id
        self.newest[user] = query.id
        try:
            cards, above = await self._cards(query, phrases, context.bot.username)
            if self.newest.get(user) == query.id:
                await self._send(query, cards, above)
        finally:
            if self.newest.get(user) == query.id:
                del self.newest[user]

    async def _cards(self, query: InlineQuery, phrases: Phrases, bot: str) -> tuple[list[InlineCard], str]:
        """All that there are to page through, and the words of the button above them where they are no answer."""
        if not query.query.strip():
            return [], phrases.inline_ask
        answer = await self.desk.answer(query.query, MOST)
        return inline_cards(answer, phrases, bot), "" if answer.found else phrases.inline_nothing

    async def _send(self, query: InlineQuery, cards: list[InlineCard], above: str) -> None:
        """Personal, because the frame around the words is in the user's language."""
        start = _start(query.offset)
        stop = start + self.settings.results
        empty = not query.query.strip()
        try:
            await query.answer(
                [_result(card) for card in cards[start:stop]],
                cache_time=EMPTY_CACHE_SECONDS if empty else self.settings.cache_seconds,
                is_personal=True,
                next_offset=str(stop) if len(cards) > stop else None,
                button=_button(above) if above else None,
            )
        except BadRequest as error:
            if TOO_LATE not in str(error).lower():
                raise
            log.info("an inline answer came too late and was dropped")


def _start(offset: str) -> int:
    return int(offset) if offset.isdecimal() and len(offset) <= InlineQueryLimit.MAX_OFFSET_LENGTH else 0


def _button(text: str) -> InlineQueryResultsButton:
    return InlineQueryResultsButton(text, start_parameter=START_PARAMETER)


def _result(card: InlineCard) -> InlineQueryResultArticle:
    content = InputTextMessageContent(
        card.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    rows = (card.row,) if card.row else ()
    return InlineQueryResultArticle(
        card.id, card.title, content, description=card.description, reply_markup=keyboard(rows)
    )
