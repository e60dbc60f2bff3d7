"""People: one person across articles, however they spell him; two people of one surname stay two."""

from corpus.people.directory import NO_ENTRIES, Directory, DirectoryError, Entry, load_outlets, load_people
from corpus.people.people import Individual, People, people_of

__all__ = [
    "NO_ENTRIES",
    "Directory",
    "DirectoryError",
    "Entry",
    "Individual",
    "People",
    "load_outlets",
    "load_people",
    "people_of",
]
