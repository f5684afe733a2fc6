"""The tables of the index."""

from __future__ import annotations

SCHEMA_VERSION = 4
"""Raised whenever the tables change: an index of another version is thrown away and rebuilt."""

SCHEMA = """
CREATE TABLE files (
    file INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    state INTEGER NOT NULL,
    content TEXT NOT NULL,
    encoding TEXT NOT NULL
);
CREATE INDEX files_content ON files (content);
CREATE INDEX files_encoding ON files (encoding) WHERE encoding <> '';
CREATE TABLE changes (number INTEGER NOT NULL);
INSERT INTO changes VALUES (abs(random() / 2));

CREATE TABLE articles (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    file INTEGER NOT NULL REFERENCES files,
    item INTEGER NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    byline TEXT NOT NULL,
    source TEXT NOT NULL,
    published TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    format TEXT NOT NULL,
    words INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    people INTEGER NOT NULL,
    modified REAL NOT NULL,
    problem TEXT NOT NULL,
    advice TEXT NOT NULL,
    url TEXT NOT NULL,
    address TEXT NOT NULL,
    family INTEGER NOT NULL DEFAULT 0,
    UNIQUE (file, item)
);
CREATE INDEX articles_id ON articles (id);
CREATE INDEX articles_day ON articles (day, row, family);
CREATE INDEX articles_problem ON articles (row) WHERE problem <> '';
CREATE INDEX articles_address ON articles (address) WHERE address <> '';
CREATE INDEX articles_format ON articles (format);
CREATE INDEX articles_family ON articles (family) WHERE family > 0;

CREATE TABLE signatures (row INTEGER PRIMARY KEY, signature BLOB NOT NULL);
CREATE TABLE bands (
    band INTEGER NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (band, row)
) WITHOUT ROWID;
CREATE INDEX bands_row ON bands (row);

CREATE TABLE texts (row INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, content='texts', content_rowid='row',
    tokenize="unicode61 remove_diacritics 2"
);

CREATE TABLE names (
    name INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    shown TEXT NOT NULL,
    folded TEXT NOT NULL,
    articles INTEGER NOT NULL,
    UNIQUE (kind, key)
);
CREATE INDEX names_often ON names (kind, articles);
CREATE TABLE appearances (
    name INTEGER NOT NULL REFERENCES names,
    row INTEGER NOT NULL REFERENCES articles,
    count INTEGER NOT NULL,
    PRIMARY KEY (name, row)
) WITHOUT ROWID;
CREATE INDEX appearances_row ON appearances (row);

CREATE TABLE quotes (
    quote INTEGER PRIMARY KEY,
    row INTEGER NOT NULL REFERENCES articles,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    nested INTEGER NOT NULL,
    speaker INTEGER REFERENCES names,
    cue TEXT NOT NULL,
    confidence REAL NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX quotes_row ON quotes (row);
CREATE INDEX quotes_speaker ON quotes (speaker);
CREATE VIRTUAL TABLE quote_search USING fts5 (
    text, content='quotes', content_rowid='quote',
    tokenize="unicode61 remove_diacritics 2"
);
"""
