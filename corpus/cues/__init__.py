"""Cues: the words that say that somebody speaks, and whom they name."""

from __future__ import annotations

from corpus.cues import kazakh, russian
from corpus.cues.source import Cue, How, Source
from corpus.scene import Scene
from corpus.span import Span

__all__ = ["Cue", "How", "Source", "cue_after", "cue_before", "lead_subject"]


def cue_after(scene: Scene, span: Span, dashed: bool) -> Cue | None:
    """The cue in the words that follow a quotation; ``dashed``: a dash stands between."""
    read = kazakh.cue_after if scene.language == "kk" else russian.cue_after
    return read(scene, span, dashed)


def cue_before(scene: Scene, span: Span) -> Cue | None:
    """The cue in the words that lead up to a quotation; the last one where there are several."""
    read = kazakh.cue_before if scene.language == "kk" else russian.cue_before
    return read(scene, span)


def lead_subject(scene: Scene, span: Span) -> Source | None:
    """The subject that stands before a quotation whose verb follows it: «X «…» деді»; Kazakh only."""
    return kazakh.subject_of(scene, span) if scene.language == "kk" and span else None
