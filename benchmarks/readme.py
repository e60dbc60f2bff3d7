"""The README's answers and figures, made from the program itself.

    python -m benchmarks.readme            writes them into README.md
    python -m benchmarks.readme --check    exit code 1 where README.md says anything else

Answers are those of the sample corpus; figures are the floors that the tests hold, and those of one run on questions
that nothing had been tuned on.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from benchmarks.floor_file import Floors, SuiteFloors, read_floors
from benchmarks.floors import TOLERANCE
from benchmarks.tables import NOTHING
from bot.message import answer_text
from bot.phrases import phrases_for
from corpus.library import read_library
from retrieval.kept.keeper import PASSAGES
from retrieval.searcher import Searcher, open_searcher

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
ARTICLES = ROOT / "corpus" / "articles"
QUESTIONS = (
    "Почему испаряется море?",
    "Что Ергалиева говорила о фурах в 2025 году?",
    "Жайыққа су неге жетпей қалды?",
    "Кто выиграл чемпионат мира по футболу?",
)
# What is told: the line, the suite, and its figures for Russian and for Kazakh.
BEFORE = (
    "На стороне, до этого поиска, на статьях, по которым не писали ни одного правила: верные слова первыми в 28 % из "
    "200 вопросов, 60 % отклонены, хотя ответ есть; из названных в статьях имён 22 % чужие. Новые вопросы к ещё не "
    "виденным статьям написаны до первого прогона, и это его цифры:"
)
WHOLE = (
    ("верные слова первыми", "all.first"),
    ("… по-русски", "ru.first"),
    ("… по-казахски", "kk.first"),
    ("верные слова среди трёх первых", "all.three"),
    ("ответ дан без оговорок", "all.sure"),
)
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


@dataclass(frozen=True, slots=True)
class Unseen:
    """One run that is not repeated, its questions being known since: rows are what is told, of how many, ours and
    those of plain search."""

    told: str
    rows: tuple[tuple[str, int, int, int | None], ...]
    misnamed: int


UNSEEN = Unseen(
    "Первый прогон: 116 вопросов с ответом и 40 без него, 58 статей",
    (
        ("верные слова первыми", 116, 94, 75),
        ("верные слова среди трёх первых", 116, 108, 98),
        ("ответ дан без оговорок", 116, 98, None),
        ("безответных не выдано за ответ", 40, 32, None),
    ),
    1,
)


def sample_searcher(state: Path | None = None) -> Searcher:
    return open_searcher(read_library(ARTICLES, state, supplement=PASSAGES))


def answers(searcher: Searcher) -> str:
    """Each question with the first extract of its answer, as the terminal shows it."""
    return "\n".join(_answered(searcher, question) for question in QUESTIONS)


def _answered(searcher: Searcher, question: str) -> str:
    answer = searcher.answer(question, limit=1)
    return f"```text\n> {question}\n\n{answer_text(answer, phrases_for(answer.language)).strip()}\n```\n"


def figures(floors: Floors) -> str:
    """What was measured on material that no rule was made on comes first; then the floors."""
    return "\n".join([*_unseen(), "", *_whole(floors), "", *_attribution(floors), "", *_retrieval(floors)]) + "\n"


def _unseen() -> Iterator[str]:
    yield BEFORE
    yield ""
    yield f"| {UNSEEN.told} | мы | простой BM25 |"
    yield "| --- | --- | --- |"
    for told, of, ours, plain in UNSEEN.rows:
        yield f"| {told} | {_counted(ours, of)} | {_counted(plain, of)} |"
    yield f"| чужое имя при верных словах | {UNSEEN.misnamed} | имён нет |"


def _whole(floors: Floors) -> Iterator[str]:
    kept = floors.get("whole", SuiteFloors())
    yield "| Настоящие вопросы к настоящим статьям: 102 статьи, на них выбраны постоянные | мы | простой BM25 |"
    yield "| --- | --- | --- |"
    for told, name in WHOLE:
        yield f"| {told} | {_share(kept, name)} | {_share(kept, 'plain.' + name)} |"
    yield f"| безответных не выдано за ответ | {_share(kept, 'all.silent')} | отвечает всегда |"
    yield f"| чужое имя при верных словах | {_misnamed(kept)} | имён нет |"


def _misnamed(kept: SuiteFloors) -> str:
    """Those that may be at the floor."""
    name = "all.not_misnamed"
    if name not in kept.figures:
        return NOTHING
    of = kept.of[name]
    return f"{of - at_least(kept.figures[name], of)} из {of}"


def _attribution(floors: Floors) -> Iterator[str]:
    kept = floors.get("dev", SuiteFloors())
    yield "| кто что говорит (58 размеченных статей, правила писались по ним) | русский | казахский |"
    yield "| --- | --- | --- |"
    for told, name in ATTRIBUTION:
        yield f"| {told} | {_share(kept, 'ru.' + name)} | {_share(kept, 'kk.' + name)} |"
    yield f"| издание, если текст его называет | {_share(kept, 'all.outlet.right')} | вместе |"


def _retrieval(floors: Floors) -> Iterator[str]:
    yield "| какие слова отвечают (наборы абзацев, веса подогнаны к ним) | nDCG@10 | верный отрывок первый |"
    yield "| --- | --- | --- |"
    for told, name in RETRIEVAL:
        kept = floors.get(name, SuiteFloors())
        yield f"| {told} | {kept.figures.get('ndcg10', 0):.3f} | {_share(kept, 'r1')} |"


def _share(kept: SuiteFloors, name: str) -> str:
    """A floor, with what it counts where that is told."""
    figure = kept.figures.get(name)
    if figure is None:
        return NOTHING
    of = kept.of.get(name)
    return _counted(at_least(figure, of), of) if of else _percent(figure)


def at_least(figure: float, of: int) -> int:
    """How many of so many a floor, rounded down to three decimals, stands for."""
    return ceil(figure * of - TOLERANCE)


def _counted(count: int | None, of: int) -> str:
    return NOTHING if count is None else f"{_percent(count / of)} ({count} из {of})"


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %".replace(".", ",")


def rewritten(text: str, blocks: dict[str, str]) -> str:
    """``text`` with what stands between the marks of each block replaced."""
    for name, block in blocks.items():
        pattern = re.compile(rf"(<!-- {name}:[^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = pattern.sub(lambda found, block=block: found[1] + "\n" + block + "\n" + found[2], text)  # type: ignore[misc]
    return text


def blocks() -> dict[str, str]:
    return {"answers": answers(sample_searcher()), "figures": figures(read_floors())}


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
