"""The scorers: the shared scorers give the same figures, and small hand-made documents the expected ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.data import SHARED
from benchmarks.marked import parse_marked
from benchmarks.retrieval import lines
from benchmarks.scoring.attribution import AttributionScore, State, score
from benchmarks.scoring.attribution_figures import SpeechFigures, outlet_figures, speech_figures
from benchmarks.scoring.labels import Document, Prediction, Quote, Row, document, prediction
from benchmarks.scoring.names import OutletVerdict, SpeakerVerdict, outlet_verdict, speaker_verdict
from benchmarks.scoring.retrieval import ndcg, reciprocal_rank
from benchmarks.scoring.retrieval import score as retrieval_score
from corpus.quotation import Kind
from corpus.span import Span
from tests.measured import present, report, shared_score

# Ours : theirs
SPEECH = {
    "labelled": "gold",
    "found": "pred",
    "span_p": "span_p",
    "span_r": "span_r",
    "span_f1": "span_f1",
    "spurious": "spurious",
    "abstained": "abstain",
    "wrong": "wrong",
    "false_where_nobody": "false_name_where_null",
    "false_on_spurious": "false_name_on_spurious",
    "false_names": "false_total",
    "false_rate": "false_rate",
    "attributed_p": "attributed_p",
    "attributed_r": "attributed_r",
}
OUTLET = {
    "named": "docs_with_outlet",
    "right": "right",
    "wrong": "wrong",
    "abstained": "abstain",
    "accuracy": "accuracy",
    "unnamed": "docs_without",
    "false": "false",
}
RETRIEVAL = {"ndcg10": "ndcg10", "mrr10": "mrr10", "leaked": "leaked", "kept": "kept"}


def rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 4)


def ours(figures: object, names: dict[str, str]) -> dict[str, Any]:
    return {name: rounded(getattr(figures, name)) for name in names}


def theirs(figures: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {name: figures[other] for name, other in names.items()}


def scored(name: str) -> AttributionScore:
    documents = {row["id"]: document(row) for row in lines(present(name).data[0].path)}
    found = {row["id"]: prediction(row, documents[row["id"]].text) for row in report(name).rows}
    return score(documents.values(), found)


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_attribution_figures_are_those_of_the_shared_scorer(name: str, tmp_path: Path) -> None:
    gold = present(name).data[0].path
    expected = shared_score("score_attribution.py", gold, report(name), tmp_path)
    for part in ("all", "ru", "kk"):
        of_part = scored(name) if part == "all" else scored(name).of(part)
        for speech, prefix in ((of_part.direct, "direct_"), (of_part.reported, "ind_")):
            figures = speech_figures(speech.labels, speech.found)
            assert ours(figures, SPEECH) == theirs(expected[prefix + part], SPEECH), (part, prefix)
    assert ours(outlet_figures(scored(name).outlets), OUTLET) == theirs(expected["outlet"], OUTLET)


@pytest.mark.parametrize("name", ["akorda_kk", "xquad_ru"])
def test_retrieval_figures_are_those_of_the_shared_scorer(name: str, tmp_path: Path) -> None:
    questions = present(name).data[1].path
    expected = shared_score("score_retrieval.py", questions.parent, report(name), tmp_path)
    figures = retrieval_score(lines(questions), report(name).rows)
    assert ours(figures, RETRIEVAL) == theirs(expected, RETRIEVAL)
    recalls = {f"r{depth}": rounded(figures.recall(depth)) for depth in (1, 10, 100)}
    assert recalls == {name: expected[name] for name in recalls}


def test_the_shared_scorers_are_there_or_their_absence_is_said() -> None:
    if not SHARED.exists():
        pytest.skip("the shared scorers are absent: our figures are not compared with theirs")
    assert (SHARED / "tools" / "score_attribution.py").exists()


NEWS = """«⟦Мост держит семьдесят тонн⟧{Асан Кали|инженер|direct|fullname}», – сказал инженер Асан Кали.

«⟦Трещин в нём нет⟧{Асан Кали||continued|none}.

⟦И ржавчины тоже⟧{Асан Кали||continued|none}», – сказал он.

Его назвали ⟦«мостом века»⟧{not_speech}, ⟦ура⟧{ignore}. По словам Кали, ⟦~объезд закроют⟧{Асан Кали||indirect|surname}.
"""


@pytest.fixture
def news() -> Document:
    return document(parse_marked(NEWS, id="мост")[1])


def found(document: Document, *quotes: tuple[str, str | None, Kind]) -> AttributionScore:
    """The score of a prediction with these words, speakers and kinds."""
    spans = [Span(start := document.text.index(words), start + len(words)) for words, _, _ in quotes]
    made = tuple(Quote(span, kind, speaker) for span, (_, speaker, kind) in zip(spans, quotes, strict=True))
    return score([document], {document.id: Prediction(None, made)})


def direct(scored: AttributionScore) -> SpeechFigures:
    return speech_figures(scored.direct.labels, scored.direct.found)


def test_nothing_found_misses_all_and_names_nobody(news: Document) -> None:
    figures = direct(score([news], {}))
    assert (figures.span_p, figures.span_r, figures.attributed_r, figures.false_rate) == (None, 0.0, 0.0, None)


def test_pieces_of_one_speech_count_as_the_whole_and_the_whole_as_its_pieces(news: Document) -> None:
    whole = ("Трещин в нём нет.\n\nИ ржавчины тоже", "Асан Кали", Kind.DIRECT)
    figures = direct(found(news, whole))
    assert (figures.found, figures.span_p, figures.recalled, figures.right_names) == (1, 1.0, 2, 2)
    turned = score([whole_of(news, *whole)], {news.id: Prediction(None, news.quotes)})
    assert (direct(turned).matched, direct(turned).recalled) == (2, 1)


def whole_of(news: Document, words: str, speaker: str | None, kind: Kind) -> Document:
    start = news.text.index(words)
    label = Quote(Span(start, start + len(words)), kind, speaker)
    return Document(news.id, news.language, news.text, quotes=(label,))


def test_pieces_of_two_speakers_are_no_whole(news: Document) -> None:
    figures = direct(
        score(
            [whole_of(news, "Трещин в нём нет.\n\nИ ржавчины тоже", "Асан Кали", Kind.DIRECT)],
            {news.id: found_prediction(news, ("Трещин в нём нет", "Асан Кали"), ("И ржавчины тоже", "Пётр Зернов"))},
        )
    )
    assert (figures.recalled, figures.spurious, figures.false_on_spurious) == (0, 2, 2)


def found_prediction(news: Document, *quotes: tuple[str, str]) -> Prediction:
    places = [(Span(start := news.text.index(words), start + len(words)), speaker) for words, speaker in quotes]
    return Prediction(None, tuple(Quote(span, Kind.DIRECT, speaker) for span, speaker in places))


def test_a_name_where_nobody_spoke_is_false_and_a_scrap_counts_nowhere(news: Document) -> None:
    scored = found(news, ("мостом века", "Асан Кали", Kind.DIRECT), ("ура", "Асан Кали", Kind.DIRECT))
    assert [outcome.state for outcome in scored.found] == [State.SPURIOUS, State.IGNORED]
    assert [outcome.on_not_speech for outcome in scored.found] == [True, False]
    assert (direct(scored).false_names, direct(scored).found) == (1, 1)


def test_reported_speech_needs_half_the_overlap_and_is_no_direct_speech(news: Document) -> None:
    scored = found(news, ("объезд", "Асан Кали", Kind.INDIRECT))
    assert speech_figures(scored.reported.labels, scored.reported.found).recalled == 0
    scored = found(news, ("объезд закр", "Асан Кали", Kind.INDIRECT))
    assert speech_figures(scored.reported.labels, scored.reported.found).recalled == 1
    scored = found(news, ("объезд закроют", "Асан Кали", Kind.DIRECT))
    assert speech_figures(scored.reported.labels, scored.reported.found).recalled == 0


LABEL = Quote(Span(0, 4), Kind.DIRECT, "Асан Кали", "инженер", other_names=("Хасан Кали",))
UNNAMED = Quote(Span(0, 4), Kind.DIRECT, None, "пресс-служба министерства")


@pytest.mark.parametrize(
    ("label", "speaker", "verdict"),
    [
        (LABEL, "Кали Асан", SpeakerVerdict.FULL),
        (LABEL, "Хасан Кали", SpeakerVerdict.FULL),
        (LABEL, "Кали", SpeakerVerdict.SURNAME),
        (LABEL, "Асан", SpeakerVerdict.WRONG),
        (LABEL, "Пётр Зернов", SpeakerVerdict.WRONG),
        (LABEL, None, SpeakerVerdict.ABSTAINED),
        (UNNAMED, None, SpeakerVerdict.NOBODY),
        (UNNAMED, "Пресс-служба министерства", SpeakerVerdict.ORGANISATION),
        (UNNAMED, "Асан Кали", SpeakerVerdict.FALSE_NAME),
    ],
)
def test_speaker_verdict(label: Quote, speaker: str | None, verdict: SpeakerVerdict) -> None:
    assert speaker_verdict(label, speaker) is verdict


@pytest.mark.parametrize(
    ("readings", "outlet", "verdict"),
    [
        (("Журнал «Степь»", "Степь-онлайн"), "Степь", OutletVerdict.RIGHT),
        (("Журнал «Степь»", "Степь-онлайн"), "степь онлайн", OutletVerdict.RIGHT),
        (("Журнал «Степь»",), "Дала", OutletVerdict.WRONG),
        (("Журнал «Степь»",), "Журнал", OutletVerdict.WRONG),
        (("Журнал «Степь»",), None, OutletVerdict.ABSTAINED),
        ((), None, OutletVerdict.NONE),
        ((), "Степь", OutletVerdict.FALSE),
    ],
)
def test_outlet_verdict(readings: tuple[str, ...], outlet: str | None, verdict: OutletVerdict) -> None:
    assert outlet_verdict(readings, outlet) is verdict


def test_a_span_outside_the_text_is_named() -> None:
    row = {"id": "мост", "outlet": None, "quotes": [{"start": 2, "end": 9, "speaker": None, "kind": "direct"}]}
    with pytest.raises(ValueError, match="мост: no such span: 2–9"):
        prediction(row, "Мост")


def test_ranked_figures_of_the_textbook() -> None:
    assert ndcg(["b", "a", "c"], {"a"}) == pytest.approx(0.63093, abs=1e-5)  # 1 / log2(3)
    assert ndcg(["a", "b"], {"a", "b"}) == 1.0
    assert reciprocal_rank(["b", "c", "a"], {"a"}) == pytest.approx(1 / 3)
    assert reciprocal_rank([*"bcdefghijkl", "a"], {"a"}) == 0.0


def test_leaked_and_kept() -> None:
    questions: list[Row] = [
        {"id": "1", "text": "?", "relevant": ["a"]},
        {"id": "2", "text": "?", "relevant": ["a"]},
        {"id": "3", "text": "?", "relevant": [], "unanswerable": True},
        {"id": "4", "text": "?", "relevant": ["b"]},
    ]
    run: list[Row] = [
        {"id": "1", "found": True, "hits": [["a", 2.0]]},
        {"id": "2", "found": False, "hits": [["a", 2.0], ["b", 1.0]]},
        {"id": "3", "found": True, "hits": [["b", 2.0]]},
    ]
    scored = retrieval_score(questions, run)
    assert (scored.leaked, scored.kept) == (1.0, 0.5)
    assert scored.recall(1) == pytest.approx(2 / 3)
    with pytest.raises(ValueError, match="question 1: a passage is a hit twice"):
        retrieval_score(questions, [{"id": "1", "found": True, "hits": [["a", 2.0], ["a", 1.0]]}])
