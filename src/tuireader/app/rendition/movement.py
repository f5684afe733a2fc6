"""Moving by meaning: from quote to quote, from name to name, and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tuireader.annotation.annotation import Annotation, Quote
from tuireader.app.rendition.intervals import Stretch
from tuireader.app.rendition.voices import is_spoken

MOST_JUMPS = 200


def stepped(starts: Sequence[int], place: int, step: int) -> int | None:
    """Return the index of the place so many steps after (or before) a position; None if none.

    Args:
        starts: Positions, ascending.
        place: Where to start from; a start right there is not counted.
        step: How many to go on; back if negative.
    """
    if step == 0:
        return None
    if step > 0:
        index = bisect_right(starts, place) + step - 1
    else:
        index = bisect_left(starts, place) + step
    return index if 0 <= index < len(starts) else None


T = TypeVar("T", bound=Stretch)


def stepped_item(items: Sequence[T], place: int, step: int) -> T | None:
    """Return the item so many steps after (or before) a position; None where there is none."""
    index = stepped([item.start for item in items], place, step)
    return None if index is None else items[index]


def spoken_quotes(annotation: Annotation) -> list[Quote]:
    """Return the quotes of an article that are worth a stop, in order."""
    return [quote for quote in annotation.quotes if is_spoken(quote)]


@dataclass
class JumpList:
    """Where the reader jumped from, to go back and forward again."""

    _places: list[int] = field(default_factory=list)
    _at: int = 0

    def leave(self, place: int) -> None:
        """Remember a place that is about to be left by a jump."""
        del self._places[self._at :]
        if not self._places or self._places[-1] != place:
            self._places.append(place)
        del self._places[:-MOST_JUMPS]
        self._at = len(self._places)

    def back(self, place: int) -> int | None:
        """Return the place before, remembering the present one; None where there is none."""
        if self._at == 0:
            return None
        if self._at == len(self._places):
            self._places.append(place)
        self._at -= 1
        if self._places[self._at] == place and self._at:
            self._at -= 1
        return self._places[self._at]

    def forward(self) -> int | None:
        """Return the place after, where `back` was used; None where there is none."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self._places[self._at]
