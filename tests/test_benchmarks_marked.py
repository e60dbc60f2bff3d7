"""Marked articles: the marks come off, the labels say where they stood, and the sample corpus is what was marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.marked import GoldQuote, MarkingError, main, marked_documents, parse_marked

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "evaluation" / "sample"
ARTICLES = ROOT / "corpus" / "articles"

NEWS = """%% outlet=Журнал «Степь» | author= | title=Мост открыт | date=2026-03-12
Мост открыт

«⟦Мост [через Илек] держит {всё}⟧{Асан Кали|инженер|direct|fullname}», – сказал инженер Асан Кали. \
Он добавил, что ⟦~«⟦к осени ждут вторую полосу⟧{Асан Кали|инженер|direct|pronoun}» и сквер⟧\
{Асан Кали|инженер|indirect|pronoun}.
— ⟦А лёд?⟧{not_speech}
"""


def test_marks_come_off_and_nothing_else() -> None:
    plain, _ = parse_marked(NEWS)
    assert plain == (
        "Мост открыт\n\n«Мост [через Илек] держит {всё}», – сказал инженер Асан Кали. "
        "Он добавил, что «к осени ждут вторую полосу» и сквер.\n— А лёд?\n"
    )


def test_labels_keep_place_speaker_and_nesting() -> None:
    plain, gold = parse_marked(NEWS, id="most.txt")
    first, reported, nested = gold["quotes"]
    assert first == GoldQuote(
        start=plain.index("Мост ["),
        end=plain.index("», – сказал"),
        text="Мост [через Илек] держит {всё}",
        speaker="Асан Кали",
        role="инженер",
        kind="direct",
        cue="fullname",
    )
    assert reported["text"] == "«к осени ждут вторую полосу» и сквер"
    assert (nested["kind"], nested["cue"], nested["text"]) == ("direct", "pronoun", "к осени ждут вторую полосу")
    assert [plain[start:stop] for start, stop in gold["not_speech"]] == ["А лёд?"]


def test_header_gives_the_publication() -> None:
    _, gold = parse_marked(NEWS, id="most.txt")
    assert (gold["id"], gold["outlet"], gold["author"], gold["title"], gold["date"]) == (
        "most.txt",
        "Журнал «Степь»",
        None,
        "Мост открыт",
        "2026-03-12",
    )


def test_text_without_a_header_is_whole() -> None:
    plain, gold = parse_marked("Тихо.\n")
    assert plain == "Тихо.\n"
    assert gold["quotes"] == []


@pytest.mark.parametrize(
    ("marked", "complaint"),
    [
        ("слово⟧{|||}", "line 1: ⟧ without ⟦"),
        ("\n⟦слово", "line 2: ⟦ is never closed"),
        ("⟦слово⟧ дальше", "after ⟧ comes"),
        ("⟦слово⟧{Имя|direct}", "four parts"),
        ("⟦слово⟧{|| |}", "no such kind"),
        ("⟦слово⟧{Имя||direct|name}", "no such kind or cue"),
        ("⟦слово⟧{Имя||indirect|none}", "~ goes with"),
        ("⟦⟧{Имя||direct|none}", "no words"),
        ("%% издание=Степь\nТекст", "unknown field издание"),
    ],
)
def test_a_wrong_mark_is_named(marked: str, complaint: str) -> None:
    with pytest.raises(MarkingError, match=complaint):
        parse_marked(marked)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="⟦⟧%~{}"), min_size=1), max_size=6))
def test_every_label_is_a_slice_of_the_plain_text(words: list[str]) -> None:
    marked = "до ".join(f"⟦{word}⟧{{|кто-то|direct|role}}" for word in words)
    plain, gold = parse_marked(marked)
    assert [plain[quote["start"] : quote["end"]] for quote in gold["quotes"]] == words
    assert plain == "до ".join(words)


def test_the_command_writes_the_plain_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marked, articles = tmp_path / "marked", tmp_path / "articles"
    marked.mkdir()
    articles.mkdir()
    (marked / "most.txt").write_text(NEWS, encoding="utf-8")
    assert main([str(marked), str(articles)]) == 0
    assert (articles / "most.txt").read_text(encoding="utf-8") == parse_marked(NEWS)[0]
    (marked / "bad.txt").write_text("⟦слово", encoding="utf-8")
    assert main([str(marked), str(articles)]) == 2
    assert "bad.txt, line 1" in capsys.readouterr().err


def test_the_sample_corpus_is_what_was_marked() -> None:
    stripped = {document["id"]: plain for plain, document in marked_documents(SAMPLE)}
    shipped = {
        path.name: path.read_text(encoding="utf-8")
        for path in ARTICLES.iterdir()
        if path.suffix in {".txt", ".md"} and path.name != "README.md"
    }
    assert shipped == stripped
