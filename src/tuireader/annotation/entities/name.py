"""A name in the words of a block, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the words ``[start, end)`` of a block.

    Attributes:
        start: The first word.
        end: The word after the last.
        label: ``PER``, ``ORG``, ``LOC``, ``NORP`` or ``MISC``.
        confidence: From 0 to 1: that of its least sure word.
    """

    start: int
    end: int
    label: str
    confidence: float
