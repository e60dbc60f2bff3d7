"""``attribute``: articles marked up with who said what, as text or as a page, or as records in the gold format."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from bot.attribution.page import page_of
from bot.attribution.plain import marked_up
from bot.attribution.record import attribution_record
from bot.commands.opening import open_settings
from bot.complaint import BadInputError, complain
from bot.jsonl import Record, TextRecord, read_text_records, write_records
from corpus.article import Article
from corpus.attribution import attribute
from corpus.language import guess_language
from corpus.markup import Markup, markup_of
from corpus.readers import UnreadableFile, read_article


def run(arguments: Namespace) -> int:
    open_settings(arguments)
    if arguments.jsonl:
        return attribute_records(*arguments.jsonl)
    markups = [markup for file in arguments.files if (markup := markup_of_file(file))]
    if markups and arguments.html:
        show_page(page_of(markups), arguments.out)
    elif markups:
        print(*map(marked_up, markups), sep="\n\n\n")
    return 0 if len(markups) == len(arguments.files) else 2


def markup_of_file(file: Path) -> Markup | None:
    """None where the file cannot be read, which is said; the other files go on."""
    try:
        return markup_of(read_article(file, file.name))
    except UnreadableFile as error:
        complain(str(error))
        return None


def show_page(page: str, out: Path | None) -> None:
    """Into the file ``out``, or to standard output."""
    if out is None:
        print(page)
        return
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise BadInputError(f"--out: {out} cannot be written ({error.strerror})") from error


def attribute_records(given: Path, out: Path) -> int:
    """0, or 2 where a line had to be left out."""
    records, bad = read_text_records(given)
    complain(*map(str, bad))
    write_records(out, map(attributed_record, records))
    return 2 if bad else 0


def attributed_record(record: TextRecord) -> Record:
    article = Article(str(record.id), record.text, language=guess_language(record.text))
    return attribution_record(record.id, attribute(article))
