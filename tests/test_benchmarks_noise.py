"""The noisy views: always the same, and each changes what it says."""

from __future__ import annotations

import random
import unicodedata

import numpy as np
import pytest

from benchmarks.fitting.logistic import fitted, fold, roc_area
from benchmarks.noise import VIEWS

QUESTION = "Сколько предприятий зарегистрировано в Қарағанды облысында"


def seen(view: str) -> str:
    return VIEWS[view](QUESTION, random.Random("q1"))


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_always_the_same_and_differs_from_the_clean_one(view: str) -> None:
    assert seen(view) == seen(view)
    assert (seen(view) == QUESTION) == (view == "clean")


def test_typos_are_as_many_as_they_say() -> None:
    changed = [sum(one != other for one, other in zip(seen(view).split(), QUESTION.split(), strict=True))
               for view in ("one typo", "two typos")]  # fmt: skip
    assert changed == [1, 2]


def test_letters_of_each_view() -> None:
    assert "қ" not in seen("no Kazakh letters") and seen("transliterated").isascii() is False
    assert unicodedata.normalize("NFC", seen("NFD")) == QUESTION
    assert not set("абвгде") & set(seen("wrong layout"))


def test_a_fit_parts_what_can_be_parted() -> None:


    rows = np.array([[1.0, value] for value in (0.1, 0.2, 0.8, 0.9)])
    weights = fitted(rows, [False, False, True, True], [1.0] * 4)
    assert roc_area((rows @ weights)[2:].tolist(), (rows @ weights)[:2].tolist()) == 1.0
    assert fold("question") == fold("question") < 5
