"""Printed words: all that one article has, in rows in which a quotation is looked for, each word with its voice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from corpus.paragraphs import paragraphs, sentences
from corpus.quotation import NOBODY, AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span
from retrieval.passages import Passage
from retrieval.quoted.asides import asides
from retrieval.quoted.whose import PrintedAs
from retrieval.quoted.words import QuotedWord, quoted_words

_BORDER = QuotedWord("", "", 0, 0)  # between two asides: no word is like it


@dataclass(frozen=True, slots=True)
class Voice:
    """``cue``: the outlet's words beside somebody's, «сказал он», which nobody misses in a quotation."""

    printed_as: PrintedAs
    speaker: Speaker = NOBODY
    asked: Span | None = None
    cue: bool = False


_OUTLETS, _CUE = Voice(PrintedAs.NARRATION), Voice(PrintedAs.NARRATION, cue=True)


@dataclass(frozen=True)
class Row:
    """Words in the order of the text; ``voices[i]`` is whose ``words[i]`` is."""

    of: AttributedArticle
    words: tuple[QuotedWord, ...]
    voices: tuple[Voice, ...]

    @cached_property
    def plain(self) -> list[str]:
        return [word.plain for word in self.words]

    @cached_property
    def matcher(self) -> SequenceMatcher[str]:
        """Holds what it knows of these words; the first sequence is set anew for each text that is compared."""
        return SequenceMatcher(None, (), self.plain, autojunk=False)

    def ends_before(self, place: int) -> bool:
        """Whether a sentence, or all, ends between the word at ``place`` and the one before."""
        if not 0 < place < len(self.words) or _BORDER in self.words[place - 1 : place + 1]:
            return True
        return self.voices[place - 1] != self.voices[place] or any(mark in ".!?…\n" for mark in self.between(place))

    def between(self, place: int) -> str:
        """What stands between the word at ``place`` and the one before."""
        return self.of.article.text[self.words[place - 1].stop : self.words[place].start]

    def slice(self, start: int, stop: int) -> str:
        return self.of.article.text[self.words[start].start : self.words[stop - 1].stop]


@dataclass(frozen=True, slots=True)
class Printed:
    """One article: ``told`` is its text without the cues, ``whole`` with them, ``beside`` what is no article text."""

    passages: tuple[Passage, ...]
    told: Row
    whole: Row
    beside: Row


def printed(passages: Sequence[Passage]) -> Printed:
    """``passages`` are those of one article, at least one."""
    of = passages[0].of
    words = tuple(_text(of))
    told = tuple(each for each in words if not each[1].cue)
    return Printed(tuple(passages), _row(of, told), _row(of, words), _row(of, tuple(_beside(of))))


Voiced = tuple[QuotedWord, Voice]


def _row(of: AttributedArticle, voiced: Sequence[Voiced]) -> Row:
    return Row(of, tuple(word for word, _ in voiced), tuple(voice for _, voice in voiced))


def _text(of: AttributedArticle) -> Iterator[Voiced]:
    """The words of the article's text, the interviewer's among them."""
    text, spoken = of.article.text, _Spoken(of)
    left_out = _Spans(of.left_out)
    for paragraph in paragraphs(text):
        for piece in spoken.pieces(paragraph):
            around = spoken.around(piece, text)
            kept = (word for word in quoted_words(text, piece) if left_out.at(word.start) is None)
            if spoken.is_mixed(piece, around):
                yield from ((word, spoken.voice(word.start, around)) for word in kept)
            else:
                yield from ((word, around) for word in kept)


def _beside(of: AttributedArticle) -> Iterator[Voiced]:
    spoken = _Spoken(of)
    for aside in asides(of):
        if aside.printed_as is not PrintedAs.QUESTION:
            voice = Voice(aside.printed_as)
            for word in quoted_words(of.article.text, aside.span):
                yield word, spoken.voice(word.start, voice)
            yield _BORDER, voice


class _Spans:
    """Spans apart from each other, in order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def at(self, place: int) -> int | None:
        """The number of the span that ``place`` lies in."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self._spans[number].stop else None

    def beside(self, place: Span) -> list[Span]:
        """One of them that ``place`` lies in or overlaps, and more."""
        number = bisect_right(self._starts, place.start)
        return [span for span in self._spans[max(0, number - 1) : number + 1] if span.overlaps(place)]


class _Spoken:
    """Whose the words at a place of an article are."""

    def __init__(self, of: AttributedArticle) -> None:
        in_order = sorted(of.quotations, key=lambda quotation: quotation.span)
        self._direct = [each for each in in_order if each.kind is not Kind.INDIRECT]
        self._reports = [each for each in in_order if each.kind is Kind.INDIRECT]
        self._article = of.article
        self._said = _Spans([each.span for each in self._direct])
        self._asked = _Spans(of.questions)

    def pieces(self, paragraph: Span) -> tuple[Span, ...]:
        """Its sentences, where it has more than one voice."""
        said = self._said.beside(paragraph)
        told = any(each.span.overlaps(paragraph) for each in self._reports)
        if not told and all(span.contains(paragraph) for span in said):
            return (paragraph,)
        return sentences(self._article.text, paragraph, self._article.language)

    def is_mixed(self, piece: Span, around: Voice) -> bool:
        """Whether it may have a word in another voice than its own."""
        return around.cue or bool(self._asked.beside(piece))

    def voice(self, place: int, around: Voice) -> Voice:
        """Of the word at ``place`` in a sentence whose own voice is ``around``."""
        said = self._said.at(place)
        if said is not None:
            quotation = self._direct[said]
            return Voice(PrintedAs.SPEECH, quotation.speaker, quotation.asked)
        if self._asked.at(place) is not None:
            return Voice(PrintedAs.QUESTION)
        if around.cue:
            report = next((each for each in self._reports if each.span.start <= place < each.span.stop), None)
            return _reported(report) if report else around
        return around

    def around(self, sentence: Span, text: str) -> Voice:
        """The voice of what is nobody's direct speech in a sentence."""
        words = sentence.of(text)
        opening = next((char for char in words if char.isalpha()), "")
        if self._said.beside(sentence) or words.endswith(":") or opening.islower():
            return _CUE
        reports = {each.speaker: each for each in self._reports if each.span.overlaps(sentence)}
        return _reported(*reports.values()) if len(reports) == 1 else _OUTLETS


def _reported(report: Quotation) -> Voice:
    return Voice(PrintedAs.REPORT, report.speaker)
