"""What speaks for a first hit, gathered and told: whose article is not there has no answer there."""

from __future__ import annotations

import pytest

from benchmarks.fitting.decision import answers, areas, by_corpus, shares, thresholds
from benchmarks.fitting.evidence import Case, in_groups, is_turn, of_articles
from benchmarks.scoring.questions import Asked
from corpus.article import Article
from corpus.quotation import AttributedArticle
from retrieval.decision import ENOUGH, RISE, why_not

TEXTS = {
    "мост.txt": "Мост через Талую держит семьдесят тонн.\n\nТрещин на мосту не нашли, объезд закроют осенью.",
    "баржа.txt": "Баржа с пшеницей села на мель у Талой.\n\nЗерно пересыпали в вагоны, убыток посчитают зимой.",
    "буфет.txt": "Буфет на вокзале закрывается на учёт.\n\nКипяток раздаёт дежурная, скамейки занимать нельзя.",
}
ARTICLES = [AttributedArticle(Article(name, text)) for name, text in TEXTS.items()]
ASKED = [
    Asked("q1", "Сколько тонн держит мост через Талую?", "ru", "topic", "мост", ("семьдесят тонн",)),
    Asked("q2", "Куда пересыпали зерно с баржи?", "ru", "topic", "баржа", ("в вагоны",)),
    Asked("u1", "Почему закрыт учёт вагонов на юге?", "ru", "nothing_a"),
]


@pytest.fixture(scope="module")
def found() -> list[Case]:
    one = of_articles("one", ARTICLES[:1], ASKED[:2])
    return [*one, *of_articles("all", ARTICLES, ASKED)]


def test_an_article_elsewhere_is_no_answer_here(found: list[Case]) -> None:
    every = {(case.corpus, case.answerable) for case in found}
    assert {("one", True), ("all", True), ("all", False)} <= every
    assert sum(case.answerable for case in found) == 3


def test_the_rule_with_the_written_constants_is_the_decision(found: list[Case]) -> None:
    assert [answers(case.grounds, ENOUGH, RISE) for case in found] == [why_not(case.grounds) is None for case in found]
    assert not any(answers(case.grounds, 99, 0) and case.grounds.evidence.asked > 2 for case in found)


def test_tables_tell_every_corpus(found: list[Case]) -> None:
    own = [case for case in found if case.corpus == "all"]
    printed = [areas(own, by_corpus(own)), shares(own, by_corpus(own)), thresholds(own, by_corpus(own))]
    assert all("all" in each for each in printed)
    assert "fit of 8" in printed[0] and f"{ENOUGH:.2f} + {RISE:.2f}" in printed[2]


def test_groups_hold_every_article_once_and_questions_go_to_two_others() -> None:
    groups = list(in_groups(ARTICLES, 2))
    assert [len(group) for group in groups] == [2, 1]
    assert {each.article.id for group in groups for each in group} == set(TEXTS)
    assert sum(is_turn("q1", place, 20) for place in range(20)) == 2
