"""Report: what reading the corpus again brought, for the administrator."""

from __future__ import annotations

from collections.abc import Iterator

from bot.message.credit import clipped
from bot.message.listing import listing
from bot.phrases import Phrases
from bot.reloading import Reloaded

ROOM_OF_A_LIST = 900  # UTF-16 units; four lists and the heading stay below the limit of a message


def report(reloaded: Reloaded, phrases: Phrases) -> str:
    """Plain text: how many articles there are, what was added, changed, removed, and what was refused and why."""
    heading = phrases.reload_done.format(articles=reloaded.articles)
    return "\n\n".join([heading, *(_lists(reloaded, phrases) or [phrases.reload_same])])


def _lists(reloaded: Reloaded, phrases: Phrases) -> list[str]:
    changes = reloaded.changes
    refused = tuple(f"{refusal.path}: {refusal.reason}" for refusal in reloaded.refused)
    lists = (
        (phrases.added, changes.added),
        (phrases.changed, changes.changed),
        (phrases.removed, changes.removed),
        (phrases.refused, refused),
    )
    return list(_listed(lists, phrases))


def _listed(lists: tuple[tuple[str, tuple[str, ...]], ...], phrases: Phrases) -> Iterator[str]:
    for name, lines in lists:
        if lines:
            shown = [f"• {clipped(line)}" for line in lines]
            yield listing(f"{name}: {len(lines)}", shown, phrases, ROOM_OF_A_LIST)
