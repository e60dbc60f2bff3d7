"""Engines side by side: ours and others over the same passages, each alone for memory, in turn for speed."""
