"""Complaint: how a command tells what is wrong with what it was given."""

from __future__ import annotations

import sys


class BadInputError(Exception):
    """A file, a line or a question that cannot be used; the message names it and says what to do."""


def complain(*problems: str) -> None:
    """One line each, to standard error."""
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
