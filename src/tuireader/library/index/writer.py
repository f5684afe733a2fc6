"""Putting files into the index and taking them out."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tuireader.articles.address import plain_address
from tuireader.library.entry import Entry
from tuireader.library.folding import fold
from tuireader.library.index.families import join_family, leave_family
from tuireader.library.records import SPEAKER, ArticleRecord, FileRecord, NameRecord, day_of
from tuireader.library.rescan import state_of, version_key
from tuireader.library.scan import Stamp

_COLUMNS = (
    "id",
    "title",
    "byline",
    "source",
    "published",
    "language",
    "format",
    "words",
    "minutes",
    "quotes",
    "people",
    "modified",
    "problem",
    "advice",
    "url",
)
_PUT_ARTICLE = f"""
INSERT INTO articles (file, item, day, title_key, address, {", ".join(_COLUMNS)})
VALUES ({", ".join("?" * (len(_COLUMNS) + 5))})
ON CONFLICT (file, item) DO UPDATE SET
    day = excluded.day, title_key = excluded.title_key, address = excluded.address,
    {", ".join(f"{column} = excluded.{column}" for column in _COLUMNS)}
RETURNING row
"""


def put(connection: sqlite3.Connection, record: FileRecord) -> list[Entry]:
    """Put a file into the index, or a part of it, in place of what was there under its path.

    Args:
        connection: One in a writing transaction.
        record: The file, or a part; of a complete one nothing is left that it does not hold.

    Returns:
        The entries of its articles, with their rows.
    """
    stamp = record.stamp
    (file,) = connection.execute(
        "INSERT INTO files (path, state, content, encoding) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (path) DO UPDATE SET"
        " state = excluded.state, content = excluded.content, encoding = excluded.encoding"
        " RETURNING file",
        (
            stamp.path,
            state_of(stamp, version_key(record.made_by)),
            record.file_id,
            record.encoding,
        ),
    ).fetchone()
    items = {article.entry.item for article in record.articles}
    for row, item in _replaced(connection, file, record):
        _clear(connection, row)
        if item not in items:
            connection.execute("DELETE FROM articles WHERE row = ?", (row,))
    return [_put_article(connection, file, article) for article in record.articles]


def note(connection: sqlite3.Connection, stamp: Stamp, made_by: str) -> None:
    """Note by which versions a file of the index was read.

    Args:
        connection: One in a writing transaction.
        stamp: The file.
        made_by: As `FileRecord.made_by`.
    """
    state = state_of(stamp, version_key(made_by))
    connection.execute("UPDATE files SET state = ? WHERE path = ?", (state, stamp.path))


def remove(connection: sqlite3.Connection, paths: Iterable[bytes]) -> None:
    """Take files out of the index.

    Args:
        connection: One in a writing transaction.
        paths: Absolute paths as in `Stamp.path`; those not in the index are passed over.
    """
    for path in paths:
        found = connection.execute("SELECT file FROM files WHERE path = ?", (path,)).fetchone()
        if found:
            for (row,) in connection.execute(
                "SELECT row FROM articles WHERE file = ?", found
            ).fetchall():
                _clear(connection, row)
            connection.execute("DELETE FROM articles WHERE file = ?", found)
            connection.execute("DELETE FROM files WHERE file = ?", found)


def move(connection: sqlite3.Connection, old: bytes, new: Stamp) -> None:
    """Give a file of the index another path; its rows stay the same.

    Args:
        connection: One in a writing transaction.
        old: Where it was.
        new: Where it is.
    """
    remove(connection, [new.path])
    connection.execute("UPDATE files SET path = ? WHERE path = ?", (new.path, old))
    title = Path(os.fsdecode(old)).name
    connection.execute(  # an article without a headline goes by the name of its file
        "UPDATE articles SET title = ? WHERE title = ?"
        " AND file = (SELECT file FROM files WHERE path = ?)",
        (storable(Path(os.fsdecode(new.path)).name), storable(title), new.path),
    )


def settle(connection: sqlite3.Connection) -> None:
    """Clean up after many changes: forget names nobody has, and know the tables' make-up.

    Args:
        connection: One in a writing transaction.
    """
    connection.execute("DELETE FROM names WHERE articles <= 0")
    connection.execute("PRAGMA optimize")


def storable(text: str) -> str:
    """Return a text that SQLite can keep, of the same length in code points.

    Args:
        text: Any text; a file's name may hold what is no character (lone surrogates).
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode(errors="replace").decode()
    return text.replace("\0", "�") if "\0" in text else text


def _replaced(
    connection: sqlite3.Connection, file: int, record: FileRecord
) -> list[tuple[int, int]]:
    """Return the row and the item of each article that a record replaces."""
    found = connection.execute(
        "SELECT row, item FROM articles WHERE file = ? AND item >= ? AND item < ?",
        (file, record.covered.start, record.covered.stop),
    ).fetchall()
    if record.items and record.complete:
        found += connection.execute(
            "SELECT row, item FROM articles WHERE file = ? AND item >= ?",
            (file, max(record.items, record.covered.stop)),
        ).fetchall()
    return found


def _put_article(connection: sqlite3.Connection, file: int, article: ArticleRecord) -> Entry:
    entry = article.entry
    values = [getattr(entry, column) for column in _COLUMNS]
    address = storable(plain_address(entry.url)) if entry.url else ""
    safe = [storable(value) if isinstance(value, str) else value for value in values]
    (row,) = connection.execute(
        _PUT_ARTICLE,
        (file, entry.item, storable(day_of(entry)), fold(storable(entry.title)), address, *safe),
    ).fetchone()
    if not entry.problem:
        text = (row, storable(entry.title), storable(article.text))
        connection.execute("INSERT INTO texts (row, title, body) VALUES (?, ?, ?)", text)
        connection.execute("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", text)
    _put_names(connection, row, article.names)
    _put_quotes(connection, row, article)
    join_family(connection, row, article.signature)
    return replace(entry, row=row)


def _put_names(connection: sqlite3.Connection, row: int, names: tuple[NameRecord, ...]) -> None:
    connection.executemany(
        "INSERT INTO names (kind, key, shown, folded, articles) VALUES (?, ?, ?, ?, 1)"
        " ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1",
        [
            (name.kind, storable(name.key), storable(name.name), storable(name.folded))
            for name in names
        ],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO appearances (name, row, count)"
        " SELECT name, ?, ? FROM names WHERE kind = ? AND key = ?",
        [(row, name.count, name.kind, storable(name.key)) for name in names],
    )


def _put_quotes(connection: sqlite3.Connection, row: int, article: ArticleRecord) -> None:
    for quote in article.quotes:
        text = storable(quote.text)
        cursor = connection.execute(
            "INSERT INTO quotes (row, start, stop, kind, nested, cue, confidence, text, speaker)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
            " (SELECT name FROM names WHERE kind = ? AND key = ?))",
            (
                row,
                quote.start,
                quote.end,
                quote.kind,
                quote.nested,
                storable(quote.cue),
                quote.confidence,
                text,
                SPEAKER,
                storable(quote.speaker),
            ),
        )
        connection.execute(
            "INSERT INTO quote_search (rowid, text) VALUES (?, ?)", (cursor.lastrowid, text)
        )


def _clear(connection: sqlite3.Connection, row: int) -> None:
    leave_family(connection, row)
    connection.execute(
        "INSERT INTO search (search, rowid, title, body)"
        " SELECT 'delete', row, title, body FROM texts WHERE row = ?",
        (row,),
    )
    connection.execute("DELETE FROM texts WHERE row = ?", (row,))
    connection.execute(
        "INSERT INTO quote_search (quote_search, rowid, text)"
        " SELECT 'delete', quote, text FROM quotes WHERE row = ?",
        (row,),
    )
    connection.execute("DELETE FROM quotes WHERE row = ?", (row,))
    connection.execute(
        "UPDATE names SET articles = articles - 1"
        " WHERE name IN (SELECT name FROM appearances WHERE row = ?)",
        (row,),
    )
    connection.execute("DELETE FROM appearances WHERE row = ?", (row,))
