"""The models: slovnet's name finder and tagger for Russian news, behind one small door.

Their files come in the natasha wheel, which is installed without its dependencies and never imported
(its own code breaks from Python 3.12 on): the archives are read by path out of its data folder.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from corpus.span import Span

EMBEDDING = "emb/navec_news_v1_1B_250K_300d_100q.tar"
NAME_FINDER = "model/slovnet_ner_news_v1.tar"
TAGGER = "model/slovnet_morph_news_v1.tar"
LONGEST = 400  # tokens: the tagger's cost grows with the square of a sentence's length


class ModelsMissingError(RuntimeError):
    """The model files are not installed."""


def data_folder() -> Path:
    """The folder of the model files inside the installed natasha wheel; ModelsMissingError where there is none."""
    found = importlib.util.find_spec("natasha")
    folder = Path(found.origin).parent / "data" if found and found.origin else None
    if folder is None or not (folder / NAME_FINDER).is_file():
        raise ModelsMissingError("the name finder's model files are missing: run «make install», whose step "
                            "«pip install --no-deps natasha» brings them")
    return folder


@cache
def _embedding() -> Any:
    from navec import Navec

    return Navec.load(str(data_folder() / EMBEDDING))


@cache
def _name_finder() -> Any:
    from slovnet import NER

    return _with_embedding(NER.load(str(data_folder() / NAME_FINDER)))


@cache
def _tagger() -> Any:
    from slovnet import Morph

    return _with_embedding(Morph.load(str(data_folder() / TAGGER)))


def _with_embedding(model: Any) -> Any:
    model.navec(_embedding())
    return model


def person_spans(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Where people are named, by slovnet's PER."""
    for paragraph, found in zip(paragraphs, _name_finder().map([p.of(text) for p in paragraphs]), strict=True):
        for span in found.spans:
            if span.type == "PER":
                yield Span(paragraph.start + span.start, paragraph.start + span.stop)


def tag(sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, dict[str, str]]]]:
    """Part of speech and features of each token, in Universal Dependencies' terms."""
    pieces = [(row, piece) for row, words in enumerate(sentences) for piece in _pieces(words)]
    tagged: list[list[tuple[str, dict[str, str]]]] = [[] for _ in sentences]
    for (row, _), markup in zip(pieces, _tagger().map([piece for _, piece in pieces]), strict=True):
        tagged[row].extend((token.pos, token.feats) for token in markup.tokens)
    return tagged


def _pieces(words: Sequence[str]) -> list[Sequence[str]]:
    return [words[at : at + LONGEST] for at in range(0, len(words), LONGEST)]
