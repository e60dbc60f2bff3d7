"""The whole way measured: people's own questions over a folder of articles, answered as on a user's machine.

    python -m benchmarks.whole ARTICLES QUESTIONS [--errors N] [--out RUN.jsonl]

ARTICLES is a folder as the bot takes it; QUESTIONS has a line {"id", "q", "lang", "article", "has": [words of the
answer, any of which counts], "speaker": name or null, "form": "direct", "indirect" or "narrative", "kind"}, or {"id",
"q", "lang", "kind", "unanswerable": true}. Printed are our figures and those of plain search, by language and kind; at
which step questions were lost; and whether the difference to plain search may be chance. RUN has {"id", "answer"} a
line.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.data import Data
from benchmarks.evaluation import mistakes
from benchmarks.suites.whole import whole_report
from bot.jsonl import json_line
from corpus.library import CorpusError


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.whole", description="Measure real questions.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N mistakes of each sort")
    parser.add_argument("--out", type=Path, metavar="RUN", help="write the answers")
    given = parser.parse_args(arguments)
    try:
        made = whole_report(*(Data(str(path), path) for path in (given.articles, given.questions)))
        if given.out:
            given.out.write_text("".join(json_line(dict(row)) + "\n" for row in made.rows), encoding="utf-8")
    except (OSError, ValueError, CorpusError) as error:
        print(f"benchmarks.whole: {error}", file=sys.stderr)
        return 2
    print("\n\n".join([*made.tables, *mistakes(made.mistakes, given.errors)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
