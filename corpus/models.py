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
LONGEST_PIECE = 4000  # characters: the name finder takes memory for the longest paragraph of a batch
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
    from navec.meta import Meta
    from navec.navec import META, PQ_
    from navec.pq import PQ
    from navec.tar import Tar

    with Tar(str(data_folder() / EMBEDDING)) as archive:  # without its words: the models bring theirs
        return Navec(Meta.from_file(archive.load(META)), None, PQ.from_file(archive.load(PQ_)))


@cache
def _name_finder() -> Any:
    from slovnet import NER

    return _with_embedding(NER.load(str(data_folder() / NAME_FINDER)))


@cache
def _tagger() -> Any:
    from slovnet import Morph

    model = _with_embedding(Morph.load(str(data_folder() / TAGGER)))
    return _with_one_vocabulary(model, _name_finder())


def _with_embedding(model: Any) -> Any:
    model.navec(_embedding())
    return model


def _with_one_vocabulary(model: Any, other: Any) -> Any:
    """The words are the embedding's in both models: one copy of them saves 40 MB."""
    mine, others = model.infer.encoder.words_vocab, other.infer.encoder.words_vocab
    if mine.items == others.items:
        model.infer.encoder.words_vocab = others
    return model


def person_spans(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Where people are named, by slovnet's PER."""
    pieces = [piece for paragraph in paragraphs for piece in _short(text, paragraph)]
    for paragraph, found in zip(pieces, _name_finder().map([p.of(text) for p in pieces]), strict=True):
        for span in found.spans:
            if span.type == "PER":
                yield Span(paragraph.start + span.start, paragraph.start + span.stop)


def _short(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph in pieces that the model's memory holds, parted at blanks where there are any."""
    start = paragraph.start
    while paragraph.stop - start > LONGEST_PIECE:
        blank = text.rfind(" ", start + 1, start + LONGEST_PIECE)
        stop = blank if blank > 0 else start + LONGEST_PIECE
        yield Span(start, stop)
        start = stop
    yield Span(start, paragraph.stop)


def tag(sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, dict[str, str]]]]:
    """Part of speech and features of each token, in Universal Dependencies' terms."""
    pieces = [(row, piece) for row, words in enumerate(sentences) for piece in _pieces(words)]
    pieces.sort(key=lambda piece: len(piece[1]), reverse=True)  # a batch is padded to its longest; whole pieces first
    tagged: list[list[tuple[str, dict[str, str]]]] = [[] for _ in sentences]
    for (row, _), markup in zip(pieces, _tagger().map([piece for _, piece in pieces]), strict=True):
        tagged[row].extend((token.pos, token.feats) for token in markup.tokens)
    return tagged


def _pieces(words: Sequence[str]) -> list[Sequence[str]]:
    return [words[at : at + LONGEST] for at in range(0, len(words), LONGEST)]
