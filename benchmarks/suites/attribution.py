"""Attribution report: who says what in labelled documents: per language, kind and cue, and the mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.attribution import predictions
from benchmarks.data import Data
from benchmarks.marked import marked_documents
from benchmarks.retrieval import lines
from benchmarks.scoring.attribution import AttributionScore, score
from benchmarks.scoring.attribution_figures import outlet_figures, speech_figures
from benchmarks.scoring.labels import document, prediction
from benchmarks.scoring.ratios import complement, ratio
from benchmarks.suites.attribution_mistakes import mistakes
from benchmarks.suites.attribution_tables import group_table, outlet_table, speech_table
from benchmarks.suites.sample import sample_library
from benchmarks.suites.suite import Report, Row, known
from bot.attribution.record import attribution_record


def gold_file_report(gold: Data) -> Report:
    """Of a file in the gold format."""
    rows = list(lines(gold.path))
    return attribution_report(rows, list(predictions(rows)))


def sample_report(marked: Data) -> Report:
    """Of the sample corpus, read as the bot reads it, against its marked articles."""
    rows = [gold for _, gold in marked_documents(marked.path)]
    return attribution_report(rows, [attribution_record(item.article.id, item) for item in sample_library().articles])


def attribution_report(gold: Sequence[Row], predicted: Sequence[Row]) -> Report:
    documents = {row["id"]: document(row) for row in gold}
    found = {row["id"]: prediction(row, documents[row["id"]].text) for row in predicted}
    scored = score(documents.values(), found)
    parts = {"all": scored, **{language: scored.of(language) for language in languages(scored)}}
    return Report(
        figures=known({f"{part}.{name}": value for part in parts for name, value in figures(parts[part])}),
        tables=(
            speech_table("direct speech", {part: scored.direct for part, scored in parts.items()}),
            speech_table("reported speech", {part: scored.reported for part, scored in parts.items()}),
            group_table(scored.direct.labels),
            outlet_table(scored.outlets),
        ),
        mistakes=mistakes(scored),
        rows=predicted,
        of={f"{part}.{name}": of for part in parts for name, of in sizes(parts[part])},
    )


def languages(scored: AttributionScore) -> list[str]:
    return sorted({outcome.document.language for outcome in scored.outlets})


def figures(scored: AttributionScore) -> Iterator[tuple[str, float | None]]:
    for name, speech in (("direct", scored.direct), ("reported", scored.reported)):
        yield from ((f"{name}.{figure}", value) for figure, value in speech_shares(speech))
    outlets = outlet_figures(scored.outlets)
    yield "outlet.right", outlets.accuracy
    yield "outlet.none_given", complement(outlets.false_rate)


def sizes(scored: AttributionScore) -> Iterator[tuple[str, int]]:
    """What the figures that the README tells are shares of."""
    for name, speech in (("direct", scored.direct), ("reported", scored.reported)):
        whole = speech_figures(speech.labels, speech.found)
        yield f"{name}.span_p", whole.found
        yield f"{name}.span_r", whole.labelled
        yield f"{name}.names_not_false", whole.names_given
        yield f"{name}.attributed_r", whole.labelled_named
    yield "outlet.right", outlet_figures(scored.outlets).named


def speech_shares(speech: AttributionScore) -> Iterator[tuple[str, float | None]]:
    whole = speech_figures(speech.labels, speech.found)
    unnamed = speech_figures([outcome for outcome in speech.labels if not outcome.label.speaker])
    yield "span_p", whole.span_p
    yield "span_r", whole.span_r
    yield "names_not_false", complement(whole.false_rate)
    yield "attributed_r", whole.attributed_r
    yield "nobody_named", complement(ratio(unnamed.false_where_nobody, unnamed.recalled))
