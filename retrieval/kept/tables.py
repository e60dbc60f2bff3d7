"""The tables of what retrieval keeps, in the documents' store."""

TABLES = """
-- every word form met; "lemma" has two where it may be of another as well; its key and the folded letters at its ends
-- are what a misspelled one is found by
CREATE TABLE IF NOT EXISTS form (
    number INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, lemma TEXT NOT NULL, version TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 0, key TEXT NOT NULL, head TEXT, tail TEXT
);
CREATE INDEX IF NOT EXISTS form_by_key ON form (key);
CREATE INDEX IF NOT EXISTS form_by_head ON form (head) WHERE head IS NOT NULL;
CREATE INDEX IF NOT EXISTS form_by_tail ON form (tail) WHERE tail IS NOT NULL;

-- a speaker with a post; "posts" are the lemmas of the post
CREATE TABLE IF NOT EXISTS credit (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, version TEXT NOT NULL,
    posts TEXT NOT NULL, UNIQUE (name, role)
);
CREATE TABLE IF NOT EXISTS outlet (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

-- small, for all rows are read at the start: arrays of a number a passage, int32, uint8 and uint8
CREATE TABLE IF NOT EXISTS outline (
    content INTEGER PRIMARY KEY, passages INTEGER NOT NULL, digest INTEGER NOT NULL, outlet INTEGER NOT NULL,
    day INTEGER NOT NULL, language TEXT NOT NULL, credits BLOB NOT NULL, kinds BLOB NOT NULL,
    reaches BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS passages (content INTEGER PRIMARY KEY, checksum INTEGER NOT NULL, rows TEXT NOT NULL);

-- arrays of int32: numbers of forms, passage after passage; "lengths" of all own and then of all about; "words" are the
-- different forms of the text, each with how often it stands there
CREATE TABLE IF NOT EXISTS found_by (
    content INTEGER PRIMARY KEY, lengths BLOB NOT NULL, own BLOB NOT NULL, about BLOB NOT NULL, words BLOB NOT NULL
);
"""
