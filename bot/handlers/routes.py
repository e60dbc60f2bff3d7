"""Routes: which update goes to which handler, in order; the first that fits takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.answers import Answers
from bot.desk import Desk
from bot.handlers.administration import Administration
from bot.handlers.albums import Albums
from bot.handlers.arrivals import Arrivals
from bot.handlers.errors import Errors
from bot.handlers.filters import Administrator, AllowedGroup, FromBot, OwnInlineResult
from bot.handlers.inline import InlineQueries
from bot.handlers.notices import Notices
from bot.handlers.questions import Questions
from bot.handlers.taps import Taps
from bot.reloading import Reloading
from bot.sending import Deliveries
from bot.settings import Settings
from bot.state import State
from bot.statistics import Statistics
from bot.turns import Turns

FIRST_OF_ALL = -1
PEOPLES = ~OwnInlineResult() & ~FromBot()
NEW = filters.UpdateType.MESSAGE & PEOPLES  # neither edits nor what the bot itself said
EDITED = filters.UpdateType.EDITED_MESSAGE & PEOPLES
PRIVATE = filters.ChatType.PRIVATE
WORDS = filters.TEXT | filters.CAPTION
# The library looks for commands in texts alone, not under photos.
COMMAND = filters.COMMAND | filters.CaptionRegex(r"^/(?!(?:ask|check)\b)")

Handlers = Sequence[BaseHandler[Any, Any, Any]]


def add_handlers(
    application: Application[Any, Any, Any, Any, Any, Any],
    desk: Desk,
    state: State,
    deliveries: Deliveries,
    reloading: Reloading,
    settings: Settings,
) -> None:
    statistics = Statistics()
    answers = Answers(desk, state.answers, settings.answer, statistics)
    arrivals = Arrivals(deliveries, state.groups)
    administration = Administration(desk, settings, reloading, state.answers, statistics, deliveries.patience)
    groups = filters.ChatType.GROUPS & AllowedGroup(settings.groups.allow, state.groups)
    albums = Albums()
    questions = Questions(answers, Turns(settings.answer.per_minute), albums)
    notices = Notices(desk, state.answers, answers.previous, albums)
    application.add_handler(TypeHandler(Update, arrivals.note), FIRST_OF_ALL)
    application.add_handlers(
        [
            InlineQueryHandler(InlineQueries(desk, settings.inline, statistics).answer),
            CallbackQueryHandler(Taps(answers).tapped),
            MessageHandler(filters.StatusUpdate.MIGRATE, arrivals.moved),
            *_administration(administration, groups, settings),
            *_questions(questions, groups),
            *_notices(notices, groups),
        ]
    )
    application.add_error_handler(Errors(settings.telegram.admin_chat, statistics).handle)


def _administration(administration: Administration, groups: filters.BaseFilter, settings: Settings) -> Handlers:
    """Whoever is no administrator falls through to what everybody gets."""
    own = NEW & (PRIVATE | groups) & Administrator(settings.telegram.admin_ids)
    return [
        CommandHandler("reload", administration.reload, own),
        CommandHandler("stats", administration.stats, own),
        CommandHandler("version", administration.version, own),
        MessageHandler(own & PRIVATE & filters.Document.ALL, administration.document),
    ]


def _questions(questions: Questions, groups: filters.BaseFilter) -> Handlers:
    chats = PRIVATE | groups
    return [
        MessageHandler(EDITED & chats & WORDS, questions.edited),
        CommandHandler("start", questions.start, NEW & chats),
        CommandHandler(("ask", "check"), questions.asked, NEW & chats),
        MessageHandler(NEW & PRIVATE & WORDS & ~COMMAND & ~filters.FORWARDED, questions.asked),
        MessageHandler(NEW & groups & WORDS & ~COMMAND, questions.asked),
    ]


def _notices(notices: Notices, groups: filters.BaseFilter) -> Handlers:
    chats = NEW & (PRIVATE | groups)
    return [
        CommandHandler("help", notices.help, chats),
        CommandHandler("about", notices.about, chats),
        CommandHandler("sources", notices.sources, chats),
        CommandHandler("privacy", notices.privacy, chats),
        CommandHandler("forget", notices.forget, NEW & PRIVATE),
        MessageHandler(NEW & PRIVATE & filters.FORWARDED, notices.forwarded),
        MessageHandler(NEW & PRIVATE & COMMAND, notices.unknown_command),
        MessageHandler(NEW & PRIVATE & ~filters.StatusUpdate.ALL, notices.not_text),
    ]
