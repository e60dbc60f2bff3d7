"""Scoring: what was found against what careful readers labelled, as figures, groups and a list of mistakes."""
