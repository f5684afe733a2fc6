"""Named queries, as plain values: those that are always there, and the reader's own."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.library.query.syntax import Sort


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at the library.

    Attributes:
        name: What it is called.
        query: The text of its query; empty for everything.
        sort: The order it is in, as ``sort:`` has it: ``-title``; empty for the newest first.
        grouped: Whether the versions of an article stand under one row.
    """

    name: str
    query: str = ""
    sort: str = ""
    grouped: bool = True

    @property
    def order(self) -> Sort:
        """The order as a value."""
        return Sort(self.sort.removeprefix("-") or "date", self.sort.startswith("-"))


VIEWS = (
    View("All"),
    View("Unread", "is:unread"),
    View("Bookmarked", "is:bookmarked"),
    View("Recent", "age<30d"),
    View("With notes", "has:notes"),
    View("By source", sort="source"),
    View("Most quotes", "has:quotes", sort="quotes"),
    View("Duplicates", "is:duplicate", sort="title", grouped=False),
    View("Problems", "is:problem", sort="path", grouped=False),
)
"""The views that are always there, in the order of the side list."""


def view_of(kind: str, name: str) -> View:
    """Return the view of everything with a name, such as one person or one source.

    Args:
        kind: The field: ``person``, ``source``, ``speaker`` …
        name: The name.
    """
    plain = name.replace('"', " ")
    return View(name, f'{kind}:"{plain}"')
