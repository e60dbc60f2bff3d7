"""Credit: whose words an extract is, said in the bot's own frame; never more than the extract knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.message.piece import Piece, Style
from bot.phrases import Phrases
from corpus.people.posts import behind_a_name
from corpus.quotation import Kind
from retrieval.extract import Extract, Voice

Credit = tuple[Piece, ...]
LONGEST_NAME = 256
BETWEEN_VOICES = "; "  # a post may have commas
MOST_NAMED = 3  # of those whose words stand in one passage


def credit_of(extract: Extract, phrases: Phrases) -> Credit:
    """The lines above the words: a speaker's for speech, the outlet's for reports and narration, both for a passage."""
    if extract.kind is Kind.NARRATIVE:
        return narrative(extract, phrases)
    if extract.kind is Kind.PASSAGE:
        return passage(extract, phrases)
    if extract.kind is Kind.INDIRECT:
        return report(extract, phrases)
    return speech(extract, phrases)


def speech(extract: Extract, phrases: Phrases) -> Credit:
    return named(extract) or (Piece(_nobody(extract, phrases), Style.BOLD),)


def report(extract: Extract, phrases: Phrases) -> Credit:
    """Says once that it is one, and whose words it reports."""
    reported = named(extract)
    if not reported:
        return (Piece(framed(extract.outlet, phrases.report_of, phrases.report, phrases)),)
    return (*reported, Piece(framed(extract.outlet, phrases.retold_by, phrases.retold, phrases)))


def narrative(extract: Extract, phrases: Phrases) -> Credit:
    return outlets_text(extract, phrases)


def passage(extract: Extract, phrases: Phrases) -> Credit:
    """Whose words stand in the outlet's text, each once: who speaks there, whom it reports, who is not known."""
    heard = _heard(extract.within, phrases)
    if not heard:
        return outlets_text(extract, phrases)
    first, *others = heard
    rest = (Piece(phrases.and_others),) if len(heard) > MOST_NAMED else ()
    if first.reported:
        opening = Piece(framed(extract.outlet, phrases.retold_in_of, phrases.retold_in, phrases))
        return (opening, *_in_a_row(heard[:MOST_NAMED], phrases, reporting=True), *rest)
    if others and not others[0].reported and others[0].known:
        opening = Piece(framed(extract.outlet, phrases.speaking_in_of, phrases.speaking_in, phrases))
        return (opening, *_in_a_row(heard[:MOST_NAMED], phrases), *rest)
    place = Piece(framed(extract.outlet, phrases.within_of, phrases.within, phrases))
    behind = (Piece(BETWEEN_VOICES), *_in_a_row(others[: MOST_NAMED - 1], phrases)) if others else ()
    return (*first.opening, place, *behind, *rest)


@dataclass(frozen=True, slots=True)
class _Heard:
    """One of those whose words stand in a passage: as a line names him; ``known`` by a name or a post."""

    pieces: Credit
    reported: bool
    known: bool

    @property
    def opening(self) -> Credit:
        first, *rest = self.pieces
        return (first if self.known else Piece(first.text[0].upper() + first.text[1:], Style.BOLD), *rest)


def _heard(voices: Sequence[Voice], phrases: Phrases) -> list[_Heard]:
    """Those who speak, then those who are only reported, then whoever is not known; reports of nobody known are the
    outlet's text like the rest."""
    names = dict.fromkeys(voice.speaker or voice.role for voice in voices)
    known = [_known([voice for voice in voices if (voice.speaker or voice.role) == name]) for name in names if name]
    nameless = [voice for voice in voices if not (voice.speaker or voice.role) and voice.kind is not Kind.INDIRECT]
    unknown = [_unknown(voice, phrases) for voice in nameless]
    return [*sorted(known, key=lambda each: each.reported), *dict.fromkeys(unknown)]


def _known(voices: Sequence[Voice]) -> _Heard:
    """One person's or one office's: with the post wherever it is given."""
    told = next((voice for voice in voices if voice.speaker and voice.role), voices[0])
    return _Heard(named(told), all(voice.kind is Kind.INDIRECT for voice in voices), known=True)


def _unknown(voice: Voice, phrases: Phrases) -> _Heard:
    is_guest = voice.kind is Kind.INTERVIEW_ANSWER
    return _Heard((Piece(phrases.unnamed_voice if is_guest else phrases.unknown_voice),), reported=False, known=False)


def _in_a_row(heard: Sequence[_Heard], phrases: Phrases, reporting: bool = False) -> Iterator[Piece]:
    """``reporting`` where it is said already that these are reported."""
    for number, each in enumerate(heard):
        if number:
            yield Piece(BETWEEN_VOICES)
        if each.reported and not reporting:
            yield Piece(phrases.retold_there)
            reporting = True
        yield from each.pieces


def outlets_text(extract: Extract, phrases: Phrases) -> Credit:
    """The line above what the outlet printed, whoever speaks in it."""
    return (Piece(framed(extract.outlet, phrases.narrative_of, phrases.narrative, phrases)),)


def named(voice: Extract | Voice) -> Credit:
    """The name in bold and the post; an organisation or an unnamed source by its role alone."""
    if voice.speaker and voice.role:
        return (Piece(clipped(voice.speaker), Style.BOLD), Piece(", " + clipped(behind_a_name(voice.role))))
    known = voice.speaker or voice.role
    return (Piece(clipped(known), Style.BOLD),) if known else ()


def _nobody(extract: Extract, phrases: Phrases) -> str:
    """Only an interview's guest is known to go unnamed; elsewhere the text may name somebody who was not made out."""
    return phrases.unnamed_guest if extract.kind is Kind.INTERVIEW_ANSWER else phrases.unknown_speaker


def framed(outlet: str | None, with_outlet: str, without: str, phrases: Phrases) -> str:
    return with_outlet.format(outlet=quoted(clipped(outlet), phrases)) if outlet else without


def quoted(name: str, phrases: Phrases) -> str:
    """``name`` in quotation marks, unless it brings its own."""
    return name if any(mark in name for mark in "«»“”„\"") else phrases.quoted.format(name=name)


def clipped(text: str) -> str:
    """One line of the bot's frame: never a page, whatever the article gave. The words quoted are not clipped."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…"
