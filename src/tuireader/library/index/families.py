"""Articles that are alike belong to one family; the index keeps who belongs to which."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from tuireader.library.fingerprint import bands, similarity

ALIKE = 0.7
"""The share of common runs of words from which on two articles are versions of one."""
_MOST_COMPARED = 100


def join_family(connection: sqlite3.Connection, row: int, signature: bytes) -> None:
    """Put an article into the family of those it is like.

    Where it is like members of several families, these become one.

    Args:
        connection: One in a writing transaction.
        row: The article's key; it belongs to no family yet.
        signature: As `fingerprint.signature` makes it; without one it stays alone.
    """
    if not signature:
        return
    keys = bands(signature)
    alike = _alike(signature, _candidates(connection, keys))
    connection.execute("INSERT INTO signatures (row, signature) VALUES (?, ?)", (row, signature))
    connection.executemany(
        "INSERT OR IGNORE INTO bands (band, row) VALUES (?, ?)", [(key, row) for key in keys]
    )
    if not alike:
        return
    families = {family for _, family in alike if family}
    family = min(families, default=row)
    connection.executemany(
        "UPDATE articles SET family = ? WHERE row = ?",
        [(family, other) for other in (row, *(other for other, _ in alike))],
    )
    connection.executemany(
        "UPDATE articles SET family = ? WHERE family = ?",
        [(family, joined) for joined in families - {family}],
    )


def _alike(signature: bytes, candidates: Iterable[tuple[int, int, bytes]]) -> list[tuple[int, int]]:
    """Return the rows and families that an article is like.

    Of a family one member is enough: in a corpus of notices made from one mould every article is
    like all the others.
    """
    found: list[tuple[int, int]] = []
    families: set[int] = set()
    for row, family, known in candidates:
        if family not in families and similarity(signature, known) >= ALIKE:
            found.append((row, family))
            if family:
                families.add(family)
    return found


def leave_family(connection: sqlite3.Connection, row: int) -> None:
    """Take an article out of its family; one that is left alone in it has none any more."""
    connection.execute("DELETE FROM signatures WHERE row = ?", (row,))
    connection.execute("DELETE FROM bands WHERE row = ?", (row,))
    (family,) = connection.execute("SELECT family FROM articles WHERE row = ?", (row,)).fetchone()
    if not family:
        return
    connection.execute("UPDATE articles SET family = 0 WHERE row = ?", (row,))
    left = connection.execute(
        "SELECT row FROM articles WHERE family = ? LIMIT 2", (family,)
    ).fetchall()
    if len(left) == 1:
        connection.execute("UPDATE articles SET family = 0 WHERE row = ?", left[0])


def _candidates(connection: sqlite3.Connection, keys: list[int]) -> list[tuple[int, int, bytes]]:
    rows: set[int] = set()
    for key in keys:
        rows.update(
            row
            for (row,) in connection.execute(
                "SELECT row FROM bands WHERE band = ? LIMIT ?", (key, _MOST_COMPARED)
            )
        )
    marks = ", ".join("?" * len(rows))
    return connection.execute(
        "SELECT row, family, signature FROM signatures JOIN articles USING (row)"
        f" WHERE row IN ({marks})",
        [*rows],
    ).fetchall()
