"""What a speaker is called beside his name, as it is shown under his words."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.attribution import attribute


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("«Газ жетеді», – деді министр Ерлан Сапаров.", "Ерлан Сапаров", "министр"),
        (
            "Олжас Бекенов пен министр Ерлан Сапаров кездесті. «Газ жетеді, қыста да», – деді министр.",
            "Ерлан Сапаров",
            "министр",
        ),
        (
            "«Мектеп көп керек», – деді білім мен ғылым министрі Айша Мұратова.",
            "Айша Мұратова",
            "білім мен ғылым министрі",
        ),
        ("«Газа хватит всем», — сказал директор порта Игорь Рощин.", "Игорь Рощин", "директор порта"),
        ("«Газа хватит всем», — сказал инженер Токаев.", "Токаев", "инженер"),
    ],
)
def test_a_post_ends_where_another_name_begins(text: str, name: str, role: str) -> None:
    found = attribute(Article("a.txt", text))
    speakers = [(quotation.speaker.name, quotation.speaker.role) for quotation in found.quotations]
    assert speakers == [(name, role)]
