"""A run of one evaluation set through the same terms, index and decision as an answer.

    python -m benchmarks.retrieval PASSAGES QUESTIONS --out RUN.jsonl

PASSAGES: {"id", "doc", "pos", "text", "title"?} a line, ``doc`` joining an article's passages and ``pos`` ordering
them; QUESTIONS: {"id", "text"} a line; either may be gzipped. RUN: {"id", "found", "hits": [[passage id, score], …]}.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from retrieval.index import Document, Index, build_index
from retrieval.meanings import Meanings, meanings
from retrieval.question import question
from retrieval.search import Finding, search
from retrieval.spelling import Vocabulary, as_meant, corrected
from retrieval.terms import topical_forms
from retrieval.word_forms import WordForms

DEPTH = 100  # hits a question

Row = dict[str, Any]


def run(passages: Iterable[Row], questions: Iterable[Row]) -> Iterator[Row]:
    """One row of the run a question, in the order of ``questions``."""
    searched = Searched.over(ordered(passages))
    for asked in questions:
        yield answered(asked, searched)


def ordered(passages: Iterable[Row]) -> list[Row]:
    """Neighbours side by side."""
    return sorted(passages, key=lambda row: (row["doc"], row["pos"]))


@dataclass(frozen=True, slots=True)
class Searched:
    """One set's passages, made ready as an article's are."""

    ids: tuple[str, ...]
    index: Index
    lemmas: WordForms
    vocabulary: Vocabulary
    meanings: Meanings

    @classmethod
    def over(cls, rows: Sequence[Row]) -> Searched:
        lemmas, counts = WordForms(), Counter[str]()
        for row in rows:
            found = topical_forms(row["text"])
            lemmas.learn(found)
            counts.update(found)
        index = build_index((_document(row) for row in rows), lemmas)
        return cls(tuple(row["id"] for row in rows), index, lemmas, Vocabulary.of(counts), meanings())

    def search(self, text: str, limit: int = DEPTH, plain: bool = False) -> Finding:
        """``plain``: in the order of the fields' sum alone."""
        meant = corrected(as_meant(text, self.vocabulary), self.vocabulary, self._has)
        asked_of = None if plain else no_interviews
        return search(question(meant, self.lemmas), self.index, self.meanings, limit, asked_of=asked_of)

    def _has(self, form: str) -> bool:
        return self.lemmas.lemma(form) in self.index


def no_interviews(_: int) -> None:
    """The sets have no interviewers' questions."""


def answered(asked: Row, searched: Searched) -> Row:
    found = searched.search(asked["text"])
    hits = [[searched.ids[hit.position], hit.score] for hit in found.hits]
    return {"id": asked["id"], "found": not found.why_not, "hits": hits}


def lines(path: Path) -> Iterator[Row]:
    """The rows of a .jsonl or .jsonl.gz file. Raises ValueError naming the file and line of anything else."""
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _row(line, f"{path}:{number}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.retrieval", description="Make a run of one set.")
    parser.add_argument("passages", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    try:
        rows = run(lines(given.passages), list(lines(given.questions)))
        written = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        given.out.write_text(written, encoding="utf-8")
    except (OSError, ValueError) as error:
        print(f"benchmarks.retrieval: {error}", file=sys.stderr)
        return 2
    return 0


def _document(row: Row) -> Document:
    return Document(topical_forms(row["text"]), topical_forms(row.get("title") or ""), row["doc"])


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _row(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"{where}: no JSON ({error.msg})") from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
        raise ValueError(f'{where}: not an object with "id" and "text"')
    return row


if __name__ == "__main__":
    sys.exit(main())
