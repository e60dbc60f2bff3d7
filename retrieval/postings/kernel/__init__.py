"""The best k by a compiled search; imported only where numba is."""

from retrieval.postings.kernel.search import COMPILED, in_kernel

__all__ = ["COMPILED", "in_kernel"]
