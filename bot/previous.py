"""Previous questions: what each person asked last in each chat, in memory and for a short while, so that «а о газе?»
is understood as going on from it."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.state import Asked
from retrieval.naming import Filter, FilterKind

MINUTES_REMEMBERED = 30
PEOPLE_REMEMBERED = 10_000
MOST = 2  # questions of one person: the last may be edited, and then goes on from the one before it

Key = tuple[int, int]  # chat, user

LABELS = {
    FilterKind.SPEAKER: "эксперт",
    FilterKind.OUTLET: "издание",
    FilterKind.SINCE: "с",
    FilterKind.UNTIL: "по",
}
IN_MARKS = re.compile(r"[«“„\"](?P<name>[^«»“”„\"]+)[»”“\"]")


@dataclass(frozen=True, slots=True)
class Said:
    """``filters`` are what the question was held to, ``held`` whether its answer still shows that."""

    message: int
    question: str
    filters: tuple[Filter, ...]
    at: float
    held: bool = True

    @property
    def whole(self) -> str:
        return with_filters(self.question, self.filters) if self.held else self.question


class PreviousQuestions:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said: OrderedDict[Key, tuple[Said, ...]] = OrderedDict()

    def before(self, asked: Asked) -> str | None:
        """The question before the one that ``asked`` is, if it was asked lately; nobody is known by no name."""
        said = self._said.get((asked.chat, asked.user), ()) if asked.user else ()
        messages = [each.message for each in said]
        earlier = said[: messages.index(asked.message)] if asked.message in messages else said
        recent = [each for each in earlier if self._clock() - each.at < 60 * MINUTES_REMEMBERED]
        return recent[-1].whole if recent else None

    def note(self, asked: Asked, question: str, filters: Iterable[Filter] = ()) -> None:
        """``question`` takes the place of what the same message asked before it was edited."""
        if asked.user is None:
            return
        key = (asked.chat, asked.user)
        others = [each for each in self._said.pop(key, ()) if each.message != asked.message]
        self._said[key] = (*others, Said(asked.message, question, tuple(filters), self._clock()))[-MOST:]
        if len(self._said) > PEOPLE_REMEMBERED:
            self._said.popitem(last=False)

    def turn(self, chat: int, user: int, filters: tuple[Filter, ...], held: bool) -> None:
        """The answer to the user's last question, if it is the one with these ``filters``, is shown with or without
        them: what goes on from it does the same."""
        said = self._said.get((chat, user), ())
        if said and said[-1].filters == filters:
            self._said[chat, user] = (*said[:-1], replace(said[-1], held=held))

    def forget(self, user: int) -> None:
        """In every chat."""
        for key in [key for key in self._said if key[1] == user]:
            del self._said[key]


def with_filters(question: str, filters: Iterable[Filter]) -> str:
    """The question with whom and what it was held to written out, for one that goes on from it in its turn."""
    given = tuple(filters)
    namesakes = [each.value for each in given if each.kind is FilterKind.SPEAKER]
    written = [f"{LABELS[FilterKind.SPEAKER]}: «{'; '.join(namesakes)}»"] if namesakes else []
    written += [f"{LABELS[each.kind]}: {_value(each)}" for each in given if each.kind is not FilterKind.SPEAKER]
    return " ".join([*written, question])


def _value(filter: Filter) -> str:
    """An outlet by its name in marks where it has one: «Степь» of «Журнал «Степь»»."""
    if filter.kind is not FilterKind.OUTLET:
        return filter.value
    inside = IN_MARKS.search(filter.value)
    return f"«{inside['name'] if inside else filter.value}»"
