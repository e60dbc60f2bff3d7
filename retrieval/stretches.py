"""Stretch: the passages of an article that are shown together: the cores that answer, grown to a thought that can stand
alone.

A core is a few sentences with the words of the question, and the answer is as often beside it as in it. So it grows by
whole sentences in both directions: first by the one before where it opens with «он», «это», «бұл»; then its ends are
moved a little to where they read best. Somebody's answer to an interviewer is shown alone, and so are long words of one
person: what stands around them is not needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import accumulate

from corpus.quotation import Kind, Speaker
from corpus.span import Span
from retrieval.edges import Edges
from retrieval.passages import Passage, itself, over

OMISSION = " […] "
ENOUGH, LONGEST = 740, 800  # characters: a stretch grows until it has enough, and is never longer unless a sentence is
ENOUGH_OF_ONE = 400  # of one person's words
MOVED = 2  # passages by which an end may be moved
A_COST = 60  # missing characters that weigh as much as twice the rest of a paragraph

Places = range  # of passages in their article, in a row
Runs = tuple[Places, ...]  # in order and apart
Voice = tuple[Speaker, Span | None]  # who speaks, and in answer to what


def voice_of(passage: Passage) -> Voice | None:
    """Whose own words a passage holds; null where it is the outlet's text."""
    written = passage.kind in (Kind.INDIRECT, Kind.NARRATIVE)
    return None if written else (passage.speaker, passage.asked)


class Laid:
    """An article's passages, ``rows``, as they are laid out: what is shown of them, and how long it is."""

    def __init__(self, rows: Sequence[Passage]) -> None:
        self.rows = rows
        self._starts = [row.sentence.start for row in rows]
        self._stops = [row.sentence.stop for row in rows]

    def length(self, runs: Iterable[Places]) -> int:
        """Characters that are shown of ``runs``."""
        lengths = [
            self._stops[run.stop - 1] - self._starts[run.start] + self._saved[run.stop - 1] - self._saved[run.start]
            for run in runs
        ]
        return sum(lengths) + len(OMISSION) * (len(lengths) - 1)

    def fits(self, runs: Iterable[Places]) -> bool:
        return self.length(runs) <= LONGEST

    def placed(self, cores: Sequence[Places]) -> tuple[Runs, Places]:
        """``cores`` with how far they may grow. Of an interview that is the answer that they are in, and of other words
        of one person these, where they are enough; else the whole article up to an interview in it."""
        if answer := self._answer(cores):
            inside = (range(max(core.start, answer.start), min(core.stop, answer.stop)) for core in cores)
            return _merged([core for core in inside if core] or [answer[:1]]), answer
        everything = self._up_to_turns(cores)
        voices = {voice_of(self.rows[place]) for core in cores for place in core}
        voice = voices.pop() if len(voices) == 1 else None
        alone = self._spoken_around(cores, voice) if voice else everything
        return _merged(cores), alone if self.length([alone]) >= ENOUGH_OF_ONE else everything

    @cached_property
    def edges(self) -> Edges:
        return Edges(self.rows)

    @cached_property
    def _saved(self) -> list[int]:
        """Up to each passage: what is left out between passages, against the marks that are shown instead."""
        text = self.rows[0].of.article.text
        gaps = (text[stop:start] for stop, start in zip(self._stops, self._starts[1:], strict=False))
        return list(accumulate((len(OMISSION) - len(gap) if gap.strip() else 0 for gap in gaps), initial=0))

    @cached_property
    def _turns(self) -> list[Span | None]:
        """Of each passage the interviewer's question that it answers or is."""
        of = self.rows[0].of
        asked = over([row.sentence for row in self.rows], of.questions, itself)
        return [
            row.asked if row.kind is Kind.INTERVIEW_ANSWER else next(iter(questions), None)
            for row, questions in zip(self.rows, asked, strict=True)
        ]

    def _answer(self, cores: Sequence[Places]) -> Places | None:
        """The places of the answer to an interviewer that the cores are in, or ask for."""
        turn = next((self._turns[place] for core in cores for place in core if self._turns[place]), None)
        places = [
            place
            for place, row in enumerate(self.rows)
            if turn and row.kind is Kind.INTERVIEW_ANSWER and row.asked == turn
        ]
        return range(places[0], places[-1] + 1) if places else None

    def _up_to_turns(self, cores: Sequence[Places]) -> Places:
        first, stop = cores[0].start, cores[-1].stop
        while first > 0 and self._turns[first - 1] is None:
            first -= 1
        while stop < len(self.rows) and self._turns[stop] is None:
            stop += 1
        return range(first, stop)

    def _spoken_around(self, cores: Sequence[Places], voice: Voice) -> Places:
        first, stop = cores[0].start, cores[-1].stop
        while first > 0 and voice_of(self.rows[first - 1]) == voice:
            first -= 1
        while stop < len(self.rows) and voice_of(self.rows[stop]) == voice:
            stop += 1
        return range(first, stop)


def stretch(cores: Sequence[Places], laid: Laid, shown: Set[int] = frozenset()) -> Runs:
    """The passages to show around ``cores``, which are in order and apart; those at ``shown`` are shown elsewhere."""
    placed, within = laid.placed(cores)
    growing = _Growing(laid, within, shown)
    return growing.aligned(growing.grown(placed), placed)


class _Growing:
    """What a stretch grows in: the places ``within``, those at ``shown`` left out."""

    def __init__(self, laid: Laid, within: Places, shown: Set[int]) -> None:
        self._laid = laid
        self._within = within
        self._shown = shown

    def grown(self, runs: Runs) -> Runs:
        whole = range(runs[0].start, runs[-1].stop)
        if self._laid.fits([whole]) and self._shown.isdisjoint(whole):
            runs = (whole,)  # what stands between two cores belongs to both
        while self._laid.length(runs) < ENOUGH:
            longer = next((each for each in self._longer(runs) if self._laid.fits(each)), None)
            if longer is None:
                break
            runs = longer
        return runs

    def aligned(self, runs: Runs, cores: Sequence[Places]) -> Runs:
        """``runs`` with their ends moved a little to where they read best, around the ``cores``."""
        for place in range(len(runs)):
            run = runs[place]
            held = [core for core in cores if core.start in run]
            starts = range(run.start - MOVED, held[0].start + 1)
            stops = range(max(core.stop for core in held), run.stop + MOVED + 1)
            runs = self._best(runs, place, [range(start, stop) for start in starts for stop in stops])
        return _merged(runs)

    def _best(self, runs: Runs, place: int, ways: Sequence[Places]) -> Runs:
        """``runs`` with the one at ``place`` as in the best of ``ways``."""
        moved = (way for way in ways if self._may_be(way, runs[place]))
        tried = [runs, *((*runs[:place], way, *runs[place + 1 :]) for way in moved)]
        return min((each for each in tried if self._laid.fits(each) or each is runs), key=self._cost)

    def _may_be(self, way: Places, run: Places) -> bool:
        inside = self._within.start <= way.start and way.stop <= self._within.stop
        return inside and all(place in run or place not in self._shown for place in way)

    def _cost(self, runs: Runs) -> float:
        missing = max(0, ENOUGH - self._laid.length(runs)) / A_COST
        edges = self._laid.edges
        return missing + sum(edges.before(run.start) + edges.after(run.stop - 1) for run in runs)

    def _longer(self, runs: Runs) -> Iterator[Runs]:
        """``runs`` with one sentence more: what they need to be understood, then behind and before the shortest."""
        for run in runs:
            if self._laid.edges.points_back(run.start):
                yield from self._with(runs, run.start - 1)
        for run in sorted(runs, key=len):
            yield from self._with(runs, run.stop)
            yield from self._with(runs, run.start - 1)

    def _with(self, runs: Runs, place: int) -> Iterator[Runs]:
        if place in self._within and place not in self._shown:
            yield _merged([*runs, range(place, place + 1)])


def _merged(runs: Sequence[Places]) -> Runs:
    """``runs`` in order, those that meet made one."""
    merged: list[Places] = []
    for run in sorted(runs, key=lambda each: each.start):
        if merged and run.start <= merged[-1].stop:
            merged[-1] = range(merged[-1].start, max(run.stop, merged[-1].stop))
        else:
            merged.append(run)
    return tuple(merged)
