"""How often a word is written with a capital, looked up by the place of the word in `clusters`."""

from __future__ import annotations

from functools import cache

from tuireader.annotation.entities.clusters import Clusters, clusters
from tuireader.annotation.entities.shipped import DATA


class Casing:
    """How often words have a capital, in steps from 1, hardly ever, to 7, nearly always."""

    def __init__(self, table: Clusters, steps: bytes) -> None:
        """Prepare.

        Args:
            table: The words.
            steps: For each word of the table its step; 0 where it is not known.
        """
        self._table = table
        self._steps = steps

    def step(self, word: str) -> int:
        """Return how often a word has a capital, whatever its case here; 0 if not known."""
        at = self._table.place(word)
        return 0 if at is None else self._steps[at]


@cache
def casing() -> Casing:
    """Return the casing of the package, read once."""
    return Casing(clusters(), (DATA / "casing.bin").read_bytes())
