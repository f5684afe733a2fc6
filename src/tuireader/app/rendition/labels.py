"""Short labels for places on the screen, typed to go there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters of labels, those under the fingers first."""
MOST = len(LETTERS) ** 2
"""The most labels there are."""


def labels(count: int) -> list[str]:
    """Return so many labels of one letter or two, as short as may be, none beginning another.

    Args:
        count: How many; at most `MOST`.
    """
    longer = max(0, -(-(count - len(LETTERS)) // (len(LETTERS) - 1)))
    single = LETTERS[: len(LETTERS) - longer]
    pairs = ("".join(pair) for pair in product(LETTERS[len(single) :], LETTERS))
    return [*single, *pairs][:count]


def labelled(places: Sequence[int]) -> dict[str, int]:
    """Return places by their labels, in order, each place once."""
    once = sorted(set(places))[:MOST]
    return dict(zip(labels(len(once)), once, strict=True))


def beginning_with(typed: str, places: Mapping[str, int]) -> dict[str, int]:
    """Return the places whose labels begin with what was typed."""
    return {label: place for label, place in places.items() if label.startswith(typed)}
