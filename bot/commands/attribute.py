"""``attribute``: articles marked up with who said what, or as records in the gold format."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from bot.attribution.markup import marked_up
from bot.attribution.record import attribution_record
from bot.commands.opening import open_settings
from bot.complaint import complain
from bot.jsonl import Record, TextRecord, read_text_records, write_records
from corpus.article import Article
from corpus.attribution import attribute
from corpus.language import guess_language
from corpus.readers import UnreadableFile, read_article


def run(arguments: Namespace) -> int:
    open_settings(arguments)
    if arguments.jsonl:
        return attribute_records(*arguments.jsonl)
    return max([attribute_file(file) for file in arguments.files])


def attribute_file(file: Path) -> int:
    """0, or 2 where the file cannot be read; the other files go on."""
    try:
        article = read_article(file, file.name)
    except UnreadableFile as error:
        complain(str(error))
        return 2
    print(marked_up(attribute(article)), end="\n\n")
    return 0


def attribute_records(given: Path, out: Path) -> int:
    """0, or 2 where a line had to be left out."""
    records, bad = read_text_records(given)
    complain(*map(str, bad))
    write_records(out, map(attributed_record, records))
    return 2 if bad else 0


def attributed_record(record: TextRecord) -> Record:
    article = Article(str(record.id), record.text, language=guess_language(record.text))
    return attribution_record(record.id, attribute(article))
