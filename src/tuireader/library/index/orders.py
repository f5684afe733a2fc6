"""Every article in each order, kept in memory until the index changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Set
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
# Links without text whose article is there, or that another export lists already.
_JOINED_LINKS = """
SELECT link.row FROM articles AS link JOIN articles AS other USING (address)
WHERE link.format = ? AND link.address <> '' AND (other.format <> ? OR other.row < link.row)
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
                listed = f"SELECT row FROM articles WHERE row NOT IN ({_JOINED_LINKS})"
                self._rows[key] = ints(
                    connection, f"{listed} ORDER BY {_ORDERS[key]}", (LINK, LINK)
                )
            return self._rows[key]

    def families(self, connection: sqlite3.Connection) -> dict[int, int]:
        """Return the family of each row that has one."""
        with self._lock:
            self._check(connection)
            if self._families is None:
                self._families = dict(
                    connection.execute("SELECT row, family FROM articles WHERE family > 0")
                )
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


def ints(connection: sqlite3.Connection, query: str, values: tuple[Value, ...]) -> list[int]:
    """Return the first column of a query, which is called ``row``.

    They come as one JSON text, which takes a third of the time of as many rows.

    Args:
        connection: One in a transaction.
        query: A query for whole numbers.
        values: What its question marks stand for.
    """
    (text,) = connection.execute(f"SELECT json_group_array(row) FROM ({query})", values).fetchone()
    found: list[int] = orjson.loads(text)
    return found
