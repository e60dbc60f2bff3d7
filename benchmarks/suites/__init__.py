"""Suites: each measures one thing on one set of data; the list of them stands in ``listing``."""
