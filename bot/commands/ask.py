"""``ask``: one question, or a file of them, -> answers."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from bot.answer_record import answer_record
from bot.archive import Searching, open_archive
from bot.commands.opening import open_settings
from bot.commands.verify import whole_searcher
from bot.complaint import BadInputError, complain
from bot.jsonl import json_line, read_text_records, write_records
from bot.message import answer_text
from bot.phrases import phrases_for
from bot.settings import Settings
from retrieval.answer import Answer
from retrieval.coverage import Coverage
from retrieval.decision import Strictness

# Nothing found for these is the question's fault, not the corpus'.
NO_QUESTION = {"empty_question": "the question is empty", "no_words": "the question has no words"}


def run(arguments: Namespace) -> int:
    settings = open_settings(arguments)
    limit = arguments.limit or settings.answer.extracts
    strictness = Strictness(settings.answer.strictness)
    if arguments.batch:
        return answer_file(arguments.batch, arguments.out, open_archive(settings).searcher, limit, strictness)
    question = " ".join(arguments.question)
    check_length(question, settings)
    if arguments.explain:
        print(*whole_searcher(settings).explain(question), sep="\n")
        return 0
    searcher = open_archive(settings).searcher
    return show(searcher.answer(question, limit, strictness=strictness), searcher.coverage, arguments.json)


def check_length(question: str, settings: Settings) -> None:
    longest = settings.answer.max_question
    if len(question) > longest:
        raise BadInputError(
            f"the question is {len(question)} characters long; at most {longest} are taken (answer.max_question)"
        )


def show(answer: Answer, covered: Coverage, as_json: bool) -> int:
    """Prints the answer; the exit code."""
    problem = NO_QUESTION.get(answer.why_not or "")
    if as_json:
        print(json_line(answer_record(answer)))
    elif not problem:
        print(answer_text(answer, phrases_for(answer.language), covered))
    if problem:
        raise BadInputError(f"{problem}: write it in words")
    return 0 if answer.found else 1


def answer_file(questions: Path, out: Path, searcher: Searching, limit: int, strictness: Strictness) -> int:
    """0, or 2 where a line had to be left out."""
    records, bad = read_text_records(questions)
    complain(*map(str, bad))
    answers = ((record.id, searcher.answer(record.text, limit, strictness=strictness)) for record in records)
    write_records(out, ({"id": id, "answer": answer_record(answer)} for id, answer in answers))
    return 2 if bad else 0
