"""Index building: documents counted, their words and prefixes as postings, those of whole articles likewise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from retrieval.index.documents import Document, Documents, numbered
from retrieval.index.fields import K1, OWN_K1, WIDE_B, B
from retrieval.index.lexicon import Lexicon, no_lexicon
from retrieval.index.ragged import Numbers
from retrieval.index.ranking import Index
from retrieval.index.rarities import Collected
from retrieval.index.statistics import statistics
from retrieval.postings import build_numbered
from retrieval.terms import Lemmas


def build_index(given: Iterable[Document], lemmas: Lemmas) -> Index:
    """An index over ``given``, in their order."""
    documents = list(given)
    forms = list(dict.fromkeys(form for each in documents for form in each.forms))
    lexicon = no_lexicon().learned(forms, lemmas)
    return index_of(lexicon, numbered(documents, lexicon, {form: number for number, form in enumerate(forms)}))


def index_of(lexicon: Lexicon, documents: Documents) -> Index:
    """An index over documents whose forms ``lexicon`` knows."""
    terms = lexicon.terms.texts()
    known = Collected(
        statistics(documents, lexicon),
        build_numbered(of_documents(documents, lexicon), terms, k1=OWN_K1, b=B),
        build_numbered(of_articles(documents, lexicon), terms, k1=K1, b=WIDE_B),
    )
    return Index(lexicon, documents, known)


def of_documents(documents: Documents, lexicon: Lexicon) -> Iterator[Numbers]:
    """Each document's own terms."""
    for row in range(len(documents)):
        yield lexicon.terms_of(documents.own[row])[0]


def of_articles(documents: Documents, lexicon: Lexicon) -> Iterator[Numbers]:
    """Each article's own terms and, of each of its passages, those that it is about."""
    for first, stop in zip(documents.articles[:-1], documents.articles[1:], strict=True):
        own, about = (rows.between(first, stop).values for rows in (documents.own, documents.about))
        yield lexicon.terms_of(np.concatenate([own, about]))[0]
