"""People: one person across articles, however they spell him; two people of one surname stay two."""

from corpus.people.people import Individual, people_of

__all__ = ["Individual", "people_of"]
