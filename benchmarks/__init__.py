"""Measurements of what the project promises, on data that is not part of it."""
