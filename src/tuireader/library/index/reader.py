"""Reading entries and stamps out of the index."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tuireader.library.entry import Entry

_ENTRY = """
SELECT files.path, item, id, title, byline, source, published, language, words, minutes, quotes,
    articles.modified, problem, advice, people, format, row, family,
    iif(family, (SELECT count(*) FROM articles AS other WHERE other.family = articles.family), 1)
FROM articles JOIN files USING (file)
"""
_AT_ONCE = 500


def all_entries(connection: sqlite3.Connection) -> list[Entry]:
    """Return every entry, in the order of paths."""
    return [_entry(found) for found in connection.execute(f"{_ENTRY} ORDER BY files.path, item")]


def entries_by_row(connection: sqlite3.Connection, rows: Iterable[int]) -> dict[int, Entry]:
    """Return the entries of some rows; rows that are no longer there are left out."""
    wanted = list(rows)
    found: dict[int, Entry] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        for values in connection.execute(f"{_ENTRY} WHERE row IN ({marks})", some):
            entry = _entry(values)
            found[entry.row] = entry
    return found


def entries_of_file(connection: sqlite3.Connection, path: bytes) -> list[Entry]:
    """Return the entries of one file, in its order."""
    return [
        _entry(found)
        for found in connection.execute(f"{_ENTRY} WHERE files.path = ? ORDER BY item", (path,))
    ]


def entries_of_family(connection: sqlite3.Connection, family: int) -> list[Entry]:
    """Return the entries of one family, in the order of dates."""
    return [
        _entry(found)
        for found in connection.execute(f"{_ENTRY} WHERE family = ? ORDER BY day, row", (family,))
    ]


def stamps(
    connection: sqlite3.Connection, made_by: str, made_by_unreadable: Callable[[bytes], str]
) -> dict[bytes, tuple[int, int, int]]:
    """Return size, time and inode of every file, by its path.

    Args:
        connection: One in a transaction.
        made_by: The present versions; files that others read have a size of -2.
        made_by_unreadable: The same for a file that could not be read.
    """
    known: dict[bytes, tuple[int, int, int]] = {
        path: (size, modified, inode)
        for path, size, modified, inode in connection.execute(
            "SELECT path, iif(made_by = ?, size, -2), modified, inode FROM files", (made_by,)
        )
    }
    for path, size, modified, inode, versions in connection.execute(
        "SELECT path, size, modified, inode, made_by FROM files WHERE made_by <> ?", (made_by,)
    ):
        if versions == made_by_unreadable(path):
            known[path] = (size, modified, inode)
    return known


def stamps_of(
    connection: sqlite3.Connection,
    made_by: str,
    made_by_unreadable: Callable[[bytes], str],
    paths: Iterable[bytes],
) -> dict[bytes, tuple[int, int, int]]:
    """Return the same as `stamps` for some files; those not in the index are left out."""
    known: dict[bytes, tuple[int, int, int]] = {}
    for path in paths:
        found = connection.execute(
            "SELECT size, modified, inode, made_by FROM files WHERE path = ?", (path,)
        ).fetchone()
        if found:
            size, modified, inode, versions = found
            current = versions in (made_by, made_by_unreadable(path))
            known[path] = (size if current else -2, modified, inode)
    return known


def _entry(found: tuple[Any, ...]) -> Entry:
    return Entry(Path(os.fsdecode(found[0])), *found[1:])
