"""Stretches: what is shown around the cores that answer: whole sentences, so many characters, nothing twice."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation
from corpus.span import Span
from retrieval.edges import points_back
from retrieval.passages import LONGEST_CORE, Passage, joined, passages, reaches
from retrieval.stretches import ENOUGH, LONGEST, OMISSION, Laid, Places, stretch, voice_of
from tests.made_articles import BUYER, MARKET, attributed, interview
from tests.profiled import calls

FILLER = "Подрядчик долго согласовывал смету с областным управлением и возил бумаги в столицу."
LONG = "Мост держит семьдесят тонн, " + "и ещё раз проверен, " * 60 + "и открыт."


def stretched(
    cores: Sequence[Places], rows: Sequence[Passage], shown: Set[int] = frozenset()
) -> tuple[Places, ...]:
    return stretch(cores, Laid(rows), shown)


def length(places: Sequence[Places], rows: Sequence[Passage]) -> int:
    return Laid(rows).length(places)


def spans_of(places: Sequence[Places], rows: Sequence[Passage]) -> tuple[Span, ...]:
    return joined([rows[place].sentence for run in places for place in run], rows[0].of.article.text)


def rows_of(*sentences: str) -> tuple[Passage, ...]:
    rows = passages(AttributedArticle(Article("мост.txt", " ".join(sentences))))
    assert len(rows) == len(sentences)
    return rows


def fillers(count: int, first: int = 0) -> list[str]:
    return [f"{FILLER[:-1]} в {number} раз." for number in range(first, first + count)]


def shown(places: Sequence[Places], rows: Sequence[Passage]) -> str:
    return OMISSION.join(span.of(rows[0].of.article.text) for span in spans_of(places, rows))


def test_an_article_that_is_short_enough_is_shown_whole() -> None:
    rows = rows_of(*fillers(3))
    assert stretched([range(1, 2)], rows) == (range(3),)


@pytest.mark.parametrize("core", [0, 15, 29])
def test_a_core_grows_until_there_is_enough(core: int) -> None:
    rows = rows_of(*fillers(30))
    (found,) = stretched([range(core, core + 1)], rows)
    assert core in found
    assert ENOUGH - len(FILLER) <= length([found], rows) <= LONGEST


def test_two_cores_grow_into_one_where_they_meet() -> None:
    rows = rows_of(*fillers(12))
    (found,) = stretched([range(4, 5), range(6, 7)], rows)
    assert {4, 5, 6} <= set(found)


def test_cores_that_stay_apart_are_joined_by_a_mark() -> None:
    rows = rows_of(*fillers(40))
    one, other = stretched([range(3, 6), range(33, 36)], rows)
    assert one.stop < other.start
    assert shown((one, other), rows).count(OMISSION) == 1


def test_what_points_back_comes_with_the_one_before() -> None:
    rows = rows_of(*fillers(9), "Отчёт писал Асан Кали.", "Он назвал предел: семьдесят тонн.", *fillers(9, 9))
    (found,) = stretched([range(10, 11)], rows)
    assert 9 in found


def test_one_longer_sentence_is_shown_whole_and_alone() -> None:
    rows = rows_of(*fillers(3), LONG, *fillers(3, 3))
    assert len(LONG) > LONGEST
    assert stretched([range(3, 4)], rows) == (range(3, 4),)


def test_an_article_of_one_sentence_a_line_is_shown_without_a_gap() -> None:
    lines = [f"Көпір {number} жылы салынды, жүк көліктері сонымен өтеді." for number in range(40)]
    rows = passages(AttributedArticle(Article("көпір.txt", "\n".join(lines), language="kk")))
    (found,) = stretched([range(20, 22)], rows)
    assert shown([found], rows) == "\n".join(lines[found.start : found.stop])
    assert ENOUGH - len(lines[0]) <= length([found], rows) <= LONGEST


def test_long_words_of_one_person_are_shown_without_the_rest() -> None:
    speech = " ".join(fillers(8))
    rows = passages(attributed(f"Утром было тихо. «{speech}» Вечером дождь.", (speech, Kind.DIRECT, MARKET)))
    (found,) = stretched([range(4, 5)], rows)
    assert {voice_of(rows[place]) for place in found} == {(MARKET, None)}


TURNS = [(f"Что было в {number} году?", f"В {number} году строили мост. Его открыли к зиме.") for number in range(9)]


@pytest.mark.parametrize("turn", range(len(TURNS)))
def test_an_answer_to_an_interviewer_is_shown_alone(turn: int) -> None:
    rows = passages(interview(*TURNS))
    place = next(place for place, row in enumerate(rows) if TURNS[turn][1].startswith(row.text.lstrip("– ")))
    assert shown(stretched([range(place, place + 1)], rows), rows) == "– " + TURNS[turn][1]


def test_what_leads_to_an_interview_is_not_mixed_with_several_answers() -> None:
    rows = passages(interview(*TURNS, lead="О мосте рассказал директор рынка."))
    assert len(answered(stretched([range(1)], rows), rows)) <= 1


def test_the_core_of_an_answer_has_no_other_answer() -> None:
    rows = passages(interview(*TURNS))
    cores = [range(place, place + reach) for place, reach in enumerate(reaches(rows))]
    assert all(len(answered([core], rows)) <= 1 for core in cores)


def answered(places: Sequence[Places], rows: Sequence[Passage]) -> set[Span | None]:
    """The questions that are answered there."""
    return {rows[each].asked for run in places for each in run if rows[each].kind is Kind.INTERVIEW_ANSWER}


@pytest.mark.parametrize("sentence", ["Он сказал это.", "Но это неверно", "«Бұл – қате түсінік»", "Ал ол келмеді."])
def test_sentences_that_point_back(sentence: str) -> None:
    assert points_back(sentence)


@pytest.mark.parametrize("sentence", ["Мост стоит.", "Онежское озеро замёрзло.", "Бұлақ ақты.", "", "…"])
def test_sentences_that_stand_by_themselves(sentence: str) -> None:
    assert not points_back(sentence)


@st.composite
def made(draw: st.DrawFn) -> tuple[Passage, ...]:
    """An article's passages of all lengths, with paragraphs, in anybody's words."""
    sizes = st.one_of(st.integers(1, 12), st.integers(1, 60), st.just(200))
    parts = draw(st.lists(st.tuples(sizes, st.sampled_from((" ", "\n\n")), st.booleans()), min_size=1, max_size=30))
    text, borders = "", []
    for size, gap, points in parts:
        start = len(text)
        text += ("Он " if points else "Мост ") + "стоит " * size + "тут."
        borders.append(Span(start, len(text)))
        text += gap
    voices = draw(st.lists(st.sampled_from((MARKET, BUYER, None)), min_size=len(parts), max_size=len(parts)))
    said = [Quotation(span, Kind.DIRECT, who) for span, who in zip(borders, voices, strict=True) if who]
    return passages(AttributedArticle(Article("мост.txt", text), quotations=tuple(said)))


@given(made(), st.data())
def test_a_stretch_has_its_cores_and_nothing_that_is_shown_elsewhere(
    rows: tuple[Passage, ...], data: st.DataObject
) -> None:
    cores = data.draw(cores_of(rows))
    free = set(range(len(rows))) - {place for core in cores for place in core}
    elsewhere = data.draw(st.sets(st.sampled_from(sorted(free)))) if free else set()
    found = stretched(cores, rows, elsewhere)
    places = [place for run in found for place in run]
    assert all(one.stop < other.start for one, other in pairwise(found)) and all(found)
    assert set(places) <= set(range(len(rows))) - elsewhere
    assert {place for core in cores for place in core} <= set(places)


@given(made(), st.data())
def test_a_stretch_is_never_too_long_unless_a_sentence_is(rows: tuple[Passage, ...], data: st.DataObject) -> None:
    cores = data.draw(cores_of(rows))
    found = stretched(cores, rows)
    assert length(found, rows) == len(shown(found, rows))
    if length(found, rows) > LONGEST:
        assert found == tuple(cores) and len(rows[found[0].start].text) > LONGEST_CORE


def cores_of(rows: Sequence[Passage]) -> st.SearchStrategy[list[Places]]:
    """One core, or two that are apart and have room together, as a selection has them."""
    every = [range(place, place + reach) for place, reach in enumerate(reaches(rows))]
    pairs = [
        [one, other]
        for one in every
        for other in every
        if one.stop <= other.start and length([one, other], rows) <= LONGEST
    ]
    return st.sampled_from([[core] for core in every] + pairs)


@pytest.mark.parametrize(
    "sentence", ["Мост стоит.", "«Мост», – сказал он.", "Да!", "Подрядчик возил бумаги в столицу."]
)
def test_growing_costs_no_more_the_longer_the_article_is(sentence: str) -> None:
    """Beyond what reading it once costs."""
    one, four = (rows_of(*[sentence] * size) for size in (400, 1600))
    costs = [calls(lambda rows=rows: stretched([range(200, 202)], rows)) for rows in (one, four)]  # type: ignore[misc]
    assert costs[1] <= 4.2 * costs[0]


def test_growing_by_short_sentences_is_done_in_time() -> None:
    rows = rows_of(*["Да!"] * 1600)
    assert calls(lambda: stretched([range(800, 802)], rows)) < 1_000_000
