"""The README's answers and figures, made from the program itself.

    python -m benchmarks.readme            writes them into README.md
    python -m benchmarks.readme --check    exit code 1 where README.md says anything else

Answers are those of the sample corpus; figures are the floors that the tests hold.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.floor_file import PATH as FLOORS
from bot.message import answer_text
from bot.phrases import phrases_for
from corpus.library import read_library
from retrieval.kept.keeper import PASSAGES
from retrieval.searcher import Searcher, open_searcher

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
ARTICLES = ROOT / "corpus" / "articles"
QUESTIONS = (
    "Почему мелеет Каспий?",
    "Что Сарсекова думает о плате за транзит газа?",
    "Жайық неге тартылып барады?",
    "Кто выиграл чемпионат мира по футболу?",
)
# What is told: the line, the suite, and its figures for Russian and for Kazakh.
ATTRIBUTION = (
    ("прямая речь найдена", "direct.span_r"),
    ("найденное и правда прямая речь", "direct.span_p"),
    ("названные имена верны", "direct.names_not_false"),
    ("речь названных людей дошла с верным именем", "direct.attributed_r"),
    ("пересказ найден", "reported.span_r"),
)
RETRIEVAL = (
    ("вопросы к абзацам, русский", "xquad_ru"),
    ("вопросы к одному предложению, русский", "xquadr_ru_sent"),
    ("заголовок → его статья, русский", "nerel_titles_ru"),
    ("вопросы к речам, казахский", "akorda_kk"),
    ("школьные вопросы, казахский", "kazqad_val_kk"),
)


def sample_searcher(state: Path | None = None) -> Searcher:
    return open_searcher(read_library(ARTICLES, state, supplement=PASSAGES))


def answers(searcher: Searcher) -> str:
    """Each question with the first extract of its answer, as the terminal shows it."""
    return "\n".join(_answered(searcher, question) for question in QUESTIONS)


def _answered(searcher: Searcher, question: str) -> str:
    answer = searcher.answer(question, limit=1)
    return f"```text\n> {question}\n\n{answer_text(answer, phrases_for(answer.language)).strip()}\n```\n"


def figures(floors: dict[str, dict[str, dict[str, float]]]) -> str:
    """The floors as two tables: who says what, and which words answer."""
    dev = floors["dev"]["figures"]
    return "\n".join([*_attribution(dev), "", *_retrieval(floors)]) + "\n"


def _attribution(dev: dict[str, float]) -> Iterator[str]:
    yield "| кто что говорит (58 размеченных статей) | русский | казахский |"
    yield "| --- | --- | --- |"
    for told, name in ATTRIBUTION:
        yield f"| {told} | {_share(dev.get('ru.' + name))} | {_share(dev.get('kk.' + name))} |"
    yield f"| издание, если текст его называет | {_share(dev.get('all.outlet.right'))} | вместе |"


def _retrieval(floors: dict[str, dict[str, dict[str, float]]]) -> Iterator[str]:
    yield "| какие слова отвечают | nDCG@10 | верный отрывок первый |"
    yield "| --- | --- | --- |"
    for told, name in RETRIEVAL:
        own = floors.get(name, {}).get("figures", {})
        yield f"| {told} | {own.get('ndcg10', 0):.3f} | {_share(own.get('r1'))} |"


def _share(figure: float | None) -> str:
    return "–" if figure is None else f"{figure * 100:.1f} %".replace(".", ",")


def rewritten(text: str, blocks: dict[str, str]) -> str:
    """``text`` with what stands between the marks of each block replaced."""
    for name, block in blocks.items():
        pattern = re.compile(rf"(<!-- {name}:[^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = pattern.sub(lambda found, block=block: found[1] + "\n" + block + "\n" + found[2], text)  # type: ignore[misc]
    return text


def blocks() -> dict[str, str]:
    return {"answers": answers(sample_searcher()), "figures": figures(json.loads(FLOORS.read_text(encoding="utf-8")))}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    text = README.read_text(encoding="utf-8")
    wanted = rewritten(text, blocks())
    if parser.parse_args().check:
        return int(wanted != text)
    README.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
