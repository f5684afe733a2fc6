"""Finding articles: which rows a query means, in which order."""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import dataclass

from tuireader.library.query.sql import Condition, Context, condition, match_words
from tuireader.library.query.syntax import Query, Sort, words_of

_NEWEST = (("day", True), ("row", True))
_ORDERS: dict[str, tuple[tuple[str, bool], ...]] = {
    "date": _NEWEST,
    "title": (("title_key", False), *_NEWEST),
    "source": (("source = ''", False), ("source COLLATE NOCASE", False), *_NEWEST),
    "author": (("byline = ''", False), ("byline COLLATE NOCASE", False), *_NEWEST),
    "length": (("words", True), *_NEWEST),
    "quotes": (("quotes", True), *_NEWEST),
    "people": (("people", True), *_NEWEST),
    "unread": (("id IN (SELECT value FROM json_each(?))", False), *_NEWEST),
    "relevance": (("score", False), *_NEWEST),
    "path": (("files.path", False), ("item", False)),
    "added": (("row", True),),
}
"""Of each order, what it compares and whether the greater comes first."""

_SCORES = """
LEFT JOIN (
    SELECT rowid AS hit, bm25(search, 5.0, 1.0) AS score FROM search WHERE search MATCH ?
) ON hit = row
"""


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of the articles that a query means.

    Attributes:
        rows: In order.
        total: How many articles there are in all.
    """

    rows: array[int]
    total: int


def find(
    connection: sqlite3.Connection, query: Query, context: Context, sort: Sort, grouped: bool
) -> Found:
    """Return the articles that a query means.

    Args:
        connection: One in a transaction.
        query: What is wanted; its own order goes before `sort`.
        context: What the query needs beside the index.
        sort: The order.
        grouped: Whether only the first of each family is wanted.
    """
    wanted = condition(query.node, context)
    order = query.sort or sort
    words = words_of(query.node)
    if order.key == "relevance" and not words:
        order = Sort("date", order.reverse)
    source = "articles"
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    if order.key == "relevance":
        source += _SCORES
        before = (match_words(words, " OR "),)
    elif order.key == "unread":
        after = (context.marks.read_json.decode(),)
    elif order.key == "path":
        source += " JOIN files USING (file)"
    found = connection.execute(
        f"SELECT row, family FROM {source} WHERE {wanted.sql} ORDER BY {_order_by(order)}",
        (*before, *wanted.values, *after),
    )
    rows = _first_of_families(found) if grouped else array("q", (row for row, _ in found))
    (total,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    return Found(rows, total)


def count(connection: sqlite3.Connection, query: Query, context: Context) -> int:
    """Return how many articles a query means."""
    wanted: Condition = condition(query.node, context)
    (number,) = connection.execute(
        f"SELECT count(*) FROM articles WHERE {wanted.sql}", wanted.values
    ).fetchone()
    return int(number)


def _order_by(order: Sort) -> str:
    return ", ".join(
        f"{value}{' DESC' if descending != order.reverse else ''}"
        for value, descending in _ORDERS[order.key]
    )


def _first_of_families(found: sqlite3.Cursor) -> array[int]:
    rows = array("q")
    seen: set[int] = set()
    for row, family in found:
        if family:
            if family in seen:
                continue
            seen.add(family)
        rows.append(row)
    return rows
