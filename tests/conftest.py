"""Fixtures that several rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest

BRIDGE = """Мост через Илек открыли для грузовиков

Источник: газета «Степной вестник»

Мост через Илек выдержал испытания грузовиками, сообщил инженер Асан Кали.

«Мост держит семьдесят тонн, а трещин < 2 мм & ржавчины мы не нашли», – сказал инженер Асан Кали.

По словам Кали, объезд через посёлок закроют осенью.
"""

HARVEST = """Пшеницу Кустаная повезут через Каспий

Экспортёры пшеницы ищут дорогу к морю, сообщает агентство «Колос».

«Баржа с пшеницей идёт через Каспий четверо суток», – рассказал экономист Пётр Зернов.
"""

WATER = """Көлдегі су азайды

Көлдің суы биыл екі метрге түсті, деп хабарлайды «Айдын» агенттігі.

«Көлдің суын қорғамасақ, балық қалмайды», – деді эколог Әсел Нұрлан.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of three small articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("мост.txt", BRIDGE), ("пшеница.txt", HARVEST), ("су.txt", WATER)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
