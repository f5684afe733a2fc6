"""Every article in each order, kept in memory until the index changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Set
from itertools import filterfalse
from threading import Lock

import orjson

from tuireader.articles.formats.format import LINK
from tuireader.library.index import reader
from tuireader.library.query.condition import Condition, Value

_MOST_KEPT = 4

_NEWEST = "day DESC, row DESC"
_ORDERS = {
    "date": _NEWEST,
    "title": f"title_key, {_NEWEST}",
    "source": f"source = '', source COLLATE NOCASE, {_NEWEST}",
    "author": f"byline = '', byline COLLATE NOCASE, {_NEWEST}",
    "length": f"words DESC, {_NEWEST}",
    "quotes": f"quotes DESC, {_NEWEST}",
    "people": f"people DESC, {_NEWEST}",
    "path": "(SELECT path FROM files WHERE files.file = articles.file), item",
    "added": "row DESC",
}
# Links without text whose article is there, or that another export lists already. Where most
# articles are of one format, SQLite takes the index of formats for useless, which it is not.
_JOINED_LINKS = """
SELECT row FROM articles AS link INDEXED BY articles_format
WHERE format = ? AND address <> '' AND EXISTS (
    SELECT 1 FROM articles AS other WHERE other.address = link.address AND other.address <> ''
    AND (other.format <> ? OR other.row < link.row)
)
"""


class Orders:
    """The rows of all articles by each sort key; may be used from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._changes = -1
        self._rows: dict[str, list[int]] = {}
        self._families: dict[int, int] | None = None
        self._kept: dict[tuple[str, tuple[Value, ...]], frozenset[int]] = {}

    def rows(self, connection: sqlite3.Connection, key: str) -> list[int]:
        """Return every row in an order.

        Args:
            connection: One in a transaction.
            key: A key of `fields.SORT_KEYS` that depends on nothing but the articles.
        """
        with self._lock:
            self._check(connection)
            if key not in self._rows:
                rows = ints(connection, f"SELECT row FROM articles ORDER BY {_ORDERS[key]}")
                joined = set(ints(connection, _JOINED_LINKS, (LINK, LINK)))
                self._rows[key] = [*filterfalse(joined.__contains__, rows)] if joined else rows
            return self._rows[key]

    def families(self, connection: sqlite3.Connection) -> dict[int, int]:
        """Return the family of each row that has one."""
        with self._lock:
            self._check(connection)
            if self._families is None:
                rows, families = connection.execute(
                    "SELECT json_group_array(row), json_group_array(family)"
                    " FROM articles WHERE family > 0"
                ).fetchone()
                self._families = dict(zip(orjson.loads(rows), orjson.loads(families), strict=True))
            return self._families

    def rows_of(self, connection: sqlite3.Connection, condition: Condition) -> Set[int]:
        """Return the rows that a condition gives, in no order; kept where it is a lasting one.

        Args:
            connection: One in a transaction.
            condition: One with `Condition.rows`.
        """
        if not condition.lasting:
            return set(ints(connection, condition.rows, condition.values))
        key = condition.rows, condition.values
        with self._lock:
            self._check(connection)
            if key not in self._kept:
                if len(self._kept) >= _MOST_KEPT:
                    self._kept.clear()
                self._kept[key] = frozenset(ints(connection, *key))
            return self._kept[key]

    def _check(self, connection: sqlite3.Connection) -> None:
        """Forget everything where the index has changed."""
        number = reader.changes(connection)
        if number != self._changes:
            self._changes = number
            self._rows = {}
            self._families = None
            self._kept = {}


def ints(connection: sqlite3.Connection, query: str, values: tuple[Value, ...] = ()) -> list[int]:
    """Return the first column of a query, which is called ``row``.

    They come as one JSON text, which takes a third of the time of as many rows, and lets other
    threads work meanwhile.

    Args:
        connection: One in a transaction.
        query: A query for whole numbers.
        values: What its question marks stand for.
    """
    (text,) = connection.execute(f"SELECT json_group_array(row) FROM ({query})", values).fetchone()
    found: list[int] = orjson.loads(text)
    return found
