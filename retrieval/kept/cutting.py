"""Cutting: an attributed article as passages, word forms and credits, ready to be kept. Done where it is attributed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.quotation import AttributedArticle, Kind, Speaker
from corpus.span import Span
from retrieval import russian
from retrieval.extract_id import text_digest
from retrieval.index.documents import MOST_REACHED
from retrieval.kept.outline import KINDS
from retrieval.passages import Passage, passages, reaches
from retrieval.terms import lemmas, topical_forms

# Sources that decide what is kept.
_RULES = (
    *("kept/cutting.py", "kept/keeper.py", "kept/tables.py", "kept/outline.py", "passages.py", "extract_id.py"),
    *("terms.py", "unified.py", "prefixed.py", "abbreviations.py", "russian.py", "kazakh.py", "folding.py"),
    *("keys.py", "transliterated.py", "spelling/counts.py"),
    "languages/*.py",
)

# The borders of a passage, its kind, its speaker's name and post, the borders of the question it answers.
Row = tuple[list[int], str, str | None, str | None, list[int] | None]


@dataclass(frozen=True, slots=True)
class Cut:
    """``passages`` is JSON, see ``read``. Of each passage in turn: ``credits``, speaker and post, empty where null;
    ``kinds``, its place in KINDS; ``reaches``, how many its core has; ``own`` and ``about``, the forms that it is found
    by. ``counts`` are of all the forms of the article's text, ``lemmas`` of all forms named here; ``day`` is an
    ordinal, 0 where there is none."""

    passages: str
    digest: bytes
    outlet: str
    day: int
    language: str
    credits: tuple[tuple[str, str], ...]
    kinds: bytes
    reaches: bytes
    own: tuple[tuple[str, ...], ...]
    about: tuple[tuple[str, ...], ...]
    counts: dict[str, int]
    lemmas: dict[str, tuple[str, ...]]


def cut(found: AttributedArticle) -> Cut:
    article, given = found.article, passages(found)
    own = tuple(tuple(topical_forms(_spoken(passage))) for passage in given)
    about = tuple(tuple(topical_forms(_about(passage))) for passage in given)
    counts = Counter(topical_forms(article.text))
    roles = [form for passage in given for form in topical_forms(passage.speaker.role or "")]
    return Cut(
        passages=json.dumps([_row(passage) for passage in given], ensure_ascii=False, separators=(",", ":")),
        digest=text_digest(article.text),
        outlet=article.outlet or "",
        day=article.date.toordinal() if article.date else 0,
        language=article.language,
        credits=tuple((passage.speaker.name or "", passage.speaker.role or "") for passage in given),
        kinds=bytes(KINDS.index(passage.kind) for passage in given),
        reaches=bytes(min(reach, MOST_REACHED) for reach in reaches(given)),
        own=own,
        about=about,
        counts=dict(counts),
        lemmas={form: _lemmas(form) for form in _different(*own, *about, counts, roles)},
    )


def read(written: str, found: AttributedArticle) -> tuple[Passage, ...]:
    """The passages that ``cut`` wrote of an article."""
    return tuple(_passage(row, found) for row in json.loads(written))


@cache
def cutting_version() -> str:
    """A digest of the rules, tables and dictionaries that decide what is kept."""
    digest = hashlib.blake2b(digest_size=8)
    room = Path(__file__).parents[1]
    for pattern in _RULES:
        for source in sorted(room.glob(pattern)):
            digest.update(source.read_bytes())
    digest.update(russian.dictionary_version().encode())
    return digest.hexdigest()


@cache
def _lemmas(form: str) -> tuple[str, ...]:
    return lemmas(form)


def _different(*texts: Sequence[str] | dict[str, int]) -> Iterator[str]:
    return iter(dict.fromkeys(form for text in texts for form in text))


def _spoken(passage: Passage) -> str:
    """What a passage says and who says it: «что Марков думает о санкциях» asks for both, the words have only one."""
    return "\n".join(part for part in (passage.speaker.name, passage.text) if part)


def _about(passage: Passage) -> str:
    """What helps to find a passage and is never shown as its words."""
    article, headline = passage.of.article, passage.of.headline
    title = headline.of(article.text) if headline else article.title
    asked = passage.asked.of(article.text) if passage.asked else None
    return "\n".join(part for part in (title, asked, passage.speaker.role, article.outlet) if part)


def _row(passage: Passage) -> Row:
    borders = [passage.sentence.start, passage.sentence.stop]
    asked = [passage.asked.start, passage.asked.stop] if passage.asked else None
    return borders, passage.kind.value, passage.speaker.name, passage.speaker.role, asked


def _passage(row: Row, found: AttributedArticle) -> Passage:
    borders, kind, name, role, asked = row
    return Passage(found, Span(*borders), Kind(kind), Speaker(name, role), Span(*asked) if asked else None)
