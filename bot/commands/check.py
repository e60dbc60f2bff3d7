"""``check``: are the settings right, and what is in the corpus: what was read, refused, and left without a name."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from bot.archive import open_archive
from bot.commands.opening import open_settings
from bot.settings import Settings
from corpus.library import Library
from corpus.quotation import AttributedArticle


def run(arguments: Namespace) -> int:
    settings = open_settings(arguments)
    print("\n".join([*settings_lines(settings), *corpus_lines(open_archive(settings).library)]))
    return 0


def settings_lines(settings: Settings) -> Iterator[str]:
    yield f"settings: {settings.source or 'defaults'}"
    yield f"corpus: {settings.corpus.path}"
    yield f"state: {settings.state.path}"
    yield f"token: {settings.token or 'none'}"


def corpus_lines(library: Library) -> Iterator[str]:
    articles = library.articles
    quotations = [quotation for article in articles for quotation in article.quotations]
    unnamed = [quotation for quotation in quotations if not quotation.speaker.name]
    yield f"articles read: {len(articles)}{by_language(articles)}"
    yield f"quotations and reports: {len(quotations)}, of them with no person named: {len(unnamed)}"
    yield f"articles that name no outlet: {sum(item.article.outlet is None for item in articles)}"
    yield f"articles that give no date: {sum(item.article.date is None for item in articles)}"
    yield f"files refused: {len(library.refused)}"
    yield from (f"  {refusal.path}: {refusal.reason}" for refusal in library.refused)


def by_language(articles: tuple[AttributedArticle, ...]) -> str:
    languages = sorted({item.article.language for item in articles})
    counts = [f"{name} {sum(item.article.language == name for item in articles)}" for name in languages]
    return f" ({', '.join(counts)})" if counts else ""
