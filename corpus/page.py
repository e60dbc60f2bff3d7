"""Page: an article with its fields filled in and its own paragraphs told from the page around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, zip_longest

from corpus.article import Article
from corpus.bylines import Byline, byline, closing_byline, inline_byline
from corpus.dates import date_head, date_line
from corpus.flattened import flattened_ends, flattened_headline
from corpus.furniture import LeftOut, furniture
from corpus.headline import find_headline, plain
from corpus.language import guess_language
from corpus.outlets import Dateline, Outlet, find_dateline, find_outlet
from corpus.paragraphs import BLANK, paragraphs
from corpus.readers.header import header_span
from corpus.reading import reading_of
from corpus.span import Span, trimmed

MARKDOWN = (".md", ".markdown")
NO_HEADER = Span(0, 0)
_HEAD = 8  # lines in which a page says its masthead and its headline, perhaps twice


@dataclass(frozen=True, slots=True)
class Page:
    """What ``read_page`` found. ``paragraphs`` are the article's own, ``left_out`` the rest, both in text order and
    apart; ``headline`` is null where the article begins with its first paragraph, else its span is left out, too."""

    article: Article
    left_out: tuple[LeftOut, ...]
    headline: Span | None
    paragraphs: tuple[Span, ...]
    outlet: Outlet | None


def read_page(article: Article, header: Span = NO_HEADER) -> Page:
    """``article`` with its null fields filled from its own text, and its text parted into paragraphs and the rest.

    ``header`` is where its header stands, whose fields the article has already.
    """
    text = article.text
    lines = tuple(line for line in paragraphs(text) if line.start >= header.stop)
    around = [*furniture(text, lines), *_flattened(text, lines)]
    signed = closing_byline(text, without(text, lines, around))
    around += _named(signed.span if signed else None, "closing_byline")
    rest = without(text, lines, around)
    dateline = find_dateline(text, rest)
    outlet = find_outlet(text, lines)
    headline = _headline(text, without(text, rest, _masthead(text, rest, outlet)), article.title, dateline)
    head = [*_masthead(text, rest, outlet), *_headlines(text, rest, headline)]
    named = [*_named(header, "header"), *_named(dateline.span if dateline else None, "dateline")]
    left_out = in_order([*named, *head, *around])
    filled = _filled(article, header, lines, signed, headline, outlet)
    return Page(filled, left_out, headline, without(text, lines, left_out), outlet)


def header_of_page(article: Article) -> Span:
    """Where the header of a Markdown article stands; ``NO_HEADER`` for one of another format."""
    return header_span(article.text) if article.id.lower().endswith(MARKDOWN) else NO_HEADER


def without(text: str, spans: Sequence[Span], left_out: Iterable[LeftOut]) -> tuple[Span, ...]:
    """What remains of ``spans`` outside ``left_out``, without blanks at the ends."""
    gone = in_order(left_out)
    rest = (trimmed(part, text, BLANK) for span in spans for part in _parts(span, gone))
    return tuple(part for part in rest if part)


def in_order(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """``left_out`` in text order, without those that overlap an earlier one."""
    kept: list[LeftOut] = []
    for left in sorted(left_out, key=lambda left: (left.span.start, -left.span.stop)):
        if not kept or kept[-1].span.stop <= left.span.start:
            kept.append(left)
    return tuple(kept)


def _parts(span: Span, gone: Sequence[LeftOut]) -> Iterator[Span]:
    start = span.start
    for left in islice(gone, bisect_right(gone, start, key=lambda left: left.span.stop), None):
        if left.span.start >= span.stop:
            break
        yield Span(start, max(start, left.span.start))
        start = left.span.stop
    yield Span(start, max(start, span.stop))


def _flattened(text: str, lines: Sequence[Span]) -> list[LeftOut]:
    return [left for line in lines for left in flattened_ends(text, line)] if len(lines) == 1 else []


def _headline(text: str, lines: Sequence[Span], title: str | None, dateline: Dateline | None) -> Span | None:
    if len(lines) == 1 and dateline:
        return flattened_headline(text, lines[0], dateline.span)
    return find_headline(text, lines, reading_of(title).text if title else None)


def _named(span: Span | None, rule: str) -> list[LeftOut]:
    return [LeftOut(span, rule)] if span else []


def _masthead(text: str, lines: Sequence[Span], outlet: Outlet | None) -> list[LeftOut]:
    """The lines at the head that hold the outlet's name and no more, whatever rule has found it."""
    if outlet is None:
        return []
    return [LeftOut(line, "masthead") for line in lines[:_HEAD] if plain(line.of(text)) == plain(outlet.name)]


def _headlines(text: str, lines: Sequence[Span], headline: Span | None) -> Iterator[LeftOut]:
    """The headline, and its repetitions above the article."""
    if headline is None:
        return
    said = plain(headline.of(text))
    for line in lines[:_HEAD]:
        if line.contains(headline):  # a line that is the headline, or a flattened article that begins with it
            yield LeftOut(line if plain(line.of(text)) == said else headline, "headline")
        elif plain(line.of(text)) == said:
            yield LeftOut(line, "repeated_headline")


def _filled(
    article: Article,
    header: Span,
    lines: Sequence[Span],
    signed: Byline | None,
    headline: Span | None,
    outlet: Outlet | None,
) -> Article:
    text = article.text
    return replace(
        article,
        title=article.title or (headline.of(text) if headline else None),
        outlet=article.outlet or (outlet.name if outlet else None),
        author=article.author or _author(text, lines, signed),
        date=article.date or _date(text, lines),
        language=article.language if header else guess_language(text),
    )


def _author(text: str, lines: Sequence[Span], signed: Byline | None) -> str | None:
    found = [byline(text, line, after) for line, after in zip_longest(lines, lines[1:])]
    found += [*(inline_byline(text, line) for line in lines[-1:]), signed]
    return next((one.name for one in found if one and one.name), None)


def _date(text: str, lines: Sequence[Span]) -> date | None:
    found = [date_head(text, line) for line in lines[:1]] + [date_line(text, line) for line in lines]
    return next((one.day for one in found if one), None)
