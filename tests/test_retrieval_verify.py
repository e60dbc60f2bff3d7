"""Checking a quotation: sixty of our own over the sample corpus, and what counts as a difference."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.article import Article
from corpus.library import read_library
from corpus.quotation import AttributedArticle
from retrieval.chosen import OMISSION
from retrieval.searcher import Searcher, build_searcher
from retrieval.verify import Verdict

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpus" / "articles"
LOADED: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/evaluation/quotations.yaml").read_text("utf-8"))


@cache
def sample() -> Searcher:
    return build_searcher(read_library(SAMPLE).articles)


@pytest.mark.parametrize("check", LOADED, ids=lambda check: str(check["id"]))
def test_the_verdict(check: dict[str, Any]) -> None:
    found = sample().verify(check["text"])
    assert found.verdict == check["verdict"]
    if "differences" in check:
        assert [list(each) for each in found.differences] == check["differences"]
    assert bool(found.differences) == (check["verdict"] == "altered")
    if check.get("file"):
        assert (found.extracts[0].article, found.extracts[0].speaker) == (check["file"], check["speaker"])
    else:
        assert found.extracts == ()


def test_there_are_twenty_of_each() -> None:
    assert [sum(check["verdict"] == verdict for check in LOADED) for verdict in Verdict] == [20, 20, 20]


def test_extracts_are_slices() -> None:
    texts = {item.article.id: item.article.text for item in read_library(SAMPLE).articles}
    for check in LOADED:
        for extract in sample().verify(check["text"]).extracts:
            assert extract.text == OMISSION.join(span.of(texts[extract.article]) for span in extract.spans)


@pytest.mark.parametrize("text", ["", "  ", "«»", "?!"])
def test_nothing_was_said(text: str) -> None:
    assert sample().verify(text).verdict is Verdict.NOT_FOUND


def test_an_empty_corpus_has_no_quotation() -> None:
    assert build_searcher([]).verify("Мост держит семьдесят тонн").verdict is Verdict.NOT_FOUND


def test_a_changed_ending_and_a_missing_word_are_differences() -> None:
    searcher = build_searcher([AttributedArticle(Article("мост.txt", "Мост через Илек держит семьдесят тонн груза."))])
    found = searcher.verify("Мост через Илек держал семьдесят тонн")
    assert (found.verdict, found.differences) == (Verdict.ALTERED, (("держал", "держит"),))
