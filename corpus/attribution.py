"""Attribution: an article -> everything that was found in it. The whole way on one page."""

from __future__ import annotations

from corpus.article import Article
from corpus.interviews import interview_of
from corpus.page import read_page
from corpus.quotation import AttributedArticle
from corpus.quotations import find_quotations
from corpus.scene import scene_of


def attribute(article: Article) -> AttributedArticle:
    """Find the page around ``article``, its interview, its quotations and its reports, and who speaks in each."""
    page = read_page(article)
    if not page.paragraphs:
        return AttributedArticle(page.article, tuple(left.span for left in page.left_out), headline=page.headline)
    scene = scene_of(article.text, page.article.language, page.paragraphs, page.headline)
    interview = interview_of(scene)
    quotations = find_quotations(scene, interview.spans, page.headline)
    return AttributedArticle(
        page.article,
        tuple(left.span for left in page.left_out),
        interview.questions,
        tuple(sorted([*interview.quotations(), *quotations], key=lambda quotation: quotation.span)),
        page.headline,
    )
