"""Article: the untouched text of one publication and what is known about it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One publication.

    ``text`` is the decoded file with ``\\r\\n`` as ``\\n`` and no byte-order mark, otherwise untouched: every span
    of the house counts in it. The other fields are null where neither a header nor the text itself gives them.
    """

    id: str  # the path below the corpus folder, with "/"
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: datetime.date | None = None
    url: str | None = None
    language: str = "ru"  # "ru" or "kk"
