"""Which stretches of the text lie under a line, without looking at the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """Anything with a half-open extent in code points."""

    @property
    def start(self) -> int:
        """The first position."""
        ...

    @property
    def end(self) -> int:
        """The position after the last."""
        ...


T = TypeVar("T", bound=Stretch)


class Intervals(Generic[T]):
    """Stretches of a text, asked by place.

    Args:
        items: The stretches; they may overlap.
        ordered: Whether they are in order of start, outer before inner, as they come.
    """

    def __init__(self, items: Iterable[T], *, ordered: bool = False) -> None:
        self.items = list(items)
        if not ordered:
            self.items.sort(key=attrgetter("end"), reverse=True)
            self.items.sort(key=attrgetter("start"))
        self._starts = [item.start for item in self.items]
        self._furthest = list(accumulate((item.end for item in self.items), max))

    def overlapping(self, start: int, end: int) -> list[T]:
        """Return what overlaps ``[start, end)``, in order of start, outer before inner."""
        last = bisect_left(self._starts, end)
        first = bisect_right(self._furthest, start, 0, last)
        return [item for item in self.items[first:last] if item.end > start]

    def at(self, position: int) -> list[T]:
        """Return what holds a position, outer before inner."""
        return self.overlapping(position, position + 1)

    def starting(self, start: int, end: int) -> list[T]:
        """Return what starts in ``[start, end)``, in order."""
        return self.items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def after(self, position: int) -> int:
        """Return the index in `items` of the first that starts after a position."""
        return bisect_right(self._starts, position)

    def before(self, position: int) -> int:
        """Return the index in `items` of the last that starts before a position; -1 if none."""
        return bisect_left(self._starts, position) - 1
