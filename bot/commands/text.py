"""``text``: the exact text of a file that spans count in."""

from __future__ import annotations

import sys
from argparse import Namespace

from bot.commands.opening import open_settings
from bot.complaint import BadInputError
from corpus.readers import UnreadableFile, read_article


def run(arguments: Namespace) -> int:
    open_settings(arguments)
    try:
        article = read_article(arguments.file, arguments.file.name)
    except UnreadableFile as error:
        raise BadInputError(str(error)) from error
    sys.stdout.write(article.text)
    return 0
