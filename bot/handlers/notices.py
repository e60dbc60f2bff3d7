"""Notices: fixed replies: /help, /about, /sources, /privacy, /forget, and what is no question."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from telegram import Update
from telegram.ext import ContextTypes

from bot.desk import Desk
from bot.handlers.albums import Albums
from bot.handlers.replies import message_of, phrases_of, reply
from bot.message import AnswerPage, notice
from bot.message.credit import clipped
from bot.message.examples import example_rows
from bot.message.listing import listing
from bot.previous import MINUTES_REMEMBERED, PreviousQuestions
from bot.state import DAYS_KEPT, KeptAnswers

Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True, slots=True)
class Notices:
    desk: Desk
    kept: KeptAnswers
    previous: PreviousQuestions
    albums: Albums

    async def help(self, update: Update, context: Context) -> None:
        phrases = phrases_of(update)
        text = phrases.help.format(bot=context.bot.username)
        await reply(message_of(update), AnswerPage(notice(text), example_rows(phrases)))

    async def about(self, update: Update, context: Context) -> None:
        library = self.desk.archive.library
        line = phrases_of(update).about.format(
            articles=len(library.articles),
            languages=", ".join(f"{name} {count}" for name, count in sorted(library.facts.languages.items())),
            outlets=len(set(library.facts.outlets) - {None}),
        )
        await say(update, line)

    async def sources(self, update: Update, context: Context) -> None:
        phrases = phrases_of(update)
        outlets = Counter(self.desk.archive.library.facts.outlets)
        unnamed = outlets.pop(None, 0)
        named = ((clipped(name or ""), count) for name, count in outlets.most_common())
        lines = [phrases.source_line.format(outlet=outlet, articles=count) for outlet, count in named]
        lines += [phrases.no_source.format(articles=unnamed)] if unnamed else []
        await say(update, listing(phrases.sources, lines, phrases))

    async def privacy(self, update: Update, context: Context) -> None:
        await say(update, phrases_of(update).privacy.format(days=DAYS_KEPT, minutes=MINUTES_REMEMBERED))

    async def forget(self, update: Update, context: Context) -> None:
        user = update.effective_user
        forgotten = self.kept.forget(user.id) if user else 0
        if user:
            self.previous.forget(user.id)
        await say(update, phrases_of(update).forgotten.format(answers=forgotten))

    async def unknown_command(self, update: Update, context: Context) -> None:
        await say(update, phrases_of(update).unknown_command)

    async def not_text(self, update: Update, context: Context) -> None:
        if self.albums.begins(message_of(update)):
            await say(update, phrases_of(update).not_text)

    async def forwarded(self, update: Update, context: Context) -> None:
        if self.albums.begins(message_of(update)):
            await say(update, phrases_of(update).forwarded)


async def say(update: Update, line: str) -> None:
    await reply(message_of(update), AnswerPage(notice(line)))
