"""What a question names: people, outlets and days, as filters on what may answer."""

from retrieval.naming.catalogue import Catalogue
from retrieval.naming.filters import NO_FILTERS, Filter, FilterKind, Filters
from retrieval.naming.reading import Reading, read
from retrieval.naming.unknown import unknown_among, unknown_name

__all__ = [
    "NO_FILTERS",
    "Catalogue",
    "Filter",
    "FilterKind",
    "Filters",
    "Reading",
    "read",
    "unknown_among",
    "unknown_name",
]
