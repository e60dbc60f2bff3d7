"""The best k by a compiled search; imported only where numba is."""

from retrieval.postings.kernel.search import in_kernel, warm

__all__ = ["in_kernel", "warm"]
