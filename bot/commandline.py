"""Command line: what can be asked of ``python -m bot``. Imports nothing slow, so that --help is quick."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path

DESCRIPTION = """Дословно: a Telegram bot that answers with verbatim, credited extracts from news."""
EPILOG = """Exit code: 0 found, 1 nothing found, 2 bad input or settings.
Standard output carries only the result; messages go to standard error."""


def parsed(argv: Sequence[str] | None = None) -> Namespace:
    """The command in ``.command`` and what it was given. Ends the process with 2 where it makes no sense."""
    parser = command_line()
    arguments = parser.parse_args(argv)
    problem = PROBLEMS.get(arguments.command, lambda _: None)(arguments)
    if problem:
        parser.error(f"{arguments.command}: {problem}")
    return arguments


def command_line() -> ArgumentParser:
    parser = ArgumentParser(
        "python -m bot", description=DESCRIPTION, epilog=EPILOG, formatter_class=RawDescriptionHelpFormatter
    )
    _config(parser, default=None)
    common = ArgumentParser(add_help=False)
    _config(common, default=SUPPRESS)  # so that it does not undo one given before the command
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, description in COMMANDS.items():
        command = commands.add_parser(name, parents=[common], help=description, description=description)
        ARGUMENTS.get(name, lambda _: None)(command)
    return parser


def _config(parser: ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--config", type=Path, metavar="FILE", default=default, help="settings; ./config.yaml unless told"
    )


COMMANDS = {
    "run": "serve Telegram: poll it, or take webhooks when so set; needs TELEGRAM_TOKEN",
    "start": "with TELEGRAM_TOKEN the bot, without it the same bot in a web chat on this machine",
    "talk": "ask in the terminal, one question after another",
    "ask": "answer one question, or a file of them",
    "verify": "hold an alleged quotation, or a file of them, against the corpus: word for word, or how not",
    "attribute": "mark an article up with who said what, and the rule that spoke",
    "text": "print the exact text of a file that spans count in",
    "health": "ask a running bot on this machine whether it is ready; needs health.port",
    "check": "validate the settings, read the corpus and tell what was read and refused",
}


def _ask(command: ArgumentParser) -> None:
    command.add_argument("question", nargs="*", metavar="QUESTION")
    command.add_argument("--corpus", metavar="DIR", help="a folder of articles instead of the configured one")
    command.add_argument("--limit", type=_above_zero, metavar="N", help="extracts at most; 3 unless told or configured")
    command.add_argument("--json", action="store_true", help="print the answer as JSON")
    command.add_argument("--explain", action="store_true", help="print why each hit was shown or not, and no answer")
    command.add_argument("--batch", type=Path, metavar="IN.jsonl", help='questions, {"id", "text"} a line')
    command.add_argument("--out", type=Path, metavar="OUT.jsonl", help='answers, {"id", "answer"} a line')


def _verify(command: ArgumentParser) -> None:
    command.add_argument("text", nargs="*", metavar="TEXT")
    command.add_argument("--corpus", metavar="DIR", help="a folder of articles instead of the configured one")
    command.add_argument("--json", action="store_true", help="print the verdict as JSON")
    command.add_argument("--batch", type=Path, metavar="IN.jsonl", help='quotations, {"id", "text"} a line')
    command.add_argument("--out", type=Path, metavar="OUT.jsonl", help='verdicts, {"id", "verdict", …} a line')


def _attribute(command: ArgumentParser) -> None:
    command.add_argument("files", nargs="*", type=Path, metavar="FILE")
    command.add_argument("--html", action="store_true", help="as a page with colours that an editor can read")
    command.add_argument("--out", type=Path, metavar="PAGE.html", help="where to write the page; printed unless told")
    command.add_argument(
        "--jsonl", nargs=2, type=Path, metavar=("IN.jsonl", "OUT.jsonl"), help='articles, {"id", "text"} a line'
    )


def _text(command: ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")


def _above_zero(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"a whole number above 0 is expected, not {text!r}")
    return int(text)


def _problem_of_ask(arguments: Namespace) -> str | None:
    if (arguments.batch is None) != (arguments.out is None):
        return "--batch and --out go together"
    if bool(arguments.question) == (arguments.batch is not None):
        return "give a QUESTION, or --batch IN.jsonl --out OUT.jsonl"
    return None


def _problem_of_verify(arguments: Namespace) -> str | None:
    if (arguments.batch is None) != (arguments.out is None):
        return "--batch and --out go together"
    if bool(arguments.text) == (arguments.batch is not None):
        return "give a TEXT, or --batch IN.jsonl --out OUT.jsonl"
    return None


def _problem_of_attribute(arguments: Namespace) -> str | None:
    if bool(arguments.files) == bool(arguments.jsonl):
        return "give FILE…, or --jsonl IN.jsonl OUT.jsonl"
    if arguments.html and arguments.jsonl:
        return "--html goes with FILE…, not with --jsonl"
    if arguments.out and not arguments.html:
        return "--out goes with --html"
    return None


ARGUMENTS = {"ask": _ask, "verify": _verify, "attribute": _attribute, "text": _text}
PROBLEMS = {"ask": _problem_of_ask, "verify": _problem_of_verify, "attribute": _problem_of_attribute}
