"""Attribution: an article -> everything that was found in it. The whole way on one page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.article import Article
from corpus.interviews import interview_of
from corpus.page import Page, header_of_page, read_page
from corpus.quotation import AttributedArticle, Quotation
from corpus.quotations import find_quotations
from corpus.reading import Reading, reading_of
from corpus.scene import Scene, scene_of
from corpus.span import Span
from corpus.withheld import without_broken_post


@dataclass(frozen=True, slots=True)
class Study:
    """An article with what was found on the way. The spans of ``page`` and ``scene`` count in the reading, those of
    ``found`` in the text as given; ``scene`` is null where the article has no paragraph of its own."""

    reading: Reading
    page: Page
    scene: Scene | None
    found: AttributedArticle


def attribute(article: Article) -> AttributedArticle:
    """Find the page around ``article``, its interview, its quotations and its reports, and who speaks in each.

    The rules look at a reading of the text; all spans count in the text as given. The cost is linear in its length.
    """
    return study(article).found


def study(article: Article) -> Study:
    """The same, with what led there."""
    reading = reading_of(article.text)
    page = read_page(replace(article, text=reading.text), reading.read(header_of_page(article)))
    scene = _scene(page) if page.paragraphs else None
    return Study(reading, page, scene, _given(_found(page, scene), reading, article.text))


def _scene(page: Page) -> Scene:
    return scene_of(page.article.text, page.article.language, page.paragraphs, page.headline)


def _found(page: Page, scene: Scene | None) -> AttributedArticle:
    left_out = tuple(left.span for left in page.left_out)
    if scene is None:
        return AttributedArticle(page.article, left_out, headline=page.headline)
    interview = interview_of(scene)
    quotations = [*interview.quotations(), *find_quotations(scene, interview.spans, page.headline)]
    in_order = tuple(sorted(quotations, key=lambda quotation: quotation.span))
    return AttributedArticle(page.article, left_out, interview.questions, in_order, page.headline)


def _given(found: AttributedArticle, reading: Reading, text: str) -> AttributedArticle:
    """What was found in the reading, in the text as given."""
    return AttributedArticle(
        replace(found.article, text=text),
        tuple(map(reading.given, found.left_out)),
        tuple(map(reading.given, found.questions)),
        tuple(_given_quotation(quotation, reading) for quotation in found.quotations),
        _given_span(found.headline, reading),
    )


def _given_quotation(quotation: Quotation, reading: Reading) -> Quotation:
    given = replace(quotation, span=reading.given(quotation.span), asked=_given_span(quotation.asked, reading))
    return without_broken_post(given)


def _given_span(span: Span | None, reading: Reading) -> Span | None:
    return reading.given(span) if span is not None else None
