"""Postings: one field of a collection, searched exactly and fast, kept in arrays that are mapped from disk.

    build_postings([["нефть", "цена"], ["нефть", "труба"]], k1=0.9, b=0.4)
                                           documents as words, any iterable of any iterables, read once
    build_numbered(arrays, terms)          … or as int32 arrays of numbers into ``terms``, which is read after them
    save_postings(postings, folder)        a new directory of .npy files and a manifest; fsync, then rename
    open_postings(folder)                  mapped; FolderError where it is damaged or foreign
    spliced(postings, kept, added, places) new postings, equal to a fresh build: ``kept`` are old positions that stay,
                                           ``added`` documents (words, or postings of their own), ``places`` the
                                           positions of these in the new collection; the kept ones fill the rest

    postings.size, .avgdl, .k1, .b, .delta, .lengths
    "нефть" in postings
    postings.frequency("нефть")            the number of documents with it
    postings.idf("нефть")                  rank_bm25's; of an unknown term as if one document had it
    postings.postings("нефть")             documents (int32, ascending) and counts (uint8, uint16 or int32), views
    postings.get_scores(["нефть"])         float64, one a document: rank_bm25.BM25Plus's, bit for bit
    postings.top(["нефть", "цена"], k)     Hits(documents, scores): best first, ties by document; a score is get_scores'
                                           less the constant that BM25+ adds to every document, and above 0
    postings.top({"нефть": 1.0, "цена": 0.5}, k, among=ascending_numbers_or_flags)
    postings.scores_at(terms, documents)   the same scores at chosen documents

    load_kernel(cache_folder)              numba's kernel imported, and compiled or read from its cache; until then, and
                                           where numba is not installed, numpy answers the same
"""

from retrieval.postings.build import build_numbered, build_postings
from retrieval.postings.folder import FolderError
from retrieval.postings.hits import Hits
from retrieval.postings.loading import load_kernel
from retrieval.postings.postings import Postings
from retrieval.postings.splice import spliced
from retrieval.postings.store import open_postings, save_postings

__all__ = [
    "FolderError",
    "Hits",
    "Postings",
    "build_numbered",
    "build_postings",
    "load_kernel",
    "open_postings",
    "save_postings",
    "spliced",
]
