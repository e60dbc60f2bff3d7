"""Which sentences are shown: those that answer, with what they point back to, whatever is left out marked."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span
from retrieval.asked_kind import AskedKind
from retrieval.chosen import LONGEST, OMISSION, Wanted, chosen, points_back
from retrieval.extract import Extract, extract
from retrieval.passages import Passage, passages
from retrieval.searcher import Searcher, build_searcher
from retrieval.word_forms import WordForms

FILLER = "Подрядчик долго согласовывал смету с областным управлением и возил бумаги в столицу."
LOAD, PIER = "Мост держит семьдесят тонн.", "Опоры моста поставили весной."


def passage(*sentences: str) -> Passage:
    """One passage of exactly these sentences."""
    text = " ".join(sentences)
    starts = [text.index(sentences[0])]
    for sentence in sentences[1:]:
        starts.append(text.index(sentence, starts[-1] + 1))
    spans = tuple(Span(start, start + len(each)) for start, each in zip(starts, sentences, strict=True))
    return Passage(AttributedArticle(Article("мост.txt", text)), spans, Kind.NARRATIVE)


def shown(asked: str, whole: Passage) -> Extract:
    return extract(whole, Wanted(dict.fromkeys(asked.split(), 1.0)), WordForms(), 1.0)


def test_a_passage_that_fits_is_shown_whole() -> None:
    whole = passage(FILLER, LOAD, FILLER)
    assert shown("тонна", whole).text == whole.text


def test_sentences_far_apart_are_joined_by_a_mark_and_spans_are_exact() -> None:
    fillers = [f"{number}. {FILLER}" for number in range(9)]
    whole = passage(LOAD, *fillers, PIER)
    found = shown("мост тонна опора весна", whole)
    assert found.text.startswith(LOAD) and found.text.endswith(PIER) and OMISSION in found.text
    assert len(found.text) <= LONGEST
    assert OMISSION.join(span.of(whole.of.article.text) for span in found.spans) == found.text


def test_a_sentence_that_points_back_comes_with_the_one_before() -> None:
    fillers = [f"{number}. {FILLER}" for number in range(7)]
    report = "Отчёт о нагрузке писал Асан Кали."
    whole = passage(*fillers, report, "Он назвал предел: семьдесят тонн.", FILLER)
    assert f"{report} Он назвал предел" in shown("тонна предел", whole).text


def test_filling_up_does_not_open_with_what_points_back() -> None:
    fillers = [f"{number}. {FILLER}" for number in range(7)]
    back = "Он стоит на сваях, и вода обходит их с двух сторон уже сорок лет, как писали тогда в местной газете."
    whole = passage(*fillers, back, LOAD)
    assert not any(points_back(each.of(whole.text)) for each in chosen(whole, Wanted({"тонна": 1.0}), WordForms())[:1])


@pytest.mark.parametrize("sentence", ["Он сказал это.", "Но это неверно", "«Бұл – қате түсінік»", "Ал ол келмеді."])
def test_sentences_that_point_back(sentence: str) -> None:
    assert points_back(sentence)


@pytest.mark.parametrize("sentence", ["Мост стоит.", "Онежское озеро замёрзло.", "Бұлақ ақты.", "", "…"])
def test_sentences_that_stand_by_themselves(sentence: str) -> None:
    assert not points_back(sentence)


def test_where_a_number_is_asked_for_the_sentence_with_one_is_shown() -> None:
    fillers = [f"{'аб'[number % 2]}) {FILLER}" for number in range(8)]
    whole = passage("Мост держит тонны.", *fillers, "Мост держит 70 тонн.")
    asked = Wanted(dict.fromkeys(["мост", "тонна"], 1.0), AskedKind.NUMBER)
    assert "70" in extract(whole, asked, WordForms(), 1.0).text


def dated(number: int, words: str, day: date | None) -> AttributedArticle:
    return AttributedArticle(Article(f"{number}.txt", words, date=day))


def course() -> Searcher:
    others = [dated(9, "Көлдің суы биыл екі метрге түсті.", None)]
    return build_searcher(
        [
            dated(1, "Позиция порта по причалу изменилась: причал закрыт.", date(2031, 5, 7)),
            dated(2, "Позиция порта по причалу прежняя: причал открыт.", date(2029, 1, 2)),
            dated(3, "Позиция порта по причалу ясна: причал построят.", date(2027, 3, 4)),
            *others,
        ]
    )


def test_a_course_of_events_is_told_by_day() -> None:
    days = [each.date for each in course().answer("Как менялась позиция порта по причалу?").extracts]
    assert days == sorted(day for day in days if day) and len(days) == 3


def report_and_words() -> AttributedArticle:
    text = "Асан Кали считает, что мост пора закрыть на ремонт.\n\n«Трещин там больше, чем досок», – сказал он.\n"
    kali = Speaker("Асан Кали", "инженер")

    def said(words: str, kind: Kind) -> Quotation:
        return Quotation(Span(text.index(words), text.index(words) + len(words)), kind, kali)

    report = said("мост пора закрыть на ремонт", Kind.INDIRECT)
    return AttributedArticle(
        Article("мост.txt", text), quotations=(report, said("Трещин там больше, чем досок", Kind.DIRECT))
    )


def test_own_words_come_before_the_report_that_leads_to_them() -> None:
    found = build_searcher([report_and_words()]).answer("Что Асан Кали говорит о ремонте моста?").extracts
    assert [each.kind for each in found] == [Kind.DIRECT, Kind.INDIRECT]


def test_a_figure_is_not_asked_of_the_words_behind_it() -> None:
    first = build_searcher([report_and_words()]).answer("Асан Кали: когда мост закрыть на ремонт?").extracts[0]
    assert first.kind is Kind.INDIRECT


def test_the_sample_passages_are_cut_without_a_slip() -> None:
    """Every cut is of whole sentences, in order, none longer than may be shown unless it is one sentence."""
    text = "\n\n".join(" ".join(f"{part}-{number}. {FILLER}" for number in range(12)) for part in range(3))
    for whole in passages(AttributedArticle(Article("смета.txt", text))):
        cut = chosen(whole, Wanted({"смета": 1.0}), WordForms())
        assert cut and list(cut) == sorted(cut) and set(cut) <= set(whole.sentences)
        assert sum(map(len, cut)) <= LONGEST or len(cut) == 1
