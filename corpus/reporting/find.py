"""Reports of an article, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.reporting import kazakh, russian
from corpus.reporting.report import Report
from corpus.scene import Scene
from corpus.span import Span
from corpus.stretches import Stretches


def find_reports(scene: Scene, taken: Sequence[Stretches]) -> Iterator[Report]:
    """Reported clauses of the sentences that no span of ``taken`` (interview turns, speech) covers, in order."""
    reports_in = kazakh.reports_in if scene.language == "kk" else russian.reports_in
    for at, sentence in enumerate(scene.sentences):
        if not any(_covers(span, sentence) for spans in taken for span in spans.overlapping(sentence)):
            yield from reports_in(scene, sentence, scene.sentences[at - 1] if at else None)


def _covers(span: Span, sentence: Span) -> bool:
    """Whether most of the sentence is inside ``span``."""
    common = min(span.stop, sentence.stop) - max(span.start, sentence.start)
    return common * 2 > len(sentence)
