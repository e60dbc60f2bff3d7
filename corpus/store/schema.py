"""The tables of the documents' store.

A document is a file's article under the id it has now; its content is what the article says and what was found in it,
shared by copies and kept over renames. Documents and contents are never changed once written, and their numbers are
never given again: whoever has a number has the very words that were read.
"""

from __future__ import annotations

APPLICATION = 0x446F736C  # "Dosl"
FORMAT = 3

TABLES = """
PRAGMA application_id = {application};
PRAGMA user_version = {format};
BEGIN;
CREATE TABLE setting (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO setting VALUES ('store', hex(randomblob(8))), ('generation', 0);

-- "modified" is -1 where the file was still so young that it may have changed unseen
CREATE TABLE file (
    name BLOB PRIMARY KEY, id TEXT NOT NULL, modified INTEGER NOT NULL, size INTEGER NOT NULL,
    version TEXT NOT NULL, refused TEXT
) WITHOUT ROWID;

CREATE TABLE content (
    number INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, attribution BLOB NOT NULL,
    version TEXT NOT NULL, language TEXT NOT NULL, outlet TEXT, date TEXT,
    quotations INTEGER NOT NULL, unnamed INTEGER NOT NULL,
    checksum INTEGER NOT NULL, text TEXT NOT NULL, found TEXT NOT NULL
);
CREATE INDEX content_by_attribution ON content (attribution);

-- contents that no document has, and since when; apart, for a change here must not write the text again
CREATE TABLE unused (content INTEGER PRIMARY KEY, since INTEGER NOT NULL);

CREATE TABLE document (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, file BLOB NOT NULL, content INTEGER NOT NULL,
    language TEXT NOT NULL, outlet TEXT, date TEXT, quotations INTEGER NOT NULL, unnamed INTEGER NOT NULL
);
CREATE INDEX document_by_id ON document (id, content);
CREATE INDEX document_by_file ON document (file);
CREATE INDEX document_by_content ON document (content);
COMMIT;
"""
