"""The orders that the list can have."""

from __future__ import annotations

from enum import StrEnum

from tuireader.library.query.syntax import Sort


class Order(StrEnum):
    """What the list is sorted by; each as most readers want it first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    LONGEST = "longest"
    SHORTEST = "shortest"
    QUOTES = "quotes"
    FILES = "files"

    @property
    def label(self) -> str:
        """Return how the order is called in the list's heading."""
        return _LABELS[self]

    @property
    def sort(self) -> Sort:
        """Return the order as the library knows it."""
        return _SORTS[self]


_LABELS = {
    Order.NEWEST: "newest first",
    Order.OLDEST: "oldest first",
    Order.TITLE: "by title",
    Order.SOURCE: "by source",
    Order.LONGEST: "longest first",
    Order.SHORTEST: "shortest first",
    Order.QUOTES: "most quotes first",
    Order.FILES: "by file name",
}
_SORTS = {
    Order.NEWEST: Sort("date"),
    Order.OLDEST: Sort("date", reverse=True),
    Order.TITLE: Sort("title"),
    Order.SOURCE: Sort("source"),
    Order.LONGEST: Sort("length"),
    Order.SHORTEST: Sort("length", reverse=True),
    Order.QUOTES: Sort("quotes"),
    Order.FILES: Sort("path"),
}
