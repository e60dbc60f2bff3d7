"""Quotations: the words somebody said, found by a visible ordered list of small rules."""

from corpus.quotations.find import find_quotations

__all__ = ["find_quotations"]
