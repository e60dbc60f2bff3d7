"""Extracts: slices of the article and nothing else; one person's words, or a stretch that tells whose words it has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.quotation import NOBODY, AttributedArticle, Kind, Quotation
from corpus.span import Span
from retrieval.extract import Extract, Voice, extract_of, words_at
from retrieval.passages import Passage, passages
from retrieval.stretches import OMISSION
from tests.made_articles import BUYER, MARKET, articles, attributed, interview, place

NOT_SPEECH = (Kind.INDIRECT, Kind.NARRATIVE, Kind.PASSAGE)


def whole(of: AttributedArticle) -> Extract:
    return extract_of(passages(of))


def test_words_alone_are_the_speakers_without_the_marks() -> None:
    found = whole(attributed("«Цены упали вдвое».", ("Цены упали вдвое", Kind.DIRECT, MARKET)))
    assert (found.text, found.kind, found.within) == ("Цены упали вдвое", Kind.DIRECT, ())
    assert (found.speaker, found.role) == ("Асан Кали", "директор рынка")


def test_words_with_the_outlets_around_them_are_a_stretch_that_tells_whose_they_are() -> None:
    text = "Рынок открыт. «Цены упали вдвое», — сказал Асан Кали."
    found = whole(attributed(text, ("Цены упали вдвое", Kind.DIRECT, MARKET)))
    assert (found.text, found.kind, found.speaker, found.role) == (text, Kind.PASSAGE, None, None)
    assert found.within == (Voice("Цены упали вдвое", Kind.DIRECT, "Асан Кали", "директор рынка"),)


def test_a_stretch_without_anybodys_words_is_the_outlets() -> None:
    found = whole(attributed("Рынок открыт. Торговля идёт."))
    assert (found.kind, found.speaker, found.within) == (Kind.NARRATIVE, None, ())


def test_reports_of_one_person_alone_are_his_report() -> None:
    text = "Асан Кали отметил, что цены упали."
    found = whole(attributed(text, ("цены упали", Kind.INDIRECT, MARKET)))
    assert (found.text, found.kind, found.speaker) == (text, Kind.INDIRECT, "Асан Кали")


def test_two_people_never_share_a_credit() -> None:
    text = "«Цены упали вдвое». «Цены выросли втрое»."
    said = [("Цены упали вдвое", Kind.DIRECT, MARKET), ("Цены выросли втрое", Kind.DIRECT, BUYER)]
    found = whole(attributed(text, *said))
    assert (found.kind, found.speaker) == (Kind.PASSAGE, None)
    assert [(voice.text, voice.speaker) for voice in found.within] == [(words, who.name) for words, _, who in said]


def test_two_unnamed_people_never_share_a_credit() -> None:
    text = "«Цены упали вдвое». «Цены выросли втрое»."
    found = whole(
        attributed(text, ("Цены упали вдвое", Kind.DIRECT, NOBODY), ("Цены выросли втрое", Kind.DIRECT, NOBODY))
    )
    assert found.kind is Kind.PASSAGE and len(found.within) == 2


def test_the_pieces_of_one_statement_are_one_voice_where_nothing_stands_between() -> None:
    text = "«Цены упали вдвое». «Мы этого ждали»."
    said = [(words, Kind.CONTINUED, MARKET) for words in ("Цены упали вдвое", "Мы этого ждали")]
    found = whole(attributed(text, *said))
    assert (found.text, found.speaker) == ("Цены упали вдвое […] Мы этого ждали", "Асан Кали")


def test_a_reply_comes_with_its_question_which_is_not_shown() -> None:
    of = interview(("Как идёт торговля?", "Хорошо идёт."))
    found = extract_of(passages(of)[1:])
    assert (found.text, found.kind, found.asked) == ("Хорошо идёт.", Kind.INTERVIEW_ANSWER, "Как идёт торговля?")


def test_replies_to_two_questions_are_no_one_reply() -> None:
    of = interview(("Как торговля?", "Хорошо."), ("А цены?", "Упали."))
    found = extract_of([row for row in passages(of) if row.kind is Kind.INTERVIEW_ANSWER])
    assert (found.kind, found.asked) == (Kind.PASSAGE, None)
    assert [voice.text for voice in found.within] == ["Хорошо.", "Упали."]


def test_the_words_at_a_place_are_shown_without_what_stands_around_them() -> None:
    text = "Рынок открыт. «Цены упали вдвое», — сказал Асан Кали."
    of = attributed(text, ("Цены упали вдвое", Kind.DIRECT, MARKET))
    found = words_at(passages(of)[1:], [place(text, "упали")])
    assert found is not None and (found.text, found.speaker) == ("Цены упали вдвое", "Асан Кали")
    assert words_at(passages(of)[:1], [place(text, "открыт")]) is None


@st.composite
def shown(draw: st.DrawFn) -> tuple[AttributedArticle, Extract]:
    """Some passages of an article, apart or together, as an extract."""
    of = draw(articles().filter(passages))
    return of, extract_of(draw(some_of(passages(of))))


def some_of(rows: Sequence[Passage]) -> st.SearchStrategy[list[Passage]]:
    places = st.sets(st.sampled_from(range(len(rows))), min_size=1)
    return places.map(lambda chosen: [rows[each] for each in sorted(chosen)])


def told(of: AttributedArticle, spans: Sequence[Span]) -> list[tuple[Span, Quotation]]:
    """Who says what of ``spans``, in text order."""
    pairs = [(span, each) for span in spans for each in of.quotations if each.span.overlaps(span)]
    return [(Span(max(a.start, b.span.start), min(a.stop, b.span.stop)), b) for a, b in pairs]


@given(shown())
def test_an_extract_is_its_slices_and_nothing_that_is_left_out(case: tuple[AttributedArticle, Extract]) -> None:
    of, found = case
    assert found.text == OMISSION.join(span.of(of.article.text) for span in found.spans)
    assert all(one.stop < other.start for one, other in pairwise(found.spans))
    cuts = [cut for cut in of.left_out if cut.of(of.article.text).strip()]
    assert not any(span.overlaps(cut) for span in found.spans for cut in cuts)


@given(shown())
def test_one_persons_words_have_no_word_outside_what_he_said(case: tuple[AttributedArticle, Extract]) -> None:
    of, found = case
    if found.kind in NOT_SPEECH:
        assert found.speaker is None or found.kind is Kind.INDIRECT
        return
    his = [each.span for each in of.quotations if each.kind is not Kind.INDIRECT and each.speaker.name == found.speaker]
    inside = {place for span in his for place in range(span.start, span.stop)}
    shown_places = (place for span in found.spans for place in range(span.start, span.stop))
    assert all(place in inside or of.article.text[place].isspace() for place in shown_places)
    assert found.within == ()


@given(shown())
def test_whoever_is_in_a_stretch_is_credited_as_the_article_credits_him(
    case: tuple[AttributedArticle, Extract],
) -> None:
    of, found = case
    pieces = told(of, found.spans)
    if found.kind is Kind.NARRATIVE:
        assert not pieces
    if found.kind is Kind.INDIRECT:
        assert {(each.kind, each.speaker.name) for _, each in pieces} == {(Kind.INDIRECT, found.speaker)}
    if found.kind is Kind.PASSAGE:
        assert found.within == tuple(
            Voice(span.of(of.article.text), each.kind, each.speaker.name, each.speaker.role) for span, each in pieces
        )
        assert found.within and all(voice.text in found.text for voice in found.within)
