"""Any spelling: typos, other scripts and layouts, missing letters; words as the corpus has them."""

from retrieval.spelling.reading import as_meant, corrected
from retrieval.spelling.vocabulary import Vocabulary

__all__ = ["Vocabulary", "as_meant", "corrected"]
