"""The numbers of the items of ordered lists, which a browser writes and the page does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_NUMBER = re.compile(r"\s*([+-]?\d{1,9})(?!\d)")
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)


@dataclass(slots=True)
class Numbering:
    """How the items of one list are counted.

    Attributes:
        number: The number of the next item.
        step: What the one after it has more.
    """

    number: int
    step: int = 1

    def next(self, item: Any) -> int:
        """Return the number of an item, which may set its own, and go on from there.

        Args:
            item: The ``li`` element.
        """
        stated = _stated(item, "value")
        number = self.number if stated is None else stated
        self.number = number + self.step
        return number


def numbering_of(element: Any) -> Numbering | None:
    """Return how a list counts its items; None where it does not, or shows no numbers.

    Args:
        element: A ``ul``, ``ol`` or ``menu`` element.
    """
    if element.tag != "ol" or _UNMARKED.search(element.get("style") or ""):
        return None
    start = _stated(element, "start")
    if element.get("reversed") is None:
        return Numbering(1 if start is None else start)
    items = sum(child.tag == "li" for child in element)
    return Numbering(items if start is None else start, -1)


def _stated(element: Any, attribute: str) -> int | None:
    found = _NUMBER.match(element.get(attribute) or "")
    return int(found[1]) if found else None
