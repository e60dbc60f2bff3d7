"""The command line's entry: ``python -m bot COMMAND``."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from bot.commandline import parsed
from bot.complaint import BadInputError, complain
from bot.settings.settings import SettingsError
from corpus.models import ModelsMissingError

INTERRUPTED = 130
BAD = 2


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code: 0 found, 1 nothing found, 2 bad input or settings."""
    speak_utf8()
    arguments = parsed(argv)
    # Each command imports what it needs, and only when it is the one asked for.
    run: Callable[..., int] = import_module(f"bot.commands.{arguments.command}").run
    try:
        code = run(arguments)
        sys.stdout.flush()
        return code
    except (SettingsError, BadInputError, ModelsMissingError) as error:
        complain(*str(error).splitlines())
        return BAD
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left: nobody to tell the rest
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
