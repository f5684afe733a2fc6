"""Finding again what the reader meant by a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

SAME = 0.5
"""Two stretches that share at least this part of both together are taken for the same."""


class Stretch(Protocol):
    """A half-open stretch of `Article.text`, in code points."""

    @property
    def start(self) -> int:
        """The first position."""

    @property
    def end(self) -> int:
        """The position after the last."""


def nearest(stretches: Sequence[Stretch], place: Stretch) -> int | None:
    """Return the number of the stretch that shares most with a place; None where none does.

    Args:
        stretches: What may be meant.
        place: Where it was.
    """
    best, number = 0.0, None
    for at, stretch in enumerate(stretches):
        shared = min(stretch.end, place.end) - max(stretch.start, place.start)
        whole = max(stretch.end, place.end) - min(stretch.start, place.start)
        if shared > 0 and shared / whole > best:
            best, number = shared / whole, at
    return number if best >= SAME else None
