"""The orders that the list can have."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from tuireader.library.entry import Entry


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

_Pass = tuple[Callable[[Entry], object], bool]
"""What to sort by, and whether the largest comes first."""
_DATED: _Pass = (lambda entry: not entry.published, False)
_PASSES: dict[Order, tuple[_Pass, ...]] = {
    Order.NEWEST: ((lambda entry: entry.published, True),),
    Order.OLDEST: ((lambda entry: entry.published, False), _DATED),
    Order.TITLE: (),
    Order.SOURCE: (
        (lambda entry: entry.published, True),
        (lambda entry: entry.source.casefold(), False),
        (lambda entry: not entry.source, False),
    ),
    Order.LONGEST: ((lambda entry: entry.words, True),),
    Order.SHORTEST: ((lambda entry: entry.words or float("inf"), False),),
    Order.QUOTES: ((lambda entry: entry.quotes, True),),
    Order.FILES: (),
}
"""Stable sorts one after the other, the last of which counts most."""


def sort_entries(entries: list[Entry], order: Order) -> None:
    """Sort entries in place; those that are alike come by title, files that are none last."""
    if order is Order.FILES:
        entries.sort(key=lambda entry: (str(entry.path), entry.item))
        return
    entries.sort(key=lambda entry: (entry.title.casefold(), str(entry.path), entry.item))
    for key, reverse in _PASSES[order]:
        entries.sort(key=key, reverse=reverse)  # type: ignore[arg-type]
    entries.sort(key=lambda entry: bool(entry.problem))


def same_place(one: Entry, other: Entry) -> bool:
    """Return whether two versions of an entry stand at the same place in every order."""
    return (
        one.title == other.title
        and one.published == other.published
        and one.source == other.source
        and one.words == other.words
        and one.quotes == other.quotes
        and bool(one.problem) == bool(other.problem)
    )
