"""``verify``: an alleged quotation, or a file of them, against the corpus."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from bot.answer_record import extract_record
from bot.archive import open_archive
from bot.commands.opening import open_settings
from bot.complaint import BadInputError, complain
from bot.jsonl import Record, json_line, read_text_records, write_records
from bot.message.card import card_of
from bot.message.plain import plain_of
from bot.message.verdict import not_said_pieces, verdict_pieces
from bot.phrases import phrases_for
from bot.settings import Settings
from retrieval.language import language
from retrieval.searcher import Searcher
from retrieval.verify import Verdict, Verification

EXIT_CODES = {Verdict.EXACT: 0, Verdict.NOT_FOUND: 1}
BETWEEN = 3  # in print, but not so, or not by whom it is said to be


def run(arguments: Namespace) -> int:
    settings = open_settings(arguments)
    if arguments.batch:
        return verify_file(arguments.batch, arguments.out, whole_searcher(settings))
    text = " ".join(arguments.text)
    if not text.strip():
        raise BadInputError("the quotation is empty: write it in words")
    searcher = whole_searcher(settings)
    found = searcher.verify(text)
    as_text = verification_text(found, text, searcher.articles)
    print(json_line(verification_record(found)) if arguments.json else as_text)
    return EXIT_CODES.get(found.verdict, BETWEEN)


def whole_searcher(settings: Settings) -> Searcher:
    """With all that a command may ask of it; handlers ask for less."""
    searcher = open_archive(settings).searcher
    assert isinstance(searcher, Searcher)
    return searcher


def verification_record(found: Verification) -> Record:
    return {
        "verdict": found.verdict.value,
        "alleged": found.alleged,
        "differences": [list(difference) for difference in found.differences],
        "extracts": [extract_record(extract) for extract in found.extracts],
    }


def verification_text(found: Verification, text: str, articles: int) -> str:
    phrases = phrases_for(language(text))
    if found.verdict is Verdict.NOT_FOUND:
        return plain_of(not_said_pieces(articles, phrases))
    heading = plain_of(verdict_pieces(found.verdict, found.differences, found.whose, phrases)).strip()
    return "\n\n".join([heading, *(plain_of(card_of(extract, phrases).pieces) for extract in found.extracts)])


def verify_file(quotations: Path, out: Path, searcher: Searcher) -> int:
    """0, or 2 where a line had to be left out."""
    records, bad = read_text_records(quotations)
    complain(*map(str, bad))
    rows = ({"id": each.id, **verification_record(searcher.verify(each.text))} for each in records)
    write_records(out, rows)
    return 2 if bad else 0
