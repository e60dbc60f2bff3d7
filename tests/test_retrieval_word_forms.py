"""Word forms in memory: learnt once, and not by being asked about."""

from __future__ import annotations

from retrieval.word_forms import WordForms


def test_what_is_learnt_is_known() -> None:
    lemmas = WordForms()
    lemmas.learn(["предприятий", "қаласында"])
    assert len(lemmas) == 2 and "предприятий" in lemmas
    assert lemmas.lemma("қаласында") == "кала"


def test_asking_leaves_no_trace() -> None:
    lemmas = WordForms()
    assert lemmas.lemma("предприятий") == "предприятие"
    assert len(lemmas) == 0
