"""Place: printed words that were said to be somebody's: whose they are, and the sentences to show of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.quotation import NOBODY
from corpus.span import Span
from retrieval.extract import Extract, extract_of, words_at
from retrieval.passages import Passage
from retrieval.quoted.alignment import places_of
from retrieval.quoted.alleged import Alleged
from retrieval.quoted.asides import aside_passages
from retrieval.quoted.printed import Printed, Row, Voice
from retrieval.quoted.turning import left_out
from retrieval.quoted.whose import Credit, PrintedAs, Whose

_MOST = 20  # places of one article looked at: a word or two stand anywhere

_SPOKEN = (PrintedAs.SPEECH, PrintedAs.REPORT)


@dataclass(frozen=True, slots=True)
class Place:
    """The words of ``row`` from ``start`` to before ``stop``."""

    article: Printed
    row: Row
    start: int
    stop: int

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Of the words that are no cue, unless all are."""
        voices = self.row.voices[self.start : self.stop]
        return tuple(voice for voice in voices if not voice.cue) or voices

    @property
    def left_out(self) -> list[str]:
        return left_out(self.row, self.start, self.stop)


Match = tuple[Place, ...]  # the places of all parts


def matches(said: Alleged, article: Printed) -> Iterator[Match]:
    """Where each part stands word for word, and in order, all in one voice or without a gap."""
    told = [match for match in _in_row(said, article, article.told) if one_voice(match)]
    yield from told or _as_printed(said, article, article.whole)
    yield from _as_printed(said, article, article.beside)


def pasted_matches(said: Alleged, article: Printed) -> Iterator[Match]:
    """The same for words with a frame, which print would have, too."""
    for row in (article.whole, article.beside):
        yield from _as_printed(said, article, row)


def _as_printed(said: Alleged, article: Printed, row: Row) -> Iterator[Match]:
    return (match for match in _in_row(said, article, row) if len(match) == 1 or one_voice(match))


def _in_row(said: Alleged, article: Printed, row: Row) -> Iterator[Match]:
    first, *others = [[word.plain for word in part] for part in said.parts]
    for start in islice(places_of(first, row.plain), _MOST):
        match = [Place(article, row, start, start + len(first))]
        for part in others:
            place = next(places_of(part, row.plain, match[-1].stop), None)
            if place is None:
                return
            match.append(Place(article, row, place, place + len(part)))
        yield tuple(match)


def one_voice(match: Sequence[Place]) -> bool:
    return len({_who(voice) for place in match for voice in place.voices}) == 1


def _who(voice: Voice) -> object:
    """One person by his name, an unnamed one by all that is known of him."""
    if voice.speaker == NOBODY and voice.printed_as is not PrintedAs.SPEECH:
        return voice.printed_as
    return voice.speaker.name or voice.speaker, voice.asked


def whose(said: Alleged, places: Iterable[Place]) -> Whose:
    voices = list(dict.fromkeys(voice for place in places for voice in place.voices))
    names = dict.fromkeys(voice.speaker.name for voice in voices if voice.speaker.name)
    return Whose(_printed_as(voices), tuple(names), said.name, _credit(said, voices) if said.name else None)


def _printed_as(voices: Sequence[Voice]) -> PrintedAs:
    """Speech, where some of it is, unless the rest is somebody's retold; else what comes first."""
    kinds = [voice.printed_as for voice in voices]
    spoken = set(kinds) & set(_SPOKEN)
    if spoken and set(kinds) <= set(_SPOKEN):
        return PrintedAs.REPORT if PrintedAs.REPORT in spoken else PrintedAs.SPEECH
    return PrintedAs.SPEECH if PrintedAs.SPEECH in spoken else kinds[0]


def _credit(said: Alleged, voices: Sequence[Voice]) -> Credit:
    names = {voice.speaker.name for voice in voices}
    if names & said.speakers:
        return Credit.HIS if names <= said.speakers else Credit.PARTLY
    if names & said.possible:
        return Credit.UNSETTLED
    if any(voice.speaker.name is None and voice.printed_as in _SPOKEN for voice in voices):
        return Credit.UNNAMED
    return Credit.NOBODYS if names == {None} else Credit.ANOTHERS


def extracts(places: Iterable[Place]) -> tuple[Extract, ...]:
    """The whole sentences of each place, or somebody's words in them alone, none twice."""
    found: dict[str, Extract] = {}
    for place in places:
        words = [word.span for word in place.row.words[place.start : place.stop] if word.plain]
        rows = _having(place.article.passages, words) or _having(aside_passages(place.row.of), words)[:1]
        if rows:
            extract = _said(place, rows, words) or extract_of(rows)
            found[extract.id] = extract
    return tuple(found.values())


def _having(passages: Iterable[Passage], words: Sequence[Span]) -> list[Passage]:
    return [passage for passage in passages if any(passage.sentence.overlaps(word) for word in words)]


def _said(place: Place, rows: Sequence[Passage], words: Sequence[Span]) -> Extract | None:
    is_speech = all(voice.printed_as is PrintedAs.SPEECH for voice in place.voices)
    return words_at(rows, words) if is_speech else None
