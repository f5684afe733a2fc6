"""Reading entries and stamps out of the index."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tuireader.articles.address import plain_address
from tuireader.articles.formats.format import EXPORT, LINK
from tuireader.library.entry import Entry

_ENTRY = """
SELECT files.path, item, id, title, byline, source, published, language, words, minutes, quotes,
    articles.modified, problem, advice, people, format, row, family,
    iif(family, (
        SELECT count(*) FROM articles AS other
        WHERE other.family > 0 AND other.family = articles.family
    ), 1), url
FROM articles JOIN files USING (file)
"""
_NAMES = "SELECT id, files.path, title FROM articles JOIN files USING (file)"
_AT_ONCE = 500

Named = tuple[str, Path, str]
"""The id, the file and the title of an article."""


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


def names_by_row(connection: sqlite3.Connection, rows: Sequence[int]) -> list[Named]:
    """Return the id, the file and the title of some rows that are articles, as far as known."""
    marks = ", ".join("?" * len(rows))
    found = connection.execute(f"{_NAMES} WHERE id <> '' AND row IN ({marks})", rows)
    return [(key, Path(os.fsdecode(path)), title) for key, path, title in found]


def names_of_versions(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Named]:
    """Return the id, the file and the title of every version of some articles.

    Args:
        connection: One in a transaction.
        ids: The ids of the articles; those without other versions have none here.
    """
    found = connection.execute(
        f"{_NAMES} WHERE id <> '' AND family > 0 AND family IN"
        " (SELECT family FROM articles WHERE id IN (SELECT value FROM json_each(?)))",
        (json.dumps(ids),),
    )
    return [(key, Path(os.fsdecode(path)), title) for key, path, title in found]


def entries_of_file(connection: sqlite3.Connection, path: bytes) -> list[Entry]:
    """Return the entries of one file, in its order."""
    return [
        _entry(found)
        for found in connection.execute(f"{_ENTRY} WHERE files.path = ? ORDER BY item", (path,))
    ]


def entries_with_id(connection: sqlite3.Connection, article_id: str) -> list[Entry]:
    """Return the entries of one article, which may lie in several files, in no order."""
    return [_entry(found) for found in connection.execute(f"{_ENTRY} WHERE id = ?", (article_id,))]


def entries_of_family(connection: sqlite3.Connection, family: int) -> list[Entry]:
    """Return the entries of one family, in the order of dates."""
    return [
        _entry(found)
        for found in connection.execute(f"{_ENTRY} WHERE family = ? ORDER BY day, row", (family,))
    ]


def entries_at(connection: sqlite3.Connection, url: str) -> list[Entry]:
    """Return the entries of a web address: those with a text, or else those that are a link only.

    Args:
        connection: One in a transaction.
        url: The address; what does not tell pages apart does not count.
    """
    address = plain_address(url)
    found = [
        _entry(values) for values in connection.execute(f"{_ENTRY} WHERE address = ?", (address,))
    ]
    with_text = [entry for entry in found if entry.format != LINK]
    return with_text or found


def exports(connection: sqlite3.Connection) -> list[tuple[Path, str]]:
    """Return the files that are exports of read-later services, each with its `Article.file_id`."""
    found = connection.execute(
        "SELECT path, content FROM files WHERE file IN"
        " (SELECT file FROM articles WHERE format IN (?, ?)) ORDER BY path",
        (LINK, EXPORT),
    )
    return [(Path(os.fsdecode(path)), content) for path, content in found]


def has_problem(connection: sqlite3.Connection, path: bytes) -> bool:
    """Return whether anything in a file could not be read."""
    found = connection.execute(
        "SELECT 1 FROM articles JOIN files USING (file) WHERE path = ? AND problem <> '' LIMIT 1",
        (path,),
    )
    return found.fetchone() is not None


def states(connection: sqlite3.Connection) -> dict[bytes, int]:
    """Return the state of every file, as `rescan.state_of` makes it, by its path."""
    return dict(connection.execute("SELECT path, state FROM files"))


def states_of(connection: sqlite3.Connection, paths: Iterable[bytes]) -> dict[bytes, int]:
    """Return the same for some files; those not in the index are left out."""
    known: dict[bytes, int] = {}
    for path in paths:
        known.update(connection.execute("SELECT path, state FROM files WHERE path = ?", (path,)))
    return known


def encoded_otherwise(
    connection: sqlite3.Connection, encodings: Iterable[tuple[str, str]]
) -> list[bytes]:
    """Return the paths of the files that were read with other encodings than are chosen now.

    Args:
        connection: One to the index.
        encodings: The encodings chosen, as pairs of `Article.file_id` and encoding.
    """
    wanted = dict(encodings)
    files = "SELECT path, content, encoding FROM files WHERE"
    known = connection.execute(f"{files} encoding <> ''").fetchall()
    for file_id in wanted:
        known += connection.execute(f"{files} content = ?", (file_id,))
    return sorted({path for path, content, used in known if wanted.get(content, "") != used})


def changes(connection: sqlite3.Connection) -> int:
    """Return how many times the index has been written to."""
    (number,) = connection.execute("SELECT number FROM changes").fetchone()
    return int(number)


def _entry(found: tuple[Any, ...]) -> Entry:
    return Entry(Path(os.fsdecode(found[0])), *found[1:])
