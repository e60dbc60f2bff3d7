"""Administration: /reload, /stats, /version and documents, of configured administrators alone."""

from __future__ import annotations

import asyncio
import logging
import platform
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import PackageNotFoundError, version

from telegram import Document, Message, Update
from telegram import __version__ as library_version
from telegram.constants import FileSizeLimit
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.desk import Desk
from bot.handlers.notices import say
from bot.handlers.replies import change, message_of, phrases_of, reply
from bot.message import AnswerPage, notice
from bot.message.report import report
from bot.phrases import Phrases
from bot.reloading import Reloaded, ReloadError, Reloading, Steps, in_background
from bot.sending.patience import Patience
from bot.settings import Settings
from bot.state import KeptAnswers
from bot.statistics import Statistics
from bot.uploading import RefusedUploadError, is_name_of_article, save_article

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE

TOLD_EVERY = 2.0  # seconds; Telegram takes about one edit a second in a chat
MEGABYTE = 1_000_000
LARGEST = FileSizeLimit.FILESIZE_DOWNLOAD


@dataclass(frozen=True, slots=True)
class Administration:
    desk: Desk
    settings: Settings
    reloading: Reloading
    kept: KeptAnswers
    statistics: Statistics
    patience: Patience

    async def reload(self, update: Update, context: Context) -> None:
        phrases = phrases_of(update)
        await self._reload(message_of(update), phrases.reload_reading, phrases)

    async def stats(self, update: Update, context: Context) -> None:
        library, counted = self.desk.archive.library, self.statistics.counted
        line = phrases_of(update).stats.format(
            articles=len(library.articles),
            refused=len(library.refused),
            answers=self.kept.count(),
            uptime=timedelta(seconds=int(self.statistics.seconds)),
            **{name: counted[name] for name in ("questions", "found", "near", "inline", "errors")},
        )
        await say(update, line)

    async def version(self, update: Update, context: Context) -> None:
        own, python = _own_version(), platform.python_version()
        await say(update, phrases_of(update).version.format(version=own, python=python, library=library_version))

    async def document(self, update: Update, context: Context) -> None:
        """An article for the corpus: checked, saved, and read."""
        message, phrases = message_of(update), phrases_of(update)
        document = message.document
        if document is None:
            return
        name = document.file_name or ""
        problem = self._problem(document, phrases) or await self._saved(document, name, phrases)
        if problem:
            await say(update, phrases.upload_refused.format(file=name, reason=problem))
        else:
            await self._reload(message, phrases.upload_saved.format(file=name), phrases)

    def _problem(self, document: Document, phrases: Phrases) -> str | None:
        """Why the document is not even fetched."""
        if self.reloading.running:
            return phrases.reload_busy
        if not is_name_of_article(document.file_name or ""):
            return phrases.upload_name
        if (document.file_size or 0) > LARGEST:
            size = f"{(document.file_size or 0) / MEGABYTE:.1f}"
            return phrases.upload_large.format(size=size, limit=LARGEST // MEGABYTE)
        return None

    async def _saved(self, document: Document, name: str, phrases: Phrases) -> str | None:
        """Null once the file is in the corpus, else why not."""
        corpus, state = self.settings.corpus.path, self.settings.state.path
        try:
            data = bytes(await (await document.get_file()).download_as_bytearray())
            await in_background(lambda: save_article(name, data, corpus, state))
        except RefusedUploadError as refusal:
            return str(refusal)
        except (OSError, TelegramError) as error:
            log.warning("an upload was not saved: %s: %s", type(error).__name__, error)
            return phrases.upload_lost
        return None

    async def _reload(self, message: Message, first: str, phrases: Phrases) -> None:
        """Reads the corpus again; one message tells how far it is, and in the end what came of it."""
        if self.reloading.running:
            await reply(message, AnswerPage(notice(phrases.reload_busy)))
            return
        steps = Steps()
        work = self.reloading.begin(steps)
        told = await reply(message, AnswerPage(notice(first)))
        shown = first
        while not (await asyncio.wait({work}, timeout=TOLD_EVERY))[0]:
            if self.patience.stopping:
                work.cancel()
                return
            line = progress(steps, phrases) or first
            if line != shown:
                shown = line
                await self._tell(told, line)
        await self._tell(told, outcome(work, phrases))

    async def _tell(self, told: Message, line: str) -> None:
        await change(told.get_bot(), told.chat_id, told.message_id, AnswerPage(notice(line)))


def progress(steps: Steps, phrases: Phrases) -> str | None:
    """How far a reload is, null before it has begun."""
    if steps.indexing:
        return phrases.reload_passages.format(done=steps.indexing[0], total=steps.indexing[1])
    if steps.reading:
        return phrases.reload_articles.format(done=steps.reading[0], total=steps.reading[1])
    return None


def outcome(work: asyncio.Future[Reloaded], phrases: Phrases) -> str:
    """What a finished reload brought; raises what it did not foresee."""
    try:
        return report(work.result(), phrases)
    except ReloadError as error:
        return phrases.reload_failed.format(reason=error.reason or phrases.reload_empty)


def _own_version() -> str:
    try:
        return version("doslovno")
    except PackageNotFoundError:
        return "?"
