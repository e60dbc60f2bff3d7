"""Inline queries -> result cards, one extract each; nothing found -> a button into the private chat."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.desk import Desk
from bot.handlers.replies import phrases_of
from bot.message import InlineCard, inline_card
from bot.phrases import Phrases
from bot.settings.settings import InlineSettings
from retrieval.answer import Answer

log = logging.getLogger(__name__)

START_PARAMETER = "ask"
TOO_LATE = "query is too old"


@dataclass(frozen=True, slots=True)
class InlineQueries:
    desk: Desk
    settings: InlineSettings

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query, phrases = update.inline_query, phrases_of(update)
        if query is None:
            return
        answer = await self.desk.answer(query.query, self.settings.results)
        cards = {card.id: card for card in (inline_card(extract, phrases) for extract in answer.extracts)}
        await self._send(query, cards.values(), _button(query, answer, phrases))

    async def _send(
        self, query: InlineQuery, cards: Iterable[InlineCard], button: InlineQueryResultsButton | None
    ) -> None:
        """Personal, because the frame around the words is in the user's language."""
        try:
            await query.answer(
                [_result(card) for card in cards],
                cache_time=self.settings.cache_seconds,
                is_personal=True,
                button=button,
            )
        except BadRequest as error:
            if TOO_LATE not in str(error).lower():
                raise
            log.info("an inline answer came too late and was dropped")


def _button(query: InlineQuery, answer: Answer, phrases: Phrases) -> InlineQueryResultsButton | None:
    if answer.found:
        return None
    text = phrases.inline_nothing if query.query.strip() else phrases.inline_ask
    return InlineQueryResultsButton(text, start_parameter=START_PARAMETER)


def _result(card: InlineCard) -> InlineQueryResultArticle:
    content = InputTextMessageContent(
        card.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(card.id, card.title, content, description=card.description)
