"""The documents' store: files, articles and what was found in them, kept between runs in one SQLite file."""
