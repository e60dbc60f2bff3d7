"""Pending queries: the taps and inline questions that wait for the bot's answer, each good for a while and once."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from playground.bot_api.errors import bad_request

Query = TypeVar("Query")
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True)
class _Waiting(Generic[Query]):
    query: Query
    since: float


class PendingQueries(Generic[Query]):
    """`lifetime` in seconds of `clock`."""

    def __init__(self, lifetime: float, clock: Callable[[], float]) -> None:
        self._lifetime = lifetime
        self._clock = clock
        self._waiting: dict[str, _Waiting[Query]] = {}

    def add(self, query: Query) -> str:
        """Keep the query and return the id under which the bot may answer it."""
        self._forget_old()
        query_id = str(secrets.randbelow(10**18) + 10**18)
        self._waiting[query_id] = _Waiting(query, self._clock())
        return query_id

    def take(self, query_id: str) -> Query:
        """The query, which is then answered; raises BotApiError for one answered before, too old or never asked."""
        self._forget_old()
        waiting = self._waiting.pop(query_id, None)
        if waiting is None:
            raise bad_request(TOO_OLD)
        return waiting.query

    def check(self, query_id: str) -> None:
        self._forget_old()
        if query_id not in self._waiting:
            raise bad_request(TOO_OLD)

    def _forget_old(self) -> None:
        oldest = self._clock() - self._lifetime
        for query_id in [key for key, waiting in self._waiting.items() if waiting.since < oldest]:
            del self._waiting[query_id]
