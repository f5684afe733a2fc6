"""Finding articles: which rows a query means, in which order."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from itertools import filterfalse

from tuireader.library.index.orders import Orders, ints
from tuireader.library.query.condition import Condition, joined, match_words
from tuireader.library.query.conditions import conditions
from tuireader.library.query.field_conditions import PROBLEM, Context, marked
from tuireader.library.query.syntax import Query, Sort, Word, words_of

_MATCHING = "SELECT rowid AS row FROM search WHERE search MATCH ?"
_OF_FILES = ("path", "added")
_UNDATED = "SELECT count(*) FROM articles WHERE day < '0'"
_MOST_RANKED = 10_000


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
    connection: sqlite3.Connection,
    query: Query,
    context: Context,
    sort: Sort,
    unfolded: Collection[int] | None,
    orders: Orders,
) -> Found:
    """Return the articles that a query means.

    Args:
        connection: One in a transaction.
        query: What is wanted; its own order goes before `sort`.
        context: What the query needs beside the index.
        sort: The order.
        unfolded: The families of which all are wanted, while of the others only the first is;
            None where all of all are.
        orders: All articles in each order.
    """
    every = _in_order(connection, query, context, query.sort or sort, orders)
    rows = [*_only(connection, query, context, orders, every)]
    if unfolded is not None:
        rows = _first_of_families(rows, orders.families(connection), unfolded)
    return Found(array("q", rows), len(every))


def count(connection: sqlite3.Connection, query: Query, context: Context, orders: Orders) -> int:
    """Return how many articles a query means; arguments as of `find`."""
    return sum(
        1 for _ in _only(connection, query, context, orders, orders.rows(connection, "date"))
    )


def _only(
    connection: sqlite3.Connection,
    query: Query,
    context: Context,
    orders: Orders,
    rows: Iterable[int],
) -> Iterable[int]:
    """Return those of some rows that a query means, in the same order."""
    parts = conditions(query.node, context)
    rest = [part for part in parts if not part.rows]
    if rest:
        both = joined(rest)
        parts.append(Condition("", both.values, f"SELECT row FROM articles WHERE {both.sql}"))
    wanted: list[Set[int]] = []
    unwanted: set[int] = set()
    for part in parts:
        if part.without:
            unwanted |= orders.rows_of(connection, part)
        elif part.rows:
            wanted.append(orders.rows_of(connection, part))
    if wanted:
        wanted.sort(key=len)
        found = frozenset(wanted[0]).intersection(*wanted[1:]) - unwanted
        return filter(found.__contains__, rows)
    return filterfalse(unwanted.__contains__, rows)


def _in_order(
    connection: sqlite3.Connection, query: Query, context: Context, order: Sort, orders: Orders
) -> list[int]:
    """Return every row in an order; last come articles without a date, files that are none."""
    words = words_of(query.node)
    match order.key:
        case "unread":
            read = orders.rows_of(connection, marked(context.marks.read_json))
            newest = orders.rows(connection, "date")
            rows = [*filterfalse(read.__contains__, newest), *filter(read.__contains__, newest)]
        case "relevance" if words:
            rows = _best_first(connection, words, orders.rows(connection, "date"))
        case "relevance":
            rows = orders.rows(connection, "date")
        case key:
            rows = orders.rows(connection, key)
    rows = rows[::-1] if order.reverse else rows
    if order.reverse and order.key == "date":
        (undated,) = connection.execute(_UNDATED).fetchone()
        rows = rows[undated:] + rows[:undated]
    problems = orders.rows_of(connection, PROBLEM) if order.key not in _OF_FILES else ()
    if not problems:
        return rows
    return [*filterfalse(problems.__contains__, rows), *filter(problems.__contains__, rows)]


def _best_first(
    connection: sqlite3.Connection, words: Iterable[Word], newest: list[int]
) -> list[int]:
    """Return every row, those with the words first.

    Where very many have them, how often says little: those that have them in the title come
    first then, by date.
    """
    expression = match_words([*words], " OR ")
    (number,) = connection.execute(
        "SELECT count(*) FROM search WHERE search MATCH ?", (expression,)
    ).fetchone()
    if number > _MOST_RANKED:
        titled = set(ints(connection, _MATCHING, (f"title : ({expression})",)))
        matching = [row for row in newest if row in titled]
    else:
        matching = ints(connection, f"{_MATCHING} ORDER BY bm25(search, 5.0, 1.0)", (expression,))
    return [*matching, *filterfalse(set(matching).__contains__, newest)]


def _first_of_families(
    rows: list[int], families: dict[int, int], unfolded: Collection[int]
) -> list[int]:
    """Return some rows with only the first of each family, or all of it in that place."""
    members: dict[int, list[int]] = {}
    for row in filter(families.__contains__, rows):
        members.setdefault(families[row], []).append(row)
    further = {row for family in members.values() for row in family[1:]}
    if not further:
        return rows
    kept = [*filterfalse(further.__contains__, rows)]
    for family in members.keys() & unfolded:
        first, *others = members[family]
        at = kept.index(first) + 1
        kept[at:at] = others
    return kept
