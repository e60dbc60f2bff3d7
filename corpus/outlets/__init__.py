"""Who published an article, as its text names it: an ordered list of rules, of which the first that speaks decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from corpus.outlets.credits import correspondent, credit, interviewer, report, subject, told
from corpus.outlets.datelines import Dateline, dateline, find_dateline
from corpus.outlets.imprints import copyright_line, masthead, signature, source_line, title_end, turn_label
from corpus.outlets.outlet import Outlet, Printed
from corpus.span import Span

__all__ = ["RULES", "Dateline", "Outlet", "find_dateline", "find_outlet"]

RULES: tuple[Callable[[Printed], Iterator[Outlet | None]], ...] = (
    source_line,
    masthead,
    title_end,
    dateline,
    correspondent,
    turn_label,
    credit,
    interviewer,
    told,
    subject,
    report,
    signature,
    copyright_line,
)


def find_outlet(text: str, lines: Sequence[Span]) -> Outlet | None:
    """The outlet that ``text`` names for itself or credits; ``lines`` are its lines, furniture and all.

    Null where the text names none: a ministry, a press service or a person is no outlet.
    """
    page = Printed(text, lines)
    return next((outlet for rule in RULES for outlet in rule(page) if outlet), None)
