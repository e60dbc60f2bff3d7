"""The notation reads what it writes, refuses what it cannot read, and the comparison sees each kind of mistake."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.quotation import Kind, Quotation, Speaker
from corpus.span import Span
from tests.case_comparison import differences
from tests.case_notation import Case, CaseError, Said, parse_case, read_cases, render, said

LINE = "«⟦Снег лёг. ¶ Мы ждали⟧{Ия Ким||continued}», — сказала Ия Ким. Она рада, что ⟦~зима «⟦?тут⟧{}»⟧{Ия Ким}."


def test_a_line_becomes_text_and_labels() -> None:
    case = parse_case("⟦Да⟧{Ия Ким|врач|signature} ¶¶ — Ия Ким, и ⟦~она права⟧{}")
    assert case.text == "Да\n\n— Ия Ким, и она права"
    assert case.quotes == (Said(Span(0, 2), "Ия Ким", "врач", Kind.SIGNATURE), Said(Span(16, 25), indirect=True))


def test_labels_inside_labels_and_round_trip() -> None:
    case = parse_case(LINE)
    assert [quote.span.of(case.text) for quote in case.quotes] == ["Снег лёг.\nМы ждали", "тут", "зима «тут»"]
    assert render(case.text, case.quotes) == LINE


def test_what_was_found_is_shown_in_the_notation() -> None:
    found = Quotation(Span(1, 3), Kind.DIRECT, Speaker("Ия Ким", "врач"))
    report = Quotation(Span(5, 9), Kind.INDIRECT, Speaker(role="врач"))
    assert render("«Да», снег", [said(found), said(report)]) == "«⟦Да⟧{Ия Ким|врач|direct}»,⟦~ сне⟧{|врач}г"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("«⟦Да», — сказала Ия.", "⟦ without ⟧"),
        ("«Да⟧{Ия}», — сказала Ия.", "column 4: ⟧ without ⟦"),
        ("«⟦Да⟧», — сказала Ия.", "without a label"),
        ("«⟦Да⟧{Ия||spoken}»", "no kind 'spoken'"),
        ("«⟦Да⟧{Ия||direct|4}»", "three parts"),
    ],
)
def test_a_broken_line_is_refused_with_its_place(line: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "ru_broken.txt"
    path.write_text(f"# pattern\n\n{line}\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"^ru_broken\.txt:3: ") as caught:
        list(read_cases(path))
    assert complaint in str(caught.value)


def test_a_case_is_known_by_its_text_and_not_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "kk_two.txt"
    path.write_text("# one\nА ⟦б⟧{}\n\n# two\nВ\nА ⟦б⟧{В}\n", encoding="utf-8")
    first, second, third = read_cases(path)
    assert (first.id, second.pattern, first.language) == ("kk_two.txt:2", "two", "kk")
    assert first.key == third.key != second.key


SPEECH = parse_case("«⟦Снег выпал ночью⟧{Ия Ким}», — сказала Ия Ким. Она добавила, что ⟦~зима пришла рано⟧{Ия Ким}.")
DIRECT, REPORT = SPEECH.quotes


def test_a_met_case_has_no_differences() -> None:
    wider = replace(DIRECT, span=Span(0, DIRECT.span.stop + 2), name="Ким Ия", kind=Kind.DIRECT)
    shorter = replace(REPORT, span=Span(REPORT.span.start + 5, REPORT.span.stop + 1))
    assert differences(SPEECH, [wider, shorter]) == []


@pytest.mark.parametrize(
    ("found", "complaint"),
    [
        ([REPORT], "missed 'Снег выпал ночью'"),
        ([DIRECT], "missed 'зима пришла рано'"),
        ([DIRECT, replace(REPORT, span=Span(REPORT.span.start, REPORT.span.start + 4))], "missed 'зима пришла рано'"),
        ([replace(DIRECT, name=None), REPORT], "nobody instead of Ия Ким"),
        ([replace(DIRECT, name="Ия Пак"), REPORT], "Ия Пак instead of Ия Ким"),
        ([DIRECT, REPORT, Said(Span(30, 36))], "nobody says 'Ия Ким'"),
        ([replace(DIRECT, span=Span(1, 11)), REPORT], "missed 'Снег выпал ночью'"),
        ([DIRECT, replace(REPORT, indirect=False)], "missed 'зима пришла рано'"),
    ],
)
def test_each_mistake_is_seen(found: list[Said], complaint: str) -> None:
    assert any(complaint in line for line in differences(SPEECH, found))


def test_a_name_where_nobody_may_be_named_is_a_mistake() -> None:
    case = parse_case("«⟦Снег выпал ночью⟧{|врач}», — сказал врач.")
    assert differences(case, [replace(case.quotes[0], name="Ия Ким")]) == [
        "Ия Ким instead of nobody says 'Снег выпал ночью'"
    ]


def test_a_stated_kind_is_asked_for() -> None:
    case = parse_case("— ⟦Снег выпал ночью⟧{||interview_answer}")
    assert differences(case, [replace(case.quotes[0], kind=Kind.DIRECT)]) == [
        "direct instead of interview_answer: 'Снег выпал ночью'"
    ]


def test_pieces_in_neighbouring_paragraphs_are_one_speech() -> None:
    case = parse_case("«⟦Снег выпал ночью. ¶ «Мы ждали⟧{Ия Ким}», — сказала Ия Ким.")
    start, stop = case.quotes[0].span.start, case.quotes[0].span.stop
    middle = case.text.index("\n")
    pieces = [replace(case.quotes[0], span=Span(start, middle)), replace(case.quotes[0], span=Span(middle + 2, stop))]
    assert differences(case, pieces) == []
    assert differences(case, [pieces[0], replace(pieces[1], name=None)])


def test_what_may_be_found_may_be_missed_but_not_of_another_person() -> None:
    case = parse_case("Ия Ким ждёт «⟦?долгую зиму⟧{Ия Ким}».")
    scrap = case.quotes[0]
    assert differences(case, []) == []
    assert differences(case, [replace(scrap, optional=False)]) == []
    assert differences(case, [replace(scrap, optional=False, name=None)]) == []
    assert differences(case, [replace(scrap, optional=False, name="Ия Пак")])


def test_a_text_without_speech_allows_none() -> None:
    assert differences(Case("Завод «Снег» закрыт."), [Said(Span(7, 11))]) == ["nobody says 'Снег'"]
