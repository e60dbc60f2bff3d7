"""Case: what speaks for a question's first hit, and whether the corpus has an answer; over corpora of several sizes.

People's questions over whole articles are asked of groups of these and of all; and of all with the documents of OTHERS
as further articles. The questions of SETS are asked of each set's passages whole and in PARTS of its documents. Whose
article is not in the corpus has no answer there. Names are not held to: that is told apart from the decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from benchmarks.data import shared
from benchmarks.fitting.logistic import fold, number_of
from benchmarks.retrieval import Row, Searched, lines, ordered
from benchmarks.scoring.questions import Asked, questions_of
from benchmarks.suites.losses import is_of
from corpus.article import Article
from corpus.library import read_library
from corpus.quotation import AttributedArticle
from retrieval.decision import Grounds
from retrieval.index import Index
from retrieval.naming import read
from retrieval.question import question
from retrieval.search import Finding, search
from retrieval.searcher import Searcher, build_searcher
from retrieval.spelling import as_meant, corrected

GROUPS = (5, 25)  # articles
OTHERS = {"nerel_titles_ru": "ru", "kazqad_val_kk": "kk"}
SETS = ("xquad_ru", "kazqad_val_kk")
PARTS = (1, 4, 16)
ELSEWHERE = 2  # corpora that a question is asked of without an answer there


@dataclass(frozen=True, slots=True)
class Case:
    """``corpus`` says what was searched; ``fold`` is that of the question's article."""

    corpus: str
    fold: int
    grounds: Grounds
    answerable: bool


def cases() -> Iterator[Case]:
    articles = list(read_library(shared("questions/articles").path).articles)
    asked = questions_of(shared("questions/questions.jsonl").path)
    for size in GROUPS:
        groups = list(in_groups(articles, size))
        for place, group in enumerate(groups):
            here = [each for each in asked if is_asked(each, group, place, len(groups))]
            yield from of_articles(f"{size} articles", group, here)
    yield from of_articles(f"{len(articles)} articles", articles, asked)
    yield from of_articles("with others", [*articles, *documents_of_others()], asked)
    for name in SETS:
        yield from of_set(name)


def in_groups(articles: Iterable[AttributedArticle], size: int) -> Iterator[list[AttributedArticle]]:
    """Always the same, and by nothing that is in them."""
    mixed = sorted(articles, key=lambda each: number_of(each.article.id))
    return (mixed[start : start + size] for start in range(0, len(mixed), size))


def is_asked(question: Asked, group: Sequence[AttributedArticle], place: int, groups: int) -> bool:
    """Those that the group answers; of the others so many that each is asked of ELSEWHERE groups."""
    return has_answer(question, group) or is_turn(question.id, place, groups)


def has_answer(question: Asked, articles: Iterable[AttributedArticle]) -> bool:
    return bool(question.words) and any(is_of(each.article.id, question.article) for each in articles)


def is_turn(id: str, place: int, places: int) -> bool:
    return (number_of(id) - place) % places < ELSEWHERE


def documents_of_others() -> Iterator[AttributedArticle]:
    """Nobody speaks in them: the decision asks for words alone."""
    for name, language in OTHERS.items():
        rows = ordered(lines(shared(f"retrieval/{name}/passages.jsonl.gz").path))
        for document, passages in groupby(rows, key=lambda row: row["doc"]):
            text = "\n\n".join(row["text"] for row in passages)
            yield AttributedArticle(Article(f"{name}/{document}.txt", text, language=language))


def of_articles(name: str, articles: Sequence[AttributedArticle], asked: Sequence[Asked]) -> Iterator[Case]:
    searcher = build_searcher(articles)
    for each in asked:
        found = found_by(each.text, searcher)
        if found.hits:
            on = grounds(found, searcher.corpus.index)
            yield Case(name, fold(each.article or each.id), on, has_answer(each, articles))


def found_by(text: str, searcher: Searcher) -> Finding:
    """In the order of the fields' sum, as the decision takes it."""
    corpus = searcher.corpus
    meant = corrected(as_meant(text, corpus.vocabulary), corpus.vocabulary, corpus.has)
    reading = read(meant, corpus.catalogue, corpus.lemmas, date.today()).unfiltered
    names = [word.form for word in reading.topic_names]
    return search(question(reading.rest, corpus.lemmas, names), corpus.index, corpus.meanings)


def of_set(name: str) -> Iterator[Case]:
    """Right first hits, and those of what has no answer: a wrong one for what has is neither."""
    passages = ordered(lines(shared(f"retrieval/{name}/passages.jsonl.gz").path))
    questions = list(lines(shared(f"retrieval/{name}/questions.jsonl.gz").path))
    for parts in PARTS:
        for part in range(parts):
            rows = [row for row in passages if number_of(row["doc"]) % parts == part]
            yield from of_part(f"{name} 1/{parts}", rows, part, parts, questions)


def of_part(name: str, rows: Sequence[Row], part: int, parts: int, questions: Sequence[Row]) -> Iterator[Case]:
    searched, here = Searched.over(rows), frozenset(row["id"] for row in rows)
    for row in questions:
        relevant: Set[str] = here.intersection(row["relevant"])
        if relevant or parts == 1 or is_turn(row["id"], part, parts):
            found = searched.search(row["text"], plain=True)
            right = bool(found.hits) and searched.ids[found.hits[0].position] in relevant
            if found.hits and (right or not relevant):
                yield Case(name, fold(row["text"]), grounds(found, searched.index), right)


def grounds(found: Finding, index: Index) -> Grounds:
    return Grounds(index.evidence(found.query, found.hits, 0), index.size)
