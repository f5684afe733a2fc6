"""A noun phrase, by the numbers of its tokens."""

from __future__ import annotations

from typing import NamedTuple


class Phrase(NamedTuple):
    """A noun phrase: token numbers, half-open, and the number of its head."""

    first: int
    end: int
    head: int
