"""Sending: which ids a message may have, and how long is waited for what."""

from __future__ import annotations

import asyncio

from bot.sending.arrival import BEYOND, CHATS_KNOWN, MOST_ASKED, NewestIds
from bot.sending.locks import Locks
from bot.sending.patience import LEFT_AFTER_STOP, LONGEST_PAUSE, Patience, pauses

ANNA, GROUP, SUPERGROUP = 7, -40, -1002000000001


def test_a_supergroup_numbers_its_messages_for_itself() -> None:
    newest = NewestIds()
    newest.saw(SUPERGROUP, 50)
    mark = newest.mark(SUPERGROUP)
    newest.saw(SUPERGROUP, 53)
    newest.saw(ANNA, 900)
    assert list(newest.since(mark, SUPERGROUP)) == list(range(51, 54 + BEYOND))


def test_other_chats_share_one_numbering_besides_their_own() -> None:
    newest = NewestIds()
    newest.saw(ANNA, 10)
    newest.saw(GROUP, 500)
    mark = newest.mark(ANNA)
    newest.saw(GROUP, 502)
    assert list(newest.since(mark, ANNA)) == [*range(11, 11 + BEYOND), *range(501, 503 + BEYOND)]


def test_only_so_many_are_asked_about_and_so_many_chats_remembered() -> None:
    newest = NewestIds()
    mark = newest.mark(SUPERGROUP)
    newest.saw(SUPERGROUP, 10_000)
    assert len(list(newest.since(mark, SUPERGROUP))) == MOST_ASKED
    for number in range(CHATS_KNOWN + 100):
        newest.saw(SUPERGROUP - number, 1)
    assert len(newest._known) == CHATS_KNOWN


def test_pauses_double_up_to_the_longest() -> None:
    found = [pause for pause, _ in zip(pauses(), range(7), strict=False)]
    assert found == [0.5, 1, 2, 4, LONGEST_PAUSE, LONGEST_PAUSE, LONGEST_PAUSE]


async def test_nothing_is_waited_for_that_comes_too_late() -> None:
    patience = Patience()
    assert not await patience.wait(601, patience.deadline("sendMessage"))
    assert not await patience.wait(0.1, patience.deadline("sendChatAction"))
    patience.stop()
    assert not await patience.wait(LEFT_AFTER_STOP + 1, patience.deadline("sendMessage"))


async def test_a_stop_ends_waits_that_would_outlast_it() -> None:
    patience = Patience()
    long = asyncio.create_task(patience.wait(500, patience.deadline("sendMessage")))
    await asyncio.sleep(0)
    patience.stop()
    assert await long is False


async def test_a_lock_is_the_same_while_it_is_used_and_forgotten_after() -> None:
    locks: Locks[int] = Locks()
    async with locks.of(1):
        assert locks.of(1).locked() and not locks.of(2).locked()
    assert not locks.of(1).locked() and len(locks._held) <= 1
