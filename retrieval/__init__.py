"""Which words answer the question: passages, BM25, extracts and an honest nothing."""
