"""Index splicing: an index with some articles taken out and others put in, at the cost of what changed.

All that is kept of a collection is a sum over its articles or a row of them, so the result equals an index built anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from retrieval import postings
from retrieval.index.building import of_articles, of_documents
from retrieval.index.documents import Document, Documents, Rows, numbered, put_together
from retrieval.index.lexicon import Lexicon
from retrieval.index.ragged import Numbers
from retrieval.index.ranking import Index
from retrieval.index.rarities import Collected
from retrieval.index.statistics import statistics
from retrieval.index.strings import UNKNOWN
from retrieval.terms import Lemmas


def spliced(
    index: Index, kept: Sequence[int], added: Sequence[Document], places: Sequence[int], lemmas: Lemmas
) -> Index:
    """``index`` with the articles ``kept`` (numbers, ascending) and those of ``added`` at ``places`` of the new order.

    ``added`` are documents, those of an article in a row; ``places`` has an ascending number an article of theirs.
    """
    lexicon, new = _learned(index.lexicon, added, lemmas)
    stay, come = np.array(kept, dtype=np.int64), np.array(places, dtype=np.int64)
    gone = np.setdiff1d(np.arange(len(index.documents.articles) - 1), stay)
    documents = put_together([*_in_order(index.documents, stay, new, come)] or [new])
    left = put_together([index.documents.between(number, number + 1) for number in gone] or [new.between(0, 0)])
    known = index.known
    return Index(
        lexicon,
        documents,
        Collected(
            known.statistics.changed(statistics(left, lexicon), -1).changed(statistics(new, lexicon), 1),
            postings.spliced(
                known.documents,
                index.documents.of_articles(stay),
                _spelled(of_documents(new, lexicon), lexicon),
                documents.of_articles(come),
            ),
            postings.spliced(known.articles, stay, _spelled(of_articles(new, lexicon), lexicon), come),
        ),
    )


def _learned(lexicon: Lexicon, added: Sequence[Document], lemmas: Lemmas) -> tuple[Lexicon, Documents]:
    forms = list(dict.fromkeys(form for each in added for form in each.forms))
    numbers = dict(zip(forms, lexicon.forms.numbers_of(forms), strict=True))
    new = [form for form, number in numbers.items() if number == UNKNOWN]
    numbers.update(zip(new, range(len(lexicon), len(lexicon) + len(new)), strict=True))
    lexicon = lexicon.learned(new, lemmas)
    return lexicon, numbered(added, lexicon, numbers)


def _in_order(old: Documents, kept: Rows, new: Documents, places: Rows) -> Iterator[Documents]:
    """Stretches of old articles and of new ones, as they follow each other."""
    at_place = np.zeros(len(kept) + len(places), dtype=np.bool_)
    at_place[places] = True
    taken = {True: 0, False: 0}
    for is_new, run in groupby(at_place.tolist()):
        first = taken[is_new]
        taken[is_new] = last = first + sum(1 for _ in run)
        yield from [new.between(first, last)] if is_new else _stretches(old, kept[first:last])


def _stretches(old: Documents, kept: Rows) -> Iterator[Documents]:
    """Articles that followed each other before, together."""
    for run in np.split(kept, np.flatnonzero(np.diff(kept) != 1) + 1):
        yield old.between(int(run[0]), int(run[-1]) + 1)


def _spelled(rows: Iterator[Numbers], lexicon: Lexicon) -> list[list[str]]:
    return [[lexicon.terms[number] for number in row] for row in rows]
