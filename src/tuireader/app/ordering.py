"""The orders that the list can have."""

from __future__ import annotations

from enum import StrEnum

from tuireader.language import mark
from tuireader.language import translated as _
from tuireader.library.query.syntax import Sort


class Order(StrEnum):
    """What the list is sorted by; each as most readers want it first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    AUTHOR = "author"
    LONGEST = "longest"
    SHORTEST = "shortest"
    QUOTES = "quotes"
    UNREAD = "unread"
    RELEVANCE = "relevance"
    FILES = "files"

    @property
    def label(self) -> str:
        """Return how the order is called in the list's heading."""
        return _(_LABELS[self])

    @property
    def sort(self) -> Sort:
        """Return the order as the library knows it."""
        return _SORTS[self]


_LABELS = {
    Order.NEWEST: mark("newest first"),
    Order.OLDEST: mark("oldest first"),
    Order.TITLE: mark("by title"),
    Order.SOURCE: mark("by source"),
    Order.AUTHOR: mark("by author"),
    Order.LONGEST: mark("longest first"),
    Order.SHORTEST: mark("shortest first"),
    Order.QUOTES: mark("most quotes first"),
    Order.UNREAD: mark("unread first"),
    Order.RELEVANCE: mark("best match first"),
    Order.FILES: mark("by file name"),
}
_SORTS = {
    Order.NEWEST: Sort("date"),
    Order.OLDEST: Sort("date", reverse=True),
    Order.TITLE: Sort("title"),
    Order.SOURCE: Sort("source"),
    Order.AUTHOR: Sort("author"),
    Order.LONGEST: Sort("length"),
    Order.SHORTEST: Sort("length", reverse=True),
    Order.QUOTES: Sort("quotes"),
    Order.UNREAD: Sort("unread"),
    Order.RELEVANCE: Sort("relevance"),
    Order.FILES: Sort("path"),
}
