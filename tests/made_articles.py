"""Made articles for tests: invented people at a market, what they say, and hypothesis strategies over any of it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from corpus.article import Article
from corpus.quotation import NOBODY, AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span

MARKET = Speaker("Асан Кали", "директор рынка")
BUYER = Speaker("Вера Ли", "покупательница")

_WORDS = ("Рынок", "стоит", "«Дорого!»", "т.", "г. Илек", "–", "…", "5", "А?", "Он", "Ли:", "\n", "\n\n", "!")
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)
_SPOKEN = st.sampled_from((Kind.DIRECT, Kind.CONTINUED, Kind.INDIRECT))


def attributed(
    text: str, *said: tuple[str, Kind, Speaker], left_out: tuple[str, ...] = (), questions: tuple[str, ...] = ()
) -> AttributedArticle:
    """An article in which each of ``said`` is a quotation, in text order."""
    quotations = tuple(Quotation(place(text, words), kind, speaker) for words, kind, speaker in said)
    return AttributedArticle(
        Article("рынок.txt", text),
        tuple(place(text, words) for words in left_out),
        tuple(place(text, words) for words in questions),
        quotations,
    )


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def occurrences(text: str, words: str) -> list[Span]:
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    return [Span(start, start + len(words)) for start in starts]


@st.composite
def articles(draw: st.DrawFn) -> AttributedArticle:
    """Any text, and anywhere in it, apart from each other, what is left out and what somebody says."""
    text = draw(_TEXTS)
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    spans = [Span(*pair) for pair in pairwise(borders)]
    marks = draw(st.lists(st.sampled_from(("cut", MARKET, BUYER, NOBODY, None)), min_size=12, max_size=12))
    marked = list(zip(spans, marks, strict=False))
    return AttributedArticle(
        Article("рынок.txt", text, language=draw(st.sampled_from(("ru", "kk")))),
        left_out=tuple(span for span, mark in marked if mark == "cut"),
        quotations=tuple(Quotation(span, draw(_SPOKEN), mark) for span, mark in marked if isinstance(mark, Speaker)),
    )


def interview(*turns: tuple[str, str], lead: str = "") -> AttributedArticle:
    """Of questions and the answers of one guest, after the outlet's ``lead``."""
    text = lead + "\n\n" + "\n\n".join(f"– {asked}\n\n– {said}" for asked, said in turns)
    questions = tuple(place(text, asked) for asked, _ in turns)
    replies = tuple(
        Quotation(place(text, said), Kind.INTERVIEW_ANSWER, MARKET, question)
        for question, (_, said) in zip(questions, turns, strict=True)
    )
    return AttributedArticle(Article("беседа.txt", text), (), questions, replies)
