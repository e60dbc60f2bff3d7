"""Terminal conversation: questions in, the same messages out as plain text."""

from __future__ import annotations

import sys

from bot.archive import Archive
from bot.message import answer_text
from bot.phrases import phrases_for
from bot.previous import with_filters
from bot.settings.settings import AnswerSettings
from retrieval.decision import Strictness

# A conversation has no user's language to go by before the first question.
GREETING = phrases_for("ru")


def converse(archive: Archive, settings: AnswerSettings) -> int:
    """Until the end of input or Ctrl-C; 0. The greeting and the prompt go to standard error."""
    say(GREETING.terminal_welcome.format(articles=len(archive.library.articles)) + "\n")
    before = None
    try:
        while question := asked():
            if question.strip():
                line, before = reply_to(question.strip(), before, archive, settings)
                print(line, end="\n\n", flush=True)
    except KeyboardInterrupt:
        pass
    say("\n" + GREETING.terminal_goodbye + "\n")
    return 0


def asked() -> str:
    """A line with its end; empty at the end of input."""
    say(GREETING.terminal_prompt)
    return sys.stdin.readline()


def reply_to(question: str, before: str | None, archive: Archive, settings: AnswerSettings) -> tuple[str, str | None]:
    """The answer, and the question as the next one may go on from it."""
    if len(question) > settings.max_question:
        return GREETING.too_long.format(length=len(question), limit=settings.max_question), before
    searcher = archive.searcher
    answer = searcher.answer(question, settings.extracts, before, strictness=Strictness(settings.strictness))
    line = answer_text(answer, phrases_for(answer.language), searcher.coverage)
    return line, with_filters(answer.asked or question, (*answer.filters, *answer.relaxed))


def say(text: str) -> None:
    print(text, end="", file=sys.stderr, flush=True)
