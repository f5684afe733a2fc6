"""A noun phrase, by the numbers of its tokens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: token numbers, half-open, and the number of its head."""

    first: int
    end: int
    head: int
