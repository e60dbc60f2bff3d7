"""``check``: are the settings right, and what is in the corpus: what was read, refused, and left without a name."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping

from bot.archive import open_archive
from bot.commands.opening import open_settings
from bot.settings import Settings
from corpus.library import Library


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
    facts = library.facts
    yield f"articles read: {len(library.articles)}{by_language(facts.languages)}"
    yield f"quotations and reports: {facts.quotations}, of them with no person named: {facts.unnamed}"
    yield f"articles that name no outlet: {facts.outlets.get(None, 0)}"
    yield f"articles that give no date: {facts.undated}"
    yield f"files refused: {len(library.refused)}"
    yield from (f"  {refusal.path}: {refusal.reason}" for refusal in library.refused)


def by_language(languages: Mapping[str, int]) -> str:
    counts = [f"{name} {count}" for name, count in sorted(languages.items())]
    return f" ({', '.join(counts)})" if counts else ""
