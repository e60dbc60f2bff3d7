"""A newsroom's folder for tests: many articles that answer one question, with dates and addresses."""

from __future__ import annotations

from pathlib import Path

ASKED = "Сколько лебедей зимует на озере?"

# One article each: the lake, who speaks and the post, and the words.
SWANS = (
    ("Караколь", "орнитолог", "Иван Петров", "Лебедей на озере Караколь зимует сорок два, и лёд им не помеха"),
    ("Балтыр", "егерь", "Асан Сеитов", "У нас на озере Балтыр лебедей зимует семнадцать, подкармливаем ячменём"),
    ("Шалкар", "директор заказника", "Ольга Зимина", "На озере Шалкар лебеди не улетели, зимует больше сотни птиц"),
    ("Сасык", "учитель", "Марат Айтбаев", "Дети насчитали на озере Сасык девять лебедей, все зимуют у родника"),
    ("Зеркальное", "рыбак", "Пётр Гусаров", "Лебедей на озере Зеркальное зимует пара, полынья маленькая, тесно им"),
    ("Тенгиз", "эколог", "Динара Ахатова", "На озере Тенгиз зимует триста лебедей, раньше такого никто не видел"),
    ("Кривое", "фотограф", "Анна Белова", "Я снимаю лебедей на озере Кривое, зимует их двадцать, людей не боятся"),
)


def newsroom(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number, (lake, post, name, words) in enumerate(SWANS, 1):
        (folder / f"лебеди-{number}.md").write_text(article(number, lake, post, name, words), encoding="utf-8")
    return folder


def article(number: int, lake: str, post: str, name: str, words: str) -> str:
    return f"""---
title: Зимовка на озере {lake}
outlet: Степной вестник
url: https://example.org/news/{number}
date: 2031-02-{number:02}
---
Мороз в этом году пришёл рано. Озеро {lake} встало в ноябре.

«{words}», – рассказал {post} {name}.

Корм птицам возят из соседнего посёлка. Дорогу к берегу чистят по субботам.
"""
