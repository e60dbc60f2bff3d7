"""Passage: a few sentences of one voice in one article, the unit that is found and shown.

A voice is one person's speech, the outlet's report of what somebody said, or the article's own narration. A sentence
that holds somebody's direct words beside their attribution gives only the words: the rest of it is nobody's passage.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.paragraphs import paragraphs, sentences
from corpus.quotation import NOBODY, AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span

LONGEST = 900  # characters of a passage, unless one sentence is longer
_FEWEST_WORDS = 3  # a narration of fewer words is a leftover, not a statement
_WORD = re.compile(r"\w+")
_OPENS_SENTENCE = re.compile(r"[\d\W]*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Passage:
    """``sentences`` are in text order and stand in ``of.article``; ``asked`` is the interviewer's question before."""

    of: AttributedArticle
    sentences: tuple[Span, ...]
    kind: Kind
    speaker: Speaker = NOBODY
    asked: Span | None = None

    @property
    def text(self) -> str:
        """The words alone, for finding; what is shown is cut by ``extract``."""
        return " ".join(sentence.of(self.of.article.text) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class _Voiced:
    """One sentence with its voice; neighbours with the same ``voice`` may share a passage."""

    sentence: Span
    voice: tuple[object, ...]
    kind: Kind
    speaker: Speaker = NOBODY
    asked: Span | None = None


def passages(attributed: AttributedArticle) -> tuple[Passage, ...]:
    """The passages of an article, in text order, apart from each other."""
    voiced = sorted([*_spoken(attributed), *_written(attributed)], key=lambda each: each.sentence)
    return tuple(
        Passage(attributed, chunk, run[0].kind, run[0].speaker, run[0].asked)
        for run in (list(group) for _, group in groupby(voiced, key=lambda each: each.voice))
        for chunk in _chunks([each.sentence for each in run])
    )


def joined(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """``spans`` with those that only white space parts made one."""
    whole: list[Span] = []
    for span in spans:
        if whole and not text[whole[-1].stop : span.start].strip():
            whole[-1] = Span(whole[-1].start, span.stop)
        else:
            whole.append(span)
    return tuple(whole)


def _spoken(attributed: AttributedArticle) -> Iterator[_Voiced]:
    """Sentences of direct speech, which never take in a word outside the quotation."""
    article = attributed.article
    starts = [paragraph.start for paragraph in paragraphs(article.text)]
    for quotation in _direct(attributed):
        for sentence in sentences(article.text, quotation.span, article.language):
            voice = _voice_of_speech(quotation, bisect_right(starts, sentence.start))
            yield _Voiced(sentence, voice, quotation.kind, quotation.speaker, quotation.asked)


def _voice_of_speech(quotation: Quotation, paragraph: int) -> tuple[object, ...]:
    """Two quotations of one named person in one paragraph may stand together; an unnamed one may be anybody."""
    who = quotation.speaker.name or quotation.span
    return "speech", who, quotation.asked, quotation.kind is Kind.SIGNATURE, paragraph


def _written(attributed: AttributedArticle) -> Iterator[_Voiced]:
    """Sentences in the outlet's own words: reports and narration."""
    article = attributed.article
    direct = [quotation.span for quotation in _direct(attributed)]
    for number, paragraph in enumerate(paragraphs(article.text)):
        for piece in _without(paragraph, (*attributed.left_out, *attributed.questions)):
            for sentence in sentences(article.text, piece, article.language):
                quoted = any(sentence.overlaps(span) for span in direct)
                if not quoted and _stands_alone(sentence, article.text, direct):
                    yield _written_sentence(attributed, sentence, number)


def _written_sentence(attributed: AttributedArticle, sentence: Span, paragraph: int) -> _Voiced:
    speakers = {
        quotation.speaker
        for quotation in attributed.quotations
        if quotation.kind is Kind.INDIRECT and quotation.span.overlaps(sentence)
    }
    if len(speakers) == 1:
        speaker = speakers.pop()
        return _Voiced(sentence, ("report", speaker, paragraph), Kind.INDIRECT, speaker)
    return _Voiced(sentence, ("narrative", paragraph), Kind.NARRATIVE)  # two reported at once are nobody's words


def _stands_alone(sentence: Span, text: str, direct: Sequence[Span]) -> bool:
    """Not a scrap beside a quotation: «– сказал он.» after the words, «Он добавил:» before them."""
    words = sentence.of(text)
    if len(_WORD.findall(words)) < _FEWEST_WORDS or words.endswith(":"):
        return False
    opening = _OPENS_SENTENCE.match(words)
    return not (opening and opening[0][-1].islower() and _follows_words(sentence, text, direct))


def _follows_words(sentence: Span, text: str, direct: Sequence[Span]) -> bool:
    """Only marks and spaces part ``sentence`` from somebody's words before it on the same line."""
    stop = max((span.stop for span in direct if span.stop <= sentence.start), default=0)
    gap = text[stop : sentence.start]
    return stop > 0 and "\n" not in gap and not _WORD.search(gap)


def _direct(attributed: AttributedArticle) -> tuple[Quotation, ...]:
    return tuple(quotation for quotation in attributed.quotations if quotation.kind is not Kind.INDIRECT)


def _without(whole: Span, cuts: Sequence[Span]) -> Iterator[Span]:
    """What is left of ``whole`` between ``cuts``."""
    start = whole.start
    for cut in sorted(cut for cut in cuts if cut.overlaps(whole)):
        if cut.start > start:
            yield Span(start, cut.start)
        start = max(start, cut.stop)
    if start < whole.stop:
        yield Span(start, whole.stop)


def _chunks(run: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """``run`` in pieces of about equal length and at most LONGEST characters, one longer sentence being whole."""
    total = sum(map(len, run))
    share = total / max(1, -(-total // LONGEST))
    chunk: list[Span] = []
    length = 0
    for sentence in run:
        if chunk and (length + len(sentence) > LONGEST or length + len(sentence) / 2 > share):
            yield tuple(chunk)
            chunk, length = [], 0
        chunk.append(sentence)
        length += len(sentence)
    if chunk:
        yield tuple(chunk)
