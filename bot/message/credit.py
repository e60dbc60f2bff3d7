"""Credit: whose words an extract is, said in the bot's own frame; never more than the extract knows."""

from __future__ import annotations

from bot.message.piece import Piece, Style
from bot.phrases import Phrases
from corpus.quotation import Kind
from retrieval.extract import Extract

Credit = tuple[Piece, ...]
LONGEST_NAME = 256


def credit_of(extract: Extract, phrases: Phrases) -> Credit:
    """The lines above the words: a speaker's for speech, the outlet's for reports and narration."""
    if extract.kind is Kind.NARRATIVE:
        return narrative(extract, phrases)
    if extract.kind is Kind.INDIRECT:
        return report(extract, phrases)
    return speech(extract, phrases)


def speech(extract: Extract, phrases: Phrases) -> Credit:
    return _named(extract) or (Piece(_nobody(extract, phrases), Style.BOLD),)


def report(extract: Extract, phrases: Phrases) -> Credit:
    frame = _framed(extract.outlet, phrases.report_of, phrases.report, phrases)
    named = _named(extract)
    told = (*named, Piece(phrases.retold)) if named else (Piece(phrases.retold_unnamed),)
    return (Piece(frame + "\n"), *told)


def narrative(extract: Extract, phrases: Phrases) -> Credit:
    return outlets_text(extract, phrases)


def outlets_text(extract: Extract, phrases: Phrases) -> Credit:
    """The line above what the outlet printed, whoever speaks in it."""
    return (Piece(_framed(extract.outlet, phrases.narrative_of, phrases.narrative, phrases)),)


def _named(extract: Extract) -> Credit:
    """The name in bold and the post; an organisation or an unnamed source by its role alone."""
    if extract.speaker and extract.role:
        return (Piece(clipped(extract.speaker), Style.BOLD), Piece(", " + clipped(extract.role)))
    known = extract.speaker or extract.role
    return (Piece(clipped(known), Style.BOLD),) if known else ()


def _nobody(extract: Extract, phrases: Phrases) -> str:
    """Only an interview's guest is known to go unnamed; elsewhere the text may name somebody who was not made out."""
    return phrases.unnamed_guest if extract.kind is Kind.INTERVIEW_ANSWER else phrases.unknown_speaker


def _framed(outlet: str | None, with_outlet: str, without: str, phrases: Phrases) -> str:
    return with_outlet.format(outlet=quoted(clipped(outlet), phrases)) if outlet else without


def quoted(name: str, phrases: Phrases) -> str:
    """``name`` in quotation marks, unless it brings its own."""
    return name if any(mark in name for mark in "«»“”„\"") else phrases.quoted.format(name=name)


def clipped(text: str) -> str:
    """One line of the bot's frame: never a page, whatever the article gave. The words quoted are not clipped."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…"
